package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Span;

import java.time.Duration;
import java.util.List;
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
        String reason,
        More more) {

    /// A visit as most are: one doctor, agreed, nothing beside it.
    public Wish(
            UUID patientId,
            UUID practitionerId,
            UUID siteId,
            Optional<UUID> roomId,
            UUID serviceId,
            Span span,
            String reason) {
        this(patientId, practitionerId, siteId, roomId, serviceId, span, reason, More.NOTHING);
    }

    /// What few visits have.
    ///
    /// @param practitioners beside the first
    /// @param equipment asked for by name
    /// @param requested to be agreed yet
    /// @param early so long before the start the person is asked to be there
    public record More(
            List<UUID> practitioners, List<UUID> equipment, boolean requested, Duration early) {

        static final More NOTHING = new More(List.of(), List.of(), false, Duration.ZERO);
    }

    Wish at(Span other) {
        return new Wish(patientId, practitionerId, siteId, roomId, serviceId, other, reason, more);
    }

    Others others() {
        return Others.of(ResourceKind.PRACTITIONER, more.practitioners)
                .and(Others.of(ResourceKind.EQUIPMENT, more.equipment));
    }
}
