package org.clinicdesk.server;

import org.clinicdesk.server.command.Commands;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Starts the command line.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        logInOneForm();
        System.exit(Commands.run(args));
    }

    /// What the network's library says through Java's own logging goes where everything else does.
    static void logInOneForm() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
