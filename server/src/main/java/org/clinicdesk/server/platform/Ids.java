package org.clinicdesk.server.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Makes ids that grow with time (UUID version 7, RFC 9562), so that new rows lie together in an index.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next(Clock clock) {
        var millis = clock.millis();
        var high = (millis << 16) | 0x7000 | (RANDOM.nextInt() & 0x0fff);
        var low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// When an id was made, to the millisecond.
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /// An id that came with a request; field rules have already seen that it is one.
    public static UUID of(String id) {
        return UUID.fromString(id);
    }
}
