package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a visit needs beside its doctors and its patient, and when that cannot be had. A hint: nothing is locked.
final class Needs {

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Claims claims;
    private final Caps caps;

    Needs(Db db, Clock clock, Roster roster, Claims claims) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.claims = claims;
        this.caps = new Caps(db);
    }

    /// Any one of some rooms or pieces of equipment.
    ///
    /// @param taken when each of them is taken by others than the visit, in order
    record Need(ResourceKind kind, Map<UUID, List<Span>> taken) {}

    /// What a visit would need on some days, wherever it is moved to.
    ///
    /// @param last included
    List<Need> of(Appointment visit, LocalDate first, LocalDate last) {
        var claim = claims.fresh(claims.elsewhere(Subject.of(visit)));
        var demand = Demand.of(claim);
        var days = new Vacancies.Days(Set.of(visit.siteId()), first, last);
        var free =
                new Vacancies(
                                db,
                                roster,
                                caps.everybody(),
                                clock.instant(),
                                days,
                                demand.involved())
                        .of(demand, visit.id());
        var needs = new ArrayList<Need>();
        claim.uses().stream()
                .filter(use ->
                        use.kind() == ResourceKind.ROOM || use.kind() == ResourceKind.EQUIPMENT)
                .forEach(use -> needs.add(need(use.kind(), List.of(use.resourceId()), free)));
        claim.needed().forEach(choice -> needs.add(need(choice.kind(), choice.candidates(), free)));
        return needs;
    }

    private static Need need(ResourceKind kind, List<UUID> candidates, Vacancies.View free) {
        var taken = new HashMap<UUID, List<Span>>();
        candidates.forEach(one -> taken.put(one, free.taken(one)));
        return new Need(kind, taken);
    }
}
