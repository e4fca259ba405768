package org.clinicdesk.server.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody was called into the room.
///
/// @param visitId the id the visit will have
/// @param appointmentId null for somebody who came without one
/// @param reason why the person came, as the desk noted it
public record Opening(
        UUID visitId,
        UUID patientId,
        UUID practitionerId,
        UUID siteId,
        @Nullable UUID queueEntryId,
        @Nullable UUID appointmentId,
        String reason,
        Instant at) {}
