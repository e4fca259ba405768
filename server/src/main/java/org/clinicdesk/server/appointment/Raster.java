package org.clinicdesk.server.appointment;

import java.time.Duration;
import java.time.Instant;

/// The instants at which a visit that is looked for may start.
final class Raster {

    static final Duration STEP = Duration.ofMinutes(5);

    private Raster() {}

    /// The first one that is not before an instant.
    static Instant from(Instant at) {
        var step = STEP.toSeconds();
        var second = at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(Math.ceilDiv(second, step) * step);
    }
}
