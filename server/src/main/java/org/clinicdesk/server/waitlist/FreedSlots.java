package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.appointment.TimeFreed;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.roster.Reopened;
import org.clinicdesk.server.roster.Span;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The times that visits gave up, and those that are open again.
final class FreedSlots {

    private final Db db;
    private final Clock clock;

    FreedSlots(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Nobody works on for longer.
    private static final Duration LONGEST = Duration.ofDays(1);

    /// What distinguishes a time: given up twice at once, it is one all the same.
    private record Time(UUID practitioner, Span span, Optional<UUID> room) {}

    /// Notes that a visit gave its time up. What began is of use to nobody.
    void note(TimeFreed freed) {
        if (freed.span().start().isAfter(clock.instant())) {
            note(new Reopened(freed.practitionerId(), freed.visit().siteId(), null, freed.span()));
        }
    }

    /// Notes that a time which was closed can be booked again.
    void note(Reopened time) {
        var now = clock.instant();
        find(time)
                .ifPresentOrElse(
                        slot -> slot.again(now),
                        () -> db.session().persist(new FreedSlot(Ids.next(clock), time, now)));
    }

    private Optional<FreedSlot> find(Reopened time) {
        return db
                .session()
                .createQuery(
                        """
                        from FreedSlot
                        where practitionerId = :practitioner and siteId = :site
                          and startsAt = :start and endsAt = :end order by id\
                        """,
                        FreedSlot.class)
                .setParameter("practitioner", time.practitionerId())
                .setParameter("site", time.siteId())
                .setParameter("start", time.span().start())
                .setParameter("end", time.span().end())
                .list()
                .stream()
                .filter(slot -> slot.roomId().equals(Optional.ofNullable(time.roomId())))
                .findFirst();
    }

    /// Those of a site that are not over, the earliest first. A morning that is open again is of use until noon.
    List<FreedSlot> ahead(UUID site, int most) {
        var seen = new HashSet<Time>();
        var now = clock.instant();
        return db
                .session()
                .createQuery(
                        """
                        from FreedSlot where siteId = :site and startsAt > :since and endsAt > :now
                        order by startsAt, practitionerId, endsAt, id\
                        """,
                        FreedSlot.class)
                .setParameter("site", site)
                .setParameter("since", now.minus(LONGEST))
                .setParameter("now", now)
                .setMaxResults(most)
                .list()
                .stream()
                .filter(slot ->
                        seen.add(new Time(slot.practitionerId(), slot.span(), slot.roomId())))
                .toList();
    }
}
