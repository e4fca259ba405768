package org.clinicdesk.server.paper;

/// The two weights everything is set in.
enum Face {
    REGULAR("Inter-Regular.ttf"),
    SEMIBOLD("Inter-SemiBold.ttf");

    final String file;

    Face(String file) {
        this.file = file;
    }
}
