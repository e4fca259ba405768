package org.clinicdesk.server.appointment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// What the history keeps of a visit at one moment.
@Embeddable
public record Standing(
        @Enumerated(EnumType.STRING) Status status,
        UUID practitionerId,
        @Nullable UUID roomId,
        Instant startsAt,
        Instant endsAt) {}
