package org.clinicdesk.server.platform;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;

import org.clinicdesk.common.v1.File;

import java.time.Instant;

/// What many features translate between the contract and the domain.
public final class Protos {

    private Protos() {}

    public static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }

    /// The database keeps microseconds, so nothing finer is let in.
    public static Instant instant(Timestamp at) {
        return Instant.ofEpochSecond(at.getSeconds(), at.getNanos() / 1_000 * 1_000L);
    }

    /// @param name without anything of a patient
    public static File pdf(String name, byte[] content) {
        return file(name, "application/pdf", content);
    }

    /// @param name without anything of a patient
    public static File file(String name, String mediaType, byte[] content) {
        return File.newBuilder()
                .setName(name)
                .setMediaType(mediaType)
                .setContent(ByteString.copyFrom(content))
                .build();
    }
}
