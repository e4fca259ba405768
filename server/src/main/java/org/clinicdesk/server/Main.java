package org.clinicdesk.server;

import org.clinicdesk.server.command.Commands;

/// Starts the command line.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(Commands.run(args));
    }
}
