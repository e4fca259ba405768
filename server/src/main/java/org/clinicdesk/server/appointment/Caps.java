package org.clinicdesk.server.appointment;

import static java.time.ZoneOffset.UTC;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// How much a doctor may be given on a day: hours, visits, visits that his hours have slots for, and visits on top of
/// others. The lowest cap wins. A visit counts on the day it starts, an overbooked one like any other; one that was missed
/// does not, and neither do buffers.
final class Caps {

    private static final String LIMITS =
            """
            select coalesce(l.day_minutes, r.day_minutes), coalesce(l.day_visits, r.day_visits),
              coalesce(l.slot_minutes, r.slot_minutes), coalesce(l.day_overbooked, r.day_overbooked)
            from booking_rules r left join doctor_limits l on l.staff_id = ?\
            """;

    private static final String OWN_LIMITS =
            """
            select coalesce(l.day_minutes, r.day_minutes), coalesce(l.day_visits, r.day_visits),
              coalesce(l.slot_minutes, r.slot_minutes), coalesce(l.day_overbooked, r.day_overbooked), l.staff_id
            from booking_rules r cross join doctor_limits l\
            """;

    /// By the times of the visits: those of the bookings are longer by the buffers.
    private static final String LOAD =
            """
            select visit_starts_at, visit_ends_at, overbooked, appointment_id
            from booking
            where resource_id = ? and ends_at > ? and ends_at < ? and starts_at < ? and active
              and visit_starts_at >= ? and visit_starts_at < ? and appointment_id is not null\
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;

    Caps(Db db) {
        this.db = db;
    }

    record Limits(int minutes, int visits, int slotMinutes, int overbooked) {}

    /// @param usual of all who are not among `own`
    record Everybody(Limits usual, Map<UUID, Limits> own) {

        Limits of(UUID doctor) {
            return own.getOrDefault(doctor, usual);
        }
    }

    record Load(Duration time, int visits, int overbooked) {

        private static final Load NONE = new Load(Duration.ZERO, 0, 0);

        private Load with(Duration visit, boolean onTop) {
            return new Load(time.plus(visit), visits + 1, overbooked + (onTop ? 1 : 0));
        }
    }

    /// A day of a doctor.
    ///
    /// @param before what it holds
    /// @param after what it would hold with the visit, it counted as one on top
    private record Day(Load before, Load after) {}

    /// A cap that a visit would break.
    private record Reached(String cap, int limit) {}

    /// To be called with the day of the doctor locked. @throws Refusal CAP_REACHED
    void judge(UUID doctor, Workday workday, Claim claim, boolean onTop) {
        reached(doctor, workday, claim.visit(), claim.except(), onTop)
                .ifPresent(reached -> {
                    throw new Refusal(
                            AppointmentRefusal.CAP_REACHED,
                            Map.of(
                                    "practitioner", doctor.toString(),
                                    "cap", reached.cap,
                                    "limit", Integer.toString(reached.limit)));
                });
    }

    /// What each doctor may be given on any day, read at once.
    Everybody everybody() {
        var everybody = new AtomicReference<Everybody>();
        db.sql(connection ->
                everybody.set(new Everybody(limits(connection, NOBODY), ownLimits(connection))));
        return everybody.get();
    }

    private static Map<UUID, Limits> ownLimits(Connection connection) throws SQLException {
        var own = new HashMap<UUID, Limits>();
        try (var query = connection.prepareStatement(OWN_LIMITS);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                own.put(rows.getObject(5, UUID.class), limits(rows));
            }
        }
        return own;
    }

    /// Whether a load, the new visit counted, keeps the limits.
    static boolean allows(Limits limits, Load load, Workday workday) {
        return reached(limits, new Day(Load.NONE, load), workday, false).isEmpty();
    }

    private Optional<Reached> reached(
            UUID doctor, Workday workday, Span visit, @Nullable UUID except, boolean onTop) {
        var reached = new AtomicReference<Optional<Reached>>(Optional.empty());
        db.sql(connection ->
                reached.set(
                        reached(
                                limits(connection, doctor),
                                day(connection, doctor, workday.day(), visit, except),
                                workday,
                                onTop)));
        return reached.get();
    }

    /// A day that holds more than the limits, for they were lowered since, holds it on: only what adds to it is refused.
    private static Optional<Reached> reached(
            Limits limits, Day day, Workday workday, boolean onTop) {
        var load = day.after;
        if (load.time.compareTo(Duration.ofMinutes(limits.minutes)) > 0
                && load.time.compareTo(day.before.time) > 0) {
            return Optional.of(new Reached("hours", limits.minutes));
        }
        var more = load.visits > day.before.visits;
        if (more && load.visits > limits.visits) {
            return Optional.of(new Reached("visits", limits.visits));
        }
        // Without hours, what is left to say is only that he has none.
        if (more && !workday.length().isZero() && load.visits > slots(limits, workday.length())) {
            // The load is that of all sites.
            var slots = slots(limits, workday.everywhere());
            if (load.visits > slots) {
                return Optional.of(new Reached("slots", slots));
            }
        }
        return onTop
                        && load.overbooked > limits.overbooked
                        && load.overbooked > day.before.overbooked
                ? Optional.of(new Reached("overbooked", limits.overbooked))
                : Optional.empty();
    }

    private static int slots(Limits limits, Duration worked) {
        return (int) worked.dividedBy(Duration.ofMinutes(limits.slotMinutes));
    }

    private static Limits limits(Connection connection, UUID doctor) throws SQLException {
        try (var query = connection.prepareStatement(LIMITS)) {
            query.setObject(1, doctor);
            try (var rows = query.executeQuery()) {
                rows.next();
                return limits(rows);
            }
        }
    }

    private static Limits limits(ResultSet row) throws SQLException {
        return new Limits(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
    }

    private static Day day(
            Connection connection, UUID doctor, Span day, Span visit, @Nullable UUID except)
            throws SQLException {
        var before = Load.NONE;
        var others = Load.NONE;
        try (var query = connection.prepareStatement(LOAD)) {
            fill(query, doctor, day);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var length = between(rows);
                    var onTop = rows.getBoolean(3);
                    before = before.with(length, onTop);
                    if (!rows.getObject(4, UUID.class).equals(except)) {
                        others = others.with(length, onTop);
                    }
                }
            }
        }
        return new Day(before, others.with(Duration.between(visit.start(), visit.end()), true));
    }

    private static void fill(PreparedStatement query, UUID doctor, Span day) throws SQLException {
        var start = OffsetDateTime.ofInstant(day.start(), UTC);
        var end = OffsetDateTime.ofInstant(day.end(), UTC);
        query.setObject(1, doctor);
        query.setObject(2, start);
        query.setObject(3, OffsetDateTime.ofInstant(day.end().plus(Booking.LONGEST), UTC));
        query.setObject(4, end);
        query.setObject(5, start);
        query.setObject(6, end);
    }

    private static Duration between(ResultSet row) throws SQLException {
        return Duration.between(
                row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class));
    }
}
