package org.clinicdesk.server.appointment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// What the history keeps of a visit at one moment: enough to go back to it.
///
/// @param others as [Others] writes them
/// @param cancelReason null unless cancelled
@Embeddable
public record Standing(
        @Enumerated(EnumType.STRING) Status status,
        UUID practitionerId,
        @Nullable UUID roomId,
        Instant startsAt,
        Instant endsAt,
        String others,
        @Enumerated(EnumType.STRING) Confirmation confirmation,
        boolean overbooked,
        @Nullable @Enumerated(EnumType.STRING) CancelReason cancelReason,
        UUID serviceId,
        String reason,
        short earlyMinutes) {

    Span span() {
        return new Span(startsAt, endsAt);
    }

    /// Whether it is for the same as another.
    boolean sameMatter(Standing other) {
        return serviceId.equals(other.serviceId) && reason.equals(other.reason);
    }

    /// All its doctors, the first one first.
    List<UUID> practitioners() {
        return Stream.concat(
                        Stream.of(practitionerId),
                        Others.parse(others).ids(ResourceKind.PRACTITIONER).stream())
                .toList();
    }

    /// Its rooms, the one it is in first, and its equipment.
    Others things() {
        var rooms = roomId == null ? List.<UUID>of() : List.of(roomId);
        return Others.of(ResourceKind.ROOM, rooms)
                .and(
                        new Others(
                                Others.parse(others).all().stream()
                                        .filter(other -> other.kind() != ResourceKind.PRACTITIONER)
                                        .toList()));
    }

    /// Whether both keep the same time of the same doctors, rooms and equipment, for the same service.
    boolean keepsSame(Standing other) {
        return status.keepsTime() == other.status.keepsTime()
                && practitionerId.equals(other.practitionerId)
                && Objects.equals(roomId, other.roomId)
                && startsAt.equals(other.startsAt)
                && endsAt.equals(other.endsAt)
                && others.equals(other.others)
                && serviceId.equals(other.serviceId);
    }

    Standing with(Status other) {
        return new Standing(
                other,
                practitionerId,
                roomId,
                startsAt,
                endsAt,
                others,
                confirmation,
                overbooked,
                null,
                serviceId,
                reason,
                earlyMinutes);
    }
}
