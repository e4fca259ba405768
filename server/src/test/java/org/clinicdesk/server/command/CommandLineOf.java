package org.clinicdesk.server.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A command as an operator types it: what it says, and its exit code.
record CommandLineOf(int code, String said) {

    static CommandLineOf typed(Object... words) {
        var said = new StringWriter();
        var out = new PrintWriter(said, true);
        var args = new String[words.length];
        for (var i = 0; i < words.length; i++) {
            args[i] = words[i].toString();
        }
        return new CommandLineOf(Commands.run(out, out, args), said.toString());
    }
}
