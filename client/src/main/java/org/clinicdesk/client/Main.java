package org.clinicdesk.client;

import javafx.application.Application;

/// Starts the client. Not an [Application] itself: a main class that is one does not start from the class path.
public final class Main {

    private Main() {}

    static void main(String[] arguments) {
        Application.launch(ClinicDesk.class, arguments);
    }
}
