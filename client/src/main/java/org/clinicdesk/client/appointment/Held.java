package org.clinicdesk.client.appointment;

import java.time.Instant;

/// A time that a desk keeps for itself while it decides.
///
/// @param until by the clock of this desk
record Held(String id, int column, Minutes time, String by, Instant until, boolean mine) {

    boolean holds(Instant now) {
        return until.isAfter(now);
    }
}
