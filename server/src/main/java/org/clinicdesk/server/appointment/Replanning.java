package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Bookings.Granted;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Gives many visits another time at once, and takes that back at once.
///
/// What is refused is gathered, so that all of it can be told; whoever calls must then end the transaction with a refusal
/// of its own, for the others are done.
public final class Replanning {

    private final Db db;
    private final Clock clock;
    private final Appointments appointments;
    private final Scheduling scheduling;
    private final Bookings bookings;
    private final Claims claims;
    private final Undoing undoing;
    private final Pinboard pinboard;
    private final Patients patients;
    private final QueueEntries queue;
    private final Departures departures;

    Replanning(
            Db db,
            Clock clock,
            Appointments appointments,
            Scheduling scheduling,
            Bookings bookings,
            Claims claims,
            Undoing undoing,
            Pinboard pinboard,
            Patients patients,
            QueueEntries queue) {
        this.db = db;
        this.clock = clock;
        this.appointments = appointments;
        this.scheduling = scheduling;
        this.bookings = bookings;
        this.claims = claims;
        this.undoing = undoing;
        this.pinboard = pinboard;
        this.patients = patients;
        this.queue = queue;
        this.departures = new Departures(db);
    }

    /// Where a visit is to go.
    ///
    /// @param version the one on the screen
    public record Target(UUID visit, long version, UUID practitioner, Instant start) {}

    /// A visit with the one that took its place.
    public record Moved(Appointment old, Appointment next) {}

    /// A visit with the claim of its new time.
    private record Attempt(Appointment old, UUID practitioner, Span span, Claim claim) {}

    /// Where visits left a time, and when.
    public Departures departures() {
        return departures;
    }

    /// Books each visit anew and ends the old one, the earliest first.
    ///
    /// @param closedRoom that none of them keeps; null when no room is closed
    /// @param refused is told of each visit that cannot go there, with the name of the reason
    public List<Moved> reschedule(
            Collection<Target> targets, @Nullable UUID closedRoom, Map<UUID, String> refused) {
        var attempts = new ArrayList<Attempt>();
        for (var target : targets) {
            attempt(target.visit, refused, _ -> attempts.add(attempt(target, closedRoom)));
        }
        bookings.lock(attempts.stream().map(Attempt::claim).toList());
        attempts.sort(Comparator.comparing(attempt -> attempt.old.span().start()));
        var moved = new ArrayList<Moved>();
        for (var attempt : attempts) {
            attempt(
                    attempt.old.id(),
                    refused,
                    _ ->
                            moved.add(
                                    new Moved(
                                            attempt.old,
                                            rescheduled(attempt, bookings.judge(attempt.claim)))));
        }
        return moved;
    }

    private Appointment rescheduled(Attempt attempt, Granted granted) {
        return attempt.old.status() == Status.ARRIVED
                ? appointments.sendOn(attempt.old, attempt.practitioner, attempt.span, granted)
                : scheduling.reschedule(attempt.old, attempt.practitioner, attempt.span, granted);
    }

    private Attempt attempt(Target target, @Nullable UUID closedRoom) {
        var old = appointments.get(target.visit, target.version);
        patients.living(old.patientId());
        var length = Duration.between(old.span().start(), old.span().end());
        var span = new Span(target.start, target.start.plus(length));
        return new Attempt(
                old,
                target.practitioner,
                span,
                scheduling.leaving(old, target.practitioner, span, closedRoom));
    }

    /// Takes reschedulings back, whoever did them: each visit has its old time again.
    ///
    /// @param refused is told of each visit that cannot have it, with the name of the reason: NOT_UNDOABLE, SLOT_TAKEN,
    ///     CAP_REACHED, IN_THE_PAST
    public void takeBack(Collection<UUID> visits, Map<UUID, String> refused) {
        var olds = new ArrayList<Appointment>();
        for (var visit : visits) {
            attempt(
                    visit,
                    refused,
                    id -> {
                        var old = appointments.get(id);
                        if (!undoing.waited(old)) {
                            scheduling.refusePast(old.span());
                        }
                        undoing.unbookSuccessor(old);
                        olds.add(old);
                    });
        }
        bookings.lock(
                olds.stream().map(old -> scheduling.claimAgain(old, old.standing())).toList());
        olds.forEach(old -> attempt(old.id(), refused, _ -> undoing.giveBack(old)));
    }

    static void attempt(UUID visit, Map<UUID, String> refused, Consumer<UUID> work) {
        try {
            work.accept(visit);
        } catch (Refusal e) {
            refused.put(visit, e.reason().name());
        } catch (Problem.Stale _) {
            refused.put(visit, "STALE");
        }
    }

    /// Puts a visit on the pinboard of its site. @throws Refusal NOT_MOVABLE, ALREADY_PINNED
    public void pin(Appointment visit) {
        Call.current().concerns(visit.patientId());
        pinboard.pin(Wishes.booked(visit));
    }

    /// Takes it off, if it is there.
    public void unpin(Appointment visit) {
        pinboard.settled(visit);
    }

    /// Those of some visits that wait on the pinboard.
    public Set<UUID> pinned(Collection<UUID> visits) {
        return visits.isEmpty()
                ? Set.of()
                : db
                        .session()
                        .createQuery(
                                """
                                select waitingAppointmentId from PinnedVisit
                                where waitingAppointmentId in (:visits)\
                                """,
                                UUID.class)
                        .setParameterList("visits", visits)
                        .stream()
                        .collect(Collectors.toSet());
    }

    public Appointment get(UUID visit) {
        return appointments.get(visit);
    }

    /// Whether another visit took its place.
    public boolean replaced(Appointment visit) {
        return visit.successorId().isPresent();
    }

    /// Some visits, by start.
    public List<Appointment> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.session()
                        .createQuery(
                                "from Appointment where id in (:ids) order by startsAt, id",
                                Appointment.class)
                        .setParameterList("ids", ids)
                        .list();
    }

    /// Whether a visit still needs its time: it is to come, or its person is here and waits for its doctor.
    public boolean expected(Appointment visit) {
        return visit.expected() ? visit.span().end().isAfter(clock.instant()) : waits(visit);
    }

    /// Whether the person is here and waits for the doctor of the visit; who was sent to another one does not any more.
    public boolean waits(Appointment visit) {
        return visit.status() == Status.ARRIVED
                && visit.arrivedAt()
                        .filter(clock.instant().minus(Appointments.NIGHT)::isBefore)
                        .isPresent()
                && queue.present(visit.id())
                        .flatMap(QueueEntry::practitionerId)
                        .filter(visit.practitionerId()::equals)
                        .isPresent();
    }

    /// What became of a visit in the end: itself, or the last of those that took its place one after the other.
    public Appointment latest(Appointment visit) {
        var last = visit;
        while (last.successorId().isPresent()) {
            last = appointments.get(last.successorId().get());
        }
        return last;
    }
}
