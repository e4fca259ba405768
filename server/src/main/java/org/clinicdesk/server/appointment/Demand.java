package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What a visit takes of a day, whenever it is: a claim without a time and without its first doctor.
///
/// @param before the buffer of the service before a visit, as `after`
/// @param patient null when nobody is named yet
/// @param along the doctors beside the first
/// @param named rooms and equipment that no other can stand for
/// @param choices any one of each
record Demand(
        UUID site,
        Duration length,
        Duration before,
        Duration after,
        @Nullable UUID patient,
        List<UUID> along,
        List<UUID> named,
        List<List<UUID>> choices) {

    static Demand of(Claim claim) {
        var doctors = claim.uses(ResourceKind.PRACTITIONER).toList();
        var busy = doctors.getFirst().span();
        var visit = claim.visit();
        return new Demand(
                claim.site(),
                Duration.between(visit.start(), visit.end()),
                Duration.between(busy.start(), visit.start()),
                Duration.between(visit.end(), busy.end()),
                claim.uses(ResourceKind.PATIENT).map(Use::resourceId).findFirst().orElse(null),
                doctors.stream().skip(1).map(Use::resourceId).toList(),
                claim.uses().stream()
                        .filter(use ->
                                use.kind() != ResourceKind.PRACTITIONER
                                        && use.kind() != ResourceKind.PATIENT)
                        .map(Use::resourceId)
                        .toList(),
                claim.needed().map(Claim.Choice::candidates).toList());
    }

    Demand lasting(Duration other) {
        return new Demand(site, other, before, after, patient, along, named, choices);
    }

    /// How long its doctors are busy.
    Span withBuffers(Span visit) {
        return new Span(visit.start().minus(before), visit.end().plus(after));
    }

    /// What the visit itself must not touch when its doctors are busy then.
    Span apart(Span busy) {
        return new Span(busy.start().minus(after), busy.end().plus(before));
    }

    /// All whose time it may take, beside the first doctor.
    Set<UUID> involved() {
        var all = new HashSet<>(along);
        all.addAll(named);
        choices.forEach(all::addAll);
        if (patient != null) {
            all.add(patient);
        }
        return all;
    }
}
