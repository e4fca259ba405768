package org.clinicdesk.client;

import javafx.application.Application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;

/// Starts the client. Not an [Application] itself: a main class that is one does not start from the class path.
public final class Main {

    /// Kept here: a logger that nobody holds forgets what it was told.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private Main() {}

    static void main(String[] arguments) {
        // The start-up cache that Java writes at the end, where the start script wants one.
        var cache = System.getProperty("clinicdesk.cache");
        var code = 0;
        // Its jars lie on the class path on purpose.
        TOOLKIT.setFilter(
                line -> !line.getMessage().startsWith("Unsupported JavaFX configuration"));
        try {
            Application.launch(ClinicDesk.class, arguments);
        } catch (UnsupportedOperationException _) {
            // The toolkit's, before there is any window.
            System.err.println("ClinicDesk needs a display to show its window on, and found none.");
            code = 1;
        }
        if (cache != null) {
            if (code != 0) {
                takeBack(cache);
            }
            // What Java says while it writes the cache is nothing to the user.
            System.out.close();
            System.err.close();
        }
        System.exit(code);
    }

    /// Without a window the cache would be of no use: Java is left without the record that it is made of.
    private static void takeBack(String cache) {
        try {
            Files.deleteIfExists(Path.of(cache + ".config"));
        } catch (IOException _) {
            // A useless cache is written then; the next starts are slower, and that is all.
        }
    }
}
