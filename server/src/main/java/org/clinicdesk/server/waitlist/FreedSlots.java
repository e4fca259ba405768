package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.appointment.TimeFreed;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.roster.Span;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The times that visits gave up.
final class FreedSlots {

    private final Db db;
    private final Clock clock;

    FreedSlots(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// What distinguishes a time: given up twice at once, it is one all the same.
    private record Time(UUID practitioner, Span span) {}

    /// Notes that a visit gave its time up. What began is of use to nobody.
    void note(TimeFreed freed) {
        var now = clock.instant();
        if (!freed.span().start().isAfter(now)) {
            return;
        }
        find(freed)
                .ifPresentOrElse(
                        slot -> slot.again(now),
                        () -> db.session().persist(new FreedSlot(Ids.next(clock), freed, now)));
    }

    private Optional<FreedSlot> find(TimeFreed freed) {
        return db
                .session()
                .createQuery(
                        """
                        from FreedSlot
                        where practitionerId = :practitioner and siteId = :site
                          and startsAt = :start and endsAt = :end order by id\
                        """,
                        FreedSlot.class)
                .setParameter("practitioner", freed.practitionerId())
                .setParameter("site", freed.visit().siteId())
                .setParameter("start", freed.span().start())
                .setParameter("end", freed.span().end())
                .setMaxResults(1)
                .list()
                .stream()
                .findFirst();
    }

    /// Those of a site that did not begin, the earliest first.
    List<FreedSlot> ahead(UUID site, int most) {
        var seen = new HashSet<Time>();
        return db
                .session()
                .createQuery(
                        """
                        from FreedSlot where siteId = :site and startsAt > :now
                        order by startsAt, practitionerId, endsAt, id\
                        """,
                        FreedSlot.class)
                .setParameter("site", site)
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .list()
                .stream()
                .filter(slot -> seen.add(new Time(slot.practitionerId(), slot.span())))
                .toList();
    }
}
