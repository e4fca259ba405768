package org.clinicdesk.server.appointment;

import jakarta.persistence.LockModeType;

import org.clinicdesk.server.appointment.Bookings.Granted;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Lease;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Times that desks keep for themselves while they decide.
///
/// A hold has rows in `booking` like a visit, with its end beside them: the look that judges every booking leaves out those
/// that ran out, so a hold is over in the very moment it ends, whether or not anybody tidies. They are tidied when the
/// session that took them ends, and by one server every minute. Who was given up and stands at the desk after all is let in
/// past them; they are lost then, and whoever held them is told why.
public final class Holds {

    /// As what the audit trail shows it.
    static final String SWEEP = "clinicdesk.appointment.v1.AppointmentService/SweepHolds";

    static final Duration EVERY = Duration.ofMinutes(1);
    private static final int MOST_SWEPT = 200;
    private static final String OVER =
            "select id from slot_hold where ended_at is null and expires_at < clock_timestamp()";

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Bookings bookings;
    private final DatabaseClock time;
    private final Lease lease;

    Holds(Db db, Clock clock, Roster roster, Bookings bookings) {
        this.time = new DatabaseClock(db);
        this.lease = new Lease(db, clock, "holds", EVERY.multipliedBy(3));
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.bookings = bookings;
    }

    /// A hold as it is this moment.
    ///
    /// @param by name of whoever took it
    /// @param now by the clock that judges it
    /// @param resources the rooms and the equipment it keeps
    record Held(SlotHold hold, String by, Instant now, List<UUID> resources) {

        boolean keeps(UUID resource) {
            return hold.practitionerId().equals(resource) || resources.contains(resource);
        }
    }

    /// Takes a hold. @throws org.clinicdesk.server.platform.Problem.Refusal SLOT_TAKEN, SLOT_HELD, CAP_REACHED
    Held take(Subject subject, Claim claim, Duration length) {
        var granted = bookings.claim(claim);
        var owner = Call.current().caller();
        var now = time.now();
        var hold = new SlotHold(Ids.next(clock), owner, subject, roster.zone(), now.plus(length));
        db.session().persist(hold);
        bookings.keep(hold, granted);
        var rooms = granted.of(ResourceKind.ROOM).stream();
        var equipment = granted.of(ResourceKind.EQUIPMENT).stream();
        return new Held(hold, owner.name(), now, Stream.concat(rooms, equipment).toList());
    }

    /// Gives a hold of the caller up, or lets a booking take its place; one that is over is left as it is.
    /// @throws NotFound when it is somebody else's
    void end(UUID id) {
        var hold = db.get(SlotHold.class, id);
        if (!hold.sessionId().equals(Call.current().caller().sessionId())) {
            throw new NotFound(SlotHold.class, id);
        }
        end(hold);
    }

    /// Gives a hold up, whosever it is.
    void giveUp(UUID id) {
        end(db.get(SlotHold.class, id));
    }

    /// Gives up what desks hold of the doctors of a visit whose person came after all: whoever held it is told.
    void lose(Appointment visit, Granted granted) {
        for (var use : granted.uses()) {
            if (use.kind() == ResourceKind.PRACTITIONER) {
                of(use).forEach(hold -> {
                    hold.lose(visit.id(), clock.instant());
                    bookings.release(hold);
                });
            }
        }
    }

