package org.clinicdesk.server.appointment;

import jakarta.persistence.LockModeType;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.SqlStates;
import org.hibernate.query.QueryFlushMode;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Visits that wait for a time. Nothing that is pending is written before a pin is looked for: whoever undoes one visit for
/// another locks the days of the other after that, and a row written before would be locked in the wrong order.
///
/// A booked one keeps the time it has until it is placed: nobody is left without a visit
/// because a desk was interrupted.
final class Pinboard {

    private final Db db;
    private final Clock clock;

    Pinboard(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A pinned visit with whom it is for.
    record Pinned(PinnedVisit visit, Patient patient) {}

    /// @throws Refusal ALREADY_PINNED, NOT_MOVABLE
    PinnedVisit pin(PinnedVisit.Wanted wanted) {
        if (wanted.appointment() != null) {
            refuseSettled(wanted.appointment());
        }
        var by = Call.current().signedIn().map(Caller::staffId).orElse(null);
        var pinned = new PinnedVisit(Ids.next(clock), wanted, clock.instant(), by);
        db.session().persist(pinned);
        try {
            db.session().flush();
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "waiting")
                    ? new Refusal(AppointmentRefusal.ALREADY_PINNED)
                    : e;
        }
        return pinned;
    }

    /// Whoever checks the person in at this moment changes the same row: he does it before, and it is seen here, or after,
    /// and takes the pin off.
    private void refuseSettled(UUID appointment) {
        var visit = db.get(Appointment.class, appointment);
        db.session().refresh(visit, LockModeType.PESSIMISTIC_WRITE);
        visit.refuseUnlessMovable();
    }

    /// Takes it off: nobody wants it any more. @throws Refusal NOT_PINNED
    void end(PinnedVisit visit) {
        visit.end(clock.instant());
    }

    /// Takes off what a new visit was booked for. @throws Refusal NOT_PINNED
    void place(PinnedVisit visit, Appointment booked) {
        visit.end(booked, clock.instant());
    }

    /// What is pinned of a booked visit comes off with its new time, its end, or when its person is there.
    void settled(Appointment appointment) {
        of(appointment.id()).ifPresent(pinned -> pinned.end(appointment, clock.instant()));
    }

    /// What is pinned of a visit that was put right is for the same as that.
    void correct(Appointment appointment) {
        of(appointment.id()).ifPresent(pinned -> pinned.correct(appointment));
    }

    /// Puts back what a change of a visit took off, for that change was taken back.
    ///
    /// @param change its number in the history; the booking is the first
    void restore(Appointment appointment, int change) {
        db
                .session()
                .createQuery(
                        "from PinnedVisit where placedAs = :visit and placedChange = :change",
                        PinnedVisit.class)
                .setParameter("visit", appointment.id())
                .setParameter("change", change)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .list()
                .stream()
                .filter(pinned -> pinned.appointmentId().flatMap(this::of).isEmpty())
                .forEach(PinnedVisit::waitAgain);
    }

    private Optional<PinnedVisit> of(UUID appointment) {
        return db.session()
                .createQuery(
                        "from PinnedVisit where waitingAppointmentId = :appointment",
                        PinnedVisit.class)
                .setParameter("appointment", appointment)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .uniqueResultOptional()
                .filter(PinnedVisit::waits);
    }

    /// All of a site, the longest waiting first.
    List<Pinned> all(UUID site) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.appointment.Pinboard$Pinned(v, p)
                        from PinnedVisit v join Patient p on p.id = v.patientId
                        where v.siteId = :site and v.endedAt is null order by v.pinnedAt, v.id\
                        """,
                        Pinned.class)
                .setParameter("site", site)
                .list();
    }
}
