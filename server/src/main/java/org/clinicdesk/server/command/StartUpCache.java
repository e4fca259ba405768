package org.clinicdesk.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The start-up cache that Java writes when a first `serve` has ended; the start script names it in `clinicdesk.cache`.
final class StartUpCache {

    private static final String NAME = "clinicdesk.cache";

    private StartUpCache() {}

    /// A server is at work: this run is what the cache is made for. @return whether one is recorded
    static boolean keep() {
        return System.clearProperty(NAME) != null;
    }

    /// Takes it back unless it is kept: what ran was no server at work, so that its cache would be of no use. Java is left
    /// without the record that the cache is made of.
    static void discard() {
        var cache = System.getProperty(NAME);
        if (cache != null) {
            try {
                Files.deleteIfExists(Path.of(cache + ".config"));
            } catch (IOException _) {
                // A useless cache is written then; the next starts are slower, and that is all.
            }
            silence();
        }
    }

    /// To be called last: what Java says while it writes the cache is nothing to an operator. Closing the standard streams
    /// sends what comes after, also from the process that Java starts for it, nowhere.
    static void silence() {
        System.out.close();
        System.err.close();
    }
}
