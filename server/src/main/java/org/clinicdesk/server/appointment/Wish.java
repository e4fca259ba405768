package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Span;

import java.util.Optional;
import java.util.UUID;

/// A visit somebody asks for.
public record Wish(
        UUID patientId,
        UUID practitionerId,
        UUID siteId,
        Optional<UUID> roomId,
        UUID serviceId,
        Span span,
        String reason) {}
