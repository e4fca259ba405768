package org.clinicdesk.server.drug;

/// A line of the knowledge that must not be used; the message starts with file and line.
public final class BadKnowledge extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    BadKnowledge(String file, int line, String why) {
        super(file + ":" + line + ": " + why);
        this.file = file;
        this.line = line;
    }

    String file() {
        return file;
    }

    /// From 1; 0 when it is the file as a whole.
    int line() {
        return line;
    }
}
