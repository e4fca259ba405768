package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What is to be had all at once, or not at all.
///
/// @param visit the time of the visit; those of the uses may be longer by the buffers of the service
/// @param uses the first doctor first
/// @param except the visit whose own bookings are in nobody's way, if there is one
/// @param onTop the doctors who may have another visit at that time
record Claim(
        UUID site,
        Span visit,
        List<Use> uses,
        List<Choice> choices,
        @Nullable UUID except,
        Set<UUID> onTop,
        Terms terms) {

    /// Which rules are judged, beside that nobody and nothing is busy twice.
    enum Terms {
        /// The hours of the doctors and their caps.
        NEW,
        /// The time that it has, for something else or with others: hours are asked of whoever is new to it only.
        KEPT,
        /// Was had before and is to be had again as it was: the hours may have changed since, and with them how many
        /// visits they have room for; the other caps hold.
        AGREED,
        /// Of somebody who stands at the desk: neither, and what is only held for a moment is in nobody's way.
        PRESENT,
        /// Agreed elsewhere: neither.
        ENTERED;

        /// Whether it counts how much a doctor has.
        boolean capped() {
            return this == NEW || this == KEPT || this == AGREED;
        }

        /// Whether it asks for hours, and for the room of them.
        boolean seated() {
            return this == NEW || this == KEPT;
        }
    }

    /// Any one of some resources, the first that is free.
    ///
    /// @param dispensable whether it can do without, when none is
    record Choice(ResourceKind kind, List<UUID> candidates, Span span, boolean dispensable) {

        Use of(UUID candidate) {
            return new Use(kind, candidate, span);
        }
    }

    private static final UUID NOBODY = new UUID(0, 0);

    /// For queries: an id that no visit has when there is none.
    UUID exceptOrNobody() {
        return except == null ? NOBODY : except;
    }

    /// Everything that it may come to keep busy.
    Stream<Use> possible() {
        return Stream.concat(
                uses.stream(),
                choices.stream().flatMap(choice -> choice.candidates.stream().map(choice::of)));
    }

    /// What it cannot do without.
    Stream<Choice> needed() {
        return choices.stream().filter(choice -> !choice.dispensable);
    }

    List<UUID> practitioners() {
        return uses(ResourceKind.PRACTITIONER).map(Use::resourceId).toList();
    }

    Stream<Use> uses(ResourceKind kind) {
        return uses.stream().filter(use -> use.kind() == kind);
    }
}
