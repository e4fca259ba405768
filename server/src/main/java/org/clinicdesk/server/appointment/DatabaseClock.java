package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The clock that judges holds: one for all servers on a database.
final class DatabaseClock {

    private final Db db;

    DatabaseClock(Db db) {
        this.db = db;
    }

    /// This very moment, not the start of the transaction.
    Instant now() {
        return db.session()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult()
                .truncatedTo(ChronoUnit.MICROS);
    }
}
