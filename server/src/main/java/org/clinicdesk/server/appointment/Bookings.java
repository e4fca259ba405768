package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Claim.Terms;
import org.clinicdesk.server.appointment.Openings.Opening;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.SqlStates;
import org.clinicdesk.server.roster.ResourceDays;
import org.clinicdesk.server.roster.ResourceDays.ResourceDay;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.hibernate.query.QueryFlushMode;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// Who and what is busy when; the judge of every conflict.
///
/// Whoever wants a span first locks a row for each of its resources on each day of the clinic that the span touches, and
/// the row of the patient, all in one order, so that nobody waits in a circle. What is then found free stays free until the
/// transaction ends. Who asks for any room of a kind locks all of that kind, so that what he picks is free.
final class Bookings {

    private static final String BOOKABLE =
            "select 1 from staff where id = ? and bookable and active";
    private static final String LOCK_PATIENT = "select 1 from patient where id = ? for update";

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final ResourceDays days;
    private final Conflicts conflicts;
    private final Caps caps;
    private final Openings openings;

    Bookings(Db db, Clock clock, Roster roster) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.days = new ResourceDays(db);
        this.conflicts = new Conflicts(db);
        this.caps = new Caps(db);
        this.openings = new Openings(db, clock, roster, caps);
    }

    /// What a claim was given.
    ///
    /// @param onTop the doctors who have another visit at that time
    record Granted(List<Use> uses, Set<UUID> onTop) {

        List<UUID> of(ResourceKind kind) {
            return uses.stream().filter(use -> use.kind() == kind).map(Use::resourceId).toList();
        }
    }

    /// The days a span touches; one that ends at midnight does not touch the next.
    static List<LocalDate> days(Span span, ZoneId zone) {
        var first = LocalDate.ofInstant(span.start(), zone);
        var last = LocalDate.ofInstant(span.end().minusNanos(1), zone);
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /// Locks what is wanted and looks whether it is free. It stays free until the transaction ends, so that [#keep] can
    /// follow. @throws Refusal SLOT_TAKEN, SLOT_HELD, OUTSIDE_HOURS, CAP_REACHED, the last with what is free instead
    Granted claim(Claim claim) {
        // A first look, without a lock: what is taken is taken, and nobody needs to queue up to be
        // told.
        conflicts.refuse(claim);
        lock(List.of(claim));
        try {
            return judge(claim);
        } catch (Refusal refused) {
            throw refused.reason() == AppointmentRefusal.CAP_REACHED
                    ? openings.added(refused, claim)
                    : refused;
        }
    }

    /// Locks all that some claims may come to, before the first of them is judged: one after the other they could wait in a
    /// circle with somebody else's.
    void lock(Collection<Claim> claims) {
        var rows = new TreeSet<ResourceDay>();
        var patients = new TreeSet<UUID>();
        var zone = roster.zone();
        claims.stream()
                .flatMap(Claim::possible)
                .forEach(use -> {
                    if (use.kind() == ResourceKind.PATIENT) {
                        patients.add(use.resourceId());
                    } else {
                        days(use.span(), zone)
                                .forEach(day -> rows.add(new ResourceDay(use.resourceId(), day)));
                    }
                });
        days.lock(rows);
        lockPatients(patients);
    }

    /// What is free of a claim that is locked. @throws Refusal SLOT_TAKEN, SLOT_HELD, OUTSIDE_HOURS, CAP_REACHED
    Granted judge(Claim claim) {
        conflicts.refuse(claim);
        var onTop =
                claim.uses(ResourceKind.PRACTITIONER)
                        .filter(use -> claim.onTop().contains(use.resourceId()))
                        .filter(use -> conflicts.busy(use, claim))
                        .map(Use::resourceId)
                        .collect(Collectors.toSet());
        var kept = claim.terms() == Terms.KEPT ? kept(claim) : Set.<UUID>of();
        if (claim.terms().capped()) {
            judgeDoctors(claim, kept, onTop);
        }
        return new Granted(picked(claim, kept), onTop);
    }

    /// What the visit keeps busy already.
    private Set<UUID> kept(Claim claim) {
        return of(claim.exceptOrNobody(), "active");
    }

    /// The doctors of a visit for whom it was decided, at any time, that it may stand on top of another.
    Set<UUID> onTop(Appointment appointment) {
        return of(appointment.id(), "overbooked");
    }

    /// Nothing that is pending is written for it: rows are written after the days are locked.
    private Set<UUID> of(UUID visit, String which) {
        return Set.copyOf(
                db.session()
                        .createQuery(
                                "select resourceId from Booking where appointmentId = :id and "
                                        + which,
                                UUID.class)
                        .setParameter("id", visit)
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .list());
    }

    /// Asked under the lock of the day, which leave takes too: of leave and a booking at once, one sees the other.
    private void judgeDoctors(Claim claim, Set<UUID> kept, Set<UUID> onTop) {
        for (var doctor : claim.practitioners()) {
            var workday = Workday.of(roster, doctor, claim.site(), claim.visit());
            if (claim.terms().seated()
                    && !kept.contains(doctor)
                    && !(workday.contains(claim.visit()) && bookable(doctor))) {
                throw outsideHours(claim);
            }
            caps.judge(
                    doctor,
                    claim.terms() == Terms.AGREED ? workday.withoutHours() : workday,
                    claim,
                    onTop.contains(doctor));
        }
    }

    /// A holiday is named: nobody needs to look for another doctor that day.
    private Refusal outsideHours(Claim claim) {
        return new Refusal(
                AppointmentRefusal.OUTSIDE_HOURS,
                roster.closed(claim.site(), claim.visit())
                        .map(closed ->
                                Map.of(
                                        "closed",
                                        closed.holiday() ? "holiday" : "closure",
                                        "name",
                                        closed.name()))
                        .orElse(Map.of()));
    }

    /// Whoever looked before may have waited for the lock while somebody left, who keeps his hours.
    private boolean bookable(UUID doctor) {
        var found = new AtomicBoolean();
        db.sql(connection -> {
            try (var look = connection.prepareStatement(BOOKABLE)) {
                look.setObject(1, doctor);
                try (var row = look.executeQuery()) {
                    found.set(row.next());
                }
            }
        });
        return found.get();
    }

    /// What was asked for, and for each choice the first that is free.
    private List<Use> picked(Claim claim, Set<UUID> kept) {
        var closed = new HashSet<>(closedRooms(claim));
        closed.removeAll(kept);
        var picked = new ArrayList<>(claim.uses());
        if (picked.stream().anyMatch(use -> closed.contains(use.resourceId()))) {
            throw Conflicts.taken(ResourceKind.ROOM);
        }
        var gone = new HashSet<>(closed);
        picked.forEach(use -> gone.add(use.resourceId()));
        for (var choice : claim.choices()) {
            var use = pick(choice, claim, gone);
            if (use.isEmpty() && !choice.dispensable()) {
                throw Conflicts.taken(choice.kind());
            }
            use.ifPresent(had -> {
                gone.add(had.resourceId());
                picked.add(had);
            });
        }
        return picked;
    }

    private Optional<Use> pick(Claim.Choice choice, Claim claim, Set<UUID> gone) {
        return choice.candidates().stream()
                .filter(candidate -> !gone.contains(candidate))
                .map(choice::of)
                .filter(use -> !conflicts.busy(use, claim))
                .findFirst();
    }

    /// Rooms that are blocked at the time of a visit.
    private Set<UUID> closedRooms(Claim claim) {
        if (!claim.terms().seated()
                || claim.possible().noneMatch(use -> use.kind() == ResourceKind.ROOM)) {
            return Set.of();
        }
        var touched = days(claim.visit(), roster.zone());
        return roster.blockedRooms(touched.getFirst(), touched.getLast()).entrySet().stream()
                .filter(room -> room.getValue().stream().anyMatch(claim.visit()::overlaps))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// What is free instead of a claim that was refused.
    List<Opening> instead(Claim claim) {
        return openings.instead(claim);
    }

    /// Makes what was granted a visit's own. What it kept before must be released. @throws Refusal SLOT_TAKEN
    void keep(Appointment appointment, Granted granted) {
        for (var use : granted.uses) {
            db.session()
                    .persist(
                            Booking.of(
                                    Ids.next(clock),
                                    appointment,
                                    use,
                                    granted.onTop.contains(use.resourceId())));
        }
        try {
            db.session().flush();
        } catch (RuntimeException e) {
            // Only somebody who writes past the locks can bring this about; whose time it was is
            // not told.
            throw SqlStates.taken(e, "") ? Conflicts.taken(ResourceKind.PRACTITIONER) : e;
        }
    }

    /// Makes what was granted a hold's own, until it ends.
    void keep(SlotHold hold, Granted granted) {
        for (var use : granted.uses) {
            db.session().persist(Booking.of(Ids.next(clock), hold, use));
        }
    }

    /// Gives up what a visit keeps. That cannot hurt anybody, so nothing is locked.
    void release(Appointment appointment) {
        release("appointmentId", appointment.id());
    }

    /// Gives up what a hold keeps.
    void release(SlotHold hold) {
        release("holdId", hold.id());
    }

    private void release(String owner, UUID id) {
        db.session()
                .createQuery("from Booking where active and " + owner + " = :id", Booking.class)
                .setParameter("id", id)
                .list()
                .forEach(Booking::release);
        // Before the new rows, which Hibernate would insert first.
        db.session().flush();
    }

    /// A patient is seldom booked twice at once, so his own row will do: one for each of his days would be made
    /// for nearly every booking. It comes after the others, always.
    private void lockPatients(TreeSet<UUID> patients) {
        db.sql(connection -> {
            try (var lock = connection.prepareStatement(LOCK_PATIENT)) {
                for (var patient : patients) {
                    lock.setObject(1, patient);
                    lock.executeQuery().close();
                }
            }
        });
    }

    List<Overlap> overlaps() {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.appointment.Overlap(
                          a.kind, a.resourceId, a.appointmentId, b.appointmentId, b.startsAt)
                        from Booking a join Booking b
                          on b.resourceId = a.resourceId and b.id > a.id
                          and b.startsAt < a.endsAt and b.endsAt > a.startsAt
                        where a.active and b.active and a.holdId is null and b.holdId is null
                          and not a.overbooked and not b.overbooked\
                        """,
                        Overlap.class)
                .list();
    }
}
