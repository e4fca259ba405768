package org.clinicdesk.server.appointment;

import java.time.Instant;
import java.util.UUID;

/// Two visits that keep one resource busy at one time: there must be none.
public record Overlap(
        ResourceKind kind,
        UUID resourceId,
        UUID appointmentId,
        UUID otherAppointmentId,
        Instant startsAt) {}
