package org.clinicdesk.server.drug;

/// A line of the knowledge that must not be used; the message starts with file and line.
public final class BadKnowledge extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BadKnowledge(String file, int line, String why) {
        super(file + ":" + line + ": " + why);
    }
}