    /// Locked, so that none of them is given up by its desk in the same moment.
    private List<SlotHold> of(Use use) {
        return db.session()
                .createQuery(
                        """
                        from SlotHold h where h.endedAt is null and exists (
                          select 1 from Booking b
                          where b.holdId = h.id and b.active and b.resourceId = :resource
                            and b.startsAt < :end and b.endsAt > :start)
                        order by h.id\
                        """,
                        SlotHold.class)
                .setParameter("resource", use.resourceId())
                .setParameter("start", use.span().start())
                .setParameter("end", use.span().end())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Asks for a time that was held.
    ///
    /// @param hold empty for none
    /// @throws Refusal HOLD_LOST instead of SLOT_TAKEN when it was lost
    <T> T having(Optional<UUID> hold, Supplier<T> wanted) {
        try {
            return wanted.get();
        } catch (Refusal refused) {
            throw refused.reason() == AppointmentRefusal.SLOT_TAKEN
                            && hold.filter(this::lost).isPresent()
                    ? new Refusal(AppointmentRefusal.HOLD_LOST, refused.metadata())
                    : refused;
        }
    }

    private boolean lost(UUID id) {
        var hold = db.session().find(SlotHold.class, id);
        return hold != null && mine(hold) && hold.lost();
    }

    private void end(SlotHold hold) {
        if (!hold.ended()) {
            hold.end(clock.instant());
            bookings.release(hold);
        }
    }

    /// Gives up all that a session holds, for it ends.
    public void endOf(UUID session) {
        of(session).forEach(this::end);
    }

    /// Gives up all that the session of a desk holds that is not connected any more; outside a transaction.
    public void disconnected(UUID session) {
        if (!db.read(() -> of(session)).isEmpty()) {
            Call.system(
                    "disconnected",
                    () ->
                            db.write(() -> {
                                endOf(session);
                                return session;
                            }));
        }
    }

    /// Tidies those that ran out while the desk that took them stays connected; outside a transaction. Each in a
    /// transaction of its own, so that no desk waits for it. Asked past the sessions, as [LateVisits] does.
    void sweep() {
        var over = new ArrayList<UUID>();
        db.apart(connection -> over.addAll(over(connection)));
        if (!over.isEmpty()) {
            lease.take().ifPresent(_ -> over.forEach(this::endOver));
        }
    }

    private static List<UUID> over(Connection connection) throws SQLException {
        var over = new ArrayList<UUID>();
        try (var query = connection.prepareStatement(OVER)) {
            query.setMaxRows(MOST_SWEPT);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    over.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return over;
    }

    private void endOver(UUID id) {
        Call.system(
                SWEEP,
                () ->
                        db.write(() -> {
                            giveUp(id);
                            return id;
                        }));
    }

    private List<SlotHold> of(UUID session) {
        return db.session()
                .createQuery(
                        "from SlotHold where sessionId = :session and endedAt is null",
                        SlotHold.class)
                .setParameter("session", session)
                .list();
    }

    /// Those of a site that keep a time in this moment, earliest first.
    List<Held> live(UUID site) {
        var now = time.now();
        var rows = rows(site, now);
        var resources = resources(rows.stream().map(row -> ((SlotHold) row[0]).id()).toList());
        return rows.stream()
                .map(row -> {
                    var hold = (SlotHold) row[0];
                    return new Held(
                            hold,
                            (String) row[1],
                            now,
                            resources.getOrDefault(hold.id(), List.of()));
                })
                .toList();
    }

    private List<Object[]> rows(UUID site, Instant now) {
        return db.session()
                .createQuery(
                        """
                        select h, s.name from SlotHold h join StaffMember s on s.id = h.staffId
                        where h.siteId = :site and h.endedAt is null and h.expiresAt > :now
                        order by h.startsAt, h.id\
                        """,
                        Object[].class)
                .setParameter("site", site)
                .setParameter("now", now)
                .list();
    }

    private Map<UUID, List<UUID>> resources(List<UUID> holds) {
        return holds.isEmpty()
                ? Map.of()
                : db
                        .session()
                        .createQuery(
                                """
                                select holdId, resourceId from Booking
                                where holdId in (:holds) and active and kind in (:kinds)\
                                """,
                                Object[].class)
                        .setParameterList("holds", holds)
                        .setParameterList(
                                "kinds", List.of(ResourceKind.ROOM, ResourceKind.EQUIPMENT))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> (UUID) row[0],
                                        Collectors.mapping(
                                                row -> (UUID) row[1], Collectors.toList())));
    }

    /// Those that keep a time on a day.
    List<Held> live(UUID site, Span day) {
        return live(site).stream().filter(held -> held.hold.span().overlaps(day)).toList();
    }

    static boolean mine(SlotHold hold) {
        return Call.current()
                .signedIn()
                .map(Caller::sessionId)
                .filter(hold.sessionId()::equals)
                .isPresent();
    }
}
