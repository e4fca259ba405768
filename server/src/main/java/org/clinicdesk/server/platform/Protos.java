package org.clinicdesk.server.platform;

import com.google.protobuf.Timestamp;

import java.time.Instant;

/// Instants between the contract and the domain. The database keeps microseconds, so nothing finer is let in.
public final class Protos {

    private Protos() {}

    public static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }

    public static Instant instant(Timestamp at) {
        return Instant.ofEpochSecond(at.getSeconds(), at.getNanos() / 1_000 * 1_000L);
    }
}
