package org.clinicdesk.server.appointment;

import static java.time.ZoneOffset.UTC;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Lease;
import org.clinicdesk.server.platform.Problem;
import org.clinicdesk.server.roster.Roster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Gives up by itself what is later than the clinic waits, if it has switched that on. One server does it.
///
/// Only visits that began while it was watched are given up: while no server ran nobody could be checked in, and who then
/// seems late may sit in the waiting room. Those before are left to people, and so are those of an earlier day. Who said
/// when he comes is waited for from that time on. Nobody misses a visit while the clinic is closed. What somebody took back is left to people too.
final class LateVisits {

    /// As what the audit trail shows it.
    static final String METHOD = "clinicdesk.appointment.v1.AppointmentService/ReleaseByItself";

    static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LEASE = EVERY.multipliedBy(3);
    private static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(LateVisits.class);

    private static final String RULE = "select release_after_minutes from booking_rules";
    private static final String LATE =
            """
            select id from appointment
            where status in ('REQUESTED', 'BOOKED') and starts_at >= ? and starts_at <= ?
            order by starts_at, id\
            """;

    private final Db db;
    private final Clock clock;
    private final Appointments appointments;
    private final Roster roster;
    private final Reminders reminders;
    private final Releasing releasing;
    private final Lease lease;

    LateVisits(
            Db db,
            Clock clock,
            Appointments appointments,
            Roster roster,
            Reminders reminders,
            Releasing releasing) {
        this.db = db;
        this.clock = clock;
        this.appointments = appointments;
        this.roster = roster;
        this.reminders = reminders;
        this.releasing = releasing;
        this.lease = new Lease(db, clock, "late-visits", LEASE);
    }

    /// Asked past the sessions: a clinic that does not want it is not kept from its quiet minutes.
    void releaseAll() {
        if (waits().isPositive()) {
            lease.take().ifPresent(this::releaseSince);
        }
    }

    private Duration waits() {
        var minutes = new AtomicInteger();
        db.apart(connection -> {
            try (var rule = connection.prepareStatement(RULE);
                    var rows = rule.executeQuery()) {
                rows.next();
                minutes.set(rows.getInt(1));
            }
        });
        return Duration.ofMinutes(minutes.get());
    }

    private void releaseSince(Instant since) {
        var late = new ArrayList<UUID>();
        var until = clock.instant().minus(waits());
        db.apart(connection -> late.addAll(late(connection, since, until)));
        late.forEach(this::tryToRelease);
    }

    private static List<UUID> late(Connection connection, Instant since, Instant until)
            throws SQLException {
        var late = new ArrayList<UUID>();
        try (var query = connection.prepareStatement(LATE)) {
            query.setObject(1, OffsetDateTime.ofInstant(since, UTC));
            query.setObject(2, OffsetDateTime.ofInstant(until, UTC));
            query.setMaxRows(MOST);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    late.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return late;
    }

    /// Each in a transaction of its own: what cannot be given up, because a desk changes it this moment, does not keep the
    /// others.
    private void tryToRelease(UUID id) {
        try {
            Call.system(
                    METHOD,
                    () -> {
                        // A write that does nothing would leave its row in the audit trail.
                        if (db.read(() -> due(appointments.get(id)))) {
                            db.write(() -> release(id));
                        }
                    });
        } catch (Problem e) {
            LOG.info("A late visit is left as it is: {}", e.getClass().getSimpleName());
        }
    }

    private UUID release(UUID id) {
        var visit = appointments.get(id);
        if (!due(visit)) {
            throw new Problem.Stale(Appointment.class, id);
        }
        Call.current().concerns(visit.patientId());
        releasing.release(visit);
        return id;
    }

    private boolean due(Appointment visit) {
        var from =
                reminders
                        .expectedAt(visit.id())
                        .filter(visit.span().start()::isBefore)
                        .orElse(visit.span().start());
        return visit.expected()
                && appointments
                        .rules()
                        .releaseAfter()
                        .filter(wait -> !clock.instant().isBefore(from.plus(wait)))
                        .isPresent()
                && roster.closed(visit.siteId(), visit.span()).isEmpty()
                && !tookBack(visit);
    }

    /// Whether somebody had it again after it had begun and was given up: he knows more than the clock.
    private boolean tookBack(Appointment visit) {
        return appointments.history(visit.id()).stream()
                .filter(change -> !change.at().isBefore(visit.span().start()))
                .anyMatch(change ->
                        Status.EXPECTED.contains(change.after().status())
                                && change.before()
                                        .filter(before -> !before.status().keepsTime())
                                        .isPresent());
    }
}
