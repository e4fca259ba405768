package org.clinicdesk.server.queue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// Somebody has arrived.
///
/// @param appointmentId null for somebody who came without one, as is `bookedFor`
/// @param practitionerId for whom he waits; null for whoever is free first
/// @param at when he arrived: his place in the queue
public record Arrival(
        UUID siteId,
        UUID patientId,
        @Nullable UUID appointmentId,
        UUID serviceId,
        @Nullable UUID practitionerId,
        @Nullable Instant bookedFor,
        String reason,
        Instant at) {}
