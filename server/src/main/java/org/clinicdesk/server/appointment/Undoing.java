package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.QueueEntry;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Takes back what somebody did to a visit, one change after the other.
///
/// Nothing is removed from the history: a change that takes another one back is a change of its own, and says which. What
/// is next to be taken back is the last change that neither is such a one nor was taken back.
final class Undoing {

    private static final Set<Status> WITH_THE_DOCTOR = Set.of(Status.IN_ROOM, Status.FULFILLED);

    private final Clock clock;
    private final Appointments appointments;
    private final Scheduling scheduling;
    private final Bookings bookings;
    private final Chronicle chronicle;
    private final QueueEntries queue;
    private final Pinboard pinboard;

    Undoing(
            Clock clock,
            Appointments appointments,
            Scheduling scheduling,
            Bookings bookings,
            Chronicle chronicle,
            QueueEntries queue,
            Pinboard pinboard) {
        this.clock = clock;
        this.appointments = appointments;
        this.scheduling = scheduling;
        this.bookings = bookings;
        this.chronicle = chronicle;
        this.queue = queue;
        this.pinboard = pinboard;
    }

    /// Takes the caller's own last change back. Returns the visit that has its time again, if another had taken its place.
    /// @throws Refusal NOTHING_TO_UNDO, NOT_YOURS, NOT_UNDOABLE; SLOT_TAKEN, SLOT_HELD, CAP_REACHED
    Appointment undo(Appointment appointment) {
        var change = last(chronicle.of(appointment.id()));
        refuseUnlessMine(change);
        if (change.before().isPresent()) {
            takeBack(appointment, change, change.before().get());
            return appointment;
        }
        unbook(appointment);
        return appointment
                .predecessorId()
                .map(appointments::get)
                .filter(old -> old.successorId().filter(appointment.id()::equals).isPresent())
                .map(this::giveBack)
                .orElse(appointment);
    }

    /// Takes the last change of each of several visits back, or of none. Answers as [#undo] does, in the order asked for.
    ///
    /// @param versions of the visits, as they are on the screen
    /// @throws Refusal NOT_TAKEN_BACK
    List<Appointment> undoAll(Map<UUID, Long> versions) {
        var refused = new LinkedHashMap<UUID, String>();
        var steps = new ArrayList<Step>();
        versions.forEach((id, version) ->
                Replanning.attempt(
                        id, refused, _ -> steps.add(step(appointments.get(id, version)))));
        bookings.lock(steps.stream().flatMap(step -> step.claim.stream()).toList());
        var done = new HashMap<UUID, Appointment>();
        steps.stream()
                .sorted(order(steps))
                .forEach(step ->
                        Replanning.attempt(
                                step.visit.id(), refused, id -> done.put(id, undo(step.visit))));
        if (!refused.isEmpty()) {
            throw AppointmentRefusal.NOT_TAKEN_BACK.naming(refused);
        }
        return versions.keySet().stream().map(done::get).map(Objects::requireNonNull).toList();
    }

    /// A visit with what it had before.
    ///
    /// @param claim empty when nothing is kept busy anew
    private record Step(Appointment visit, Instant then, Optional<Claim> claim) {}

    private Step step(Appointment visit) {
        var before = last(chronicle.of(visit.id())).before();
        return new Step(
                visit,
                before.map(Standing::startsAt).orElse(visit.span().start()),
                before.filter(past -> past.status().keepsTime())
                        .map(past -> scheduling.claimAgain(visit, past)));
    }

    /// So that none stands in the way of the next: those that went on return earliest first.
    private static Comparator<Step> order(List<Step> steps) {
        var byStart = Comparator.comparing((Step step) -> step.visit.span().start());
        var wentBack =
                steps.stream().anyMatch(step -> step.visit.span().start().isBefore(step.then));
        return wentBack ? byStart.reversed() : byStart;
    }

    /// What the clinic did by itself anybody takes back; but not what an import brought.
    private static void refuseUnlessMine(AppointmentHistory change) {
        var mine =
                change.staffId()
                        .map(Call.current().caller().staffId()::equals)
                        .orElse(change.before().isPresent());
        if (!mine) {
            throw new Refusal(AppointmentRefusal.NOT_YOURS);
        }
    }

    private static AppointmentHistory last(List<AppointmentHistory> history) {
        var number = history.size();
        while (number > 0) {
            var change = history.get(number - 1);
            if (change.undoes().isEmpty()) {
                return change;
            }
            number = change.undoes().get() - 1;
        }
        throw new Refusal(AppointmentRefusal.NOTHING_TO_UNDO);
    }

    /// A booking taken back was a mistake.
    private void unbook(Appointment appointment) {
        chronicle.change(
                appointment,
                1,
                () -> appointment.cancel(CancelReason.MISTAKE, false, clock.instant()));
        bookings.release(appointment);
        pinboard.settled(appointment);
        pinboard.restore(appointment, 1);
    }

    /// Gives an old visit its time back that the new one has just given up.
    Appointment giveBack(Appointment old) {
        var change = last(chronicle.of(old.id()));
        waitAgain(old, change, change.before().orElseThrow());
        return old;
    }

    /// Whether the person waited when the visit was ended.
    boolean waited(Appointment appointment) {
        return last(chronicle.of(appointment.id()))
                .before()
                .filter(before -> before.status() == Status.ARRIVED)
                .isPresent();
    }

    private void takeBack(Appointment appointment, AppointmentHistory change, Standing before) {
        refuseBeyondTheDesk(change, before);
        if (change.after().status() == Status.ARRIVED) {
            queue.leave(appointment.id(), clock.instant());
        }
        if (change.after().cancelReason() == CancelReason.RESCHEDULED) {
            unbookSuccessor(appointment);
        }
        waitAgain(appointment, change, before);
    }

    /// Who waited when the visit was ended has his place again; who cannot, for the day is over, has to arrive anew.
    private void waitAgain(Appointment appointment, AppointmentHistory change, Standing before) {
        if (before.status() != Status.ARRIVED) {
            restore(appointment, change, before, null);
            return;
        }
        var stay = queue.returning(appointment.id(), appointment.successorId());
        restore(
                appointment,
                change,
                stay.isPresent() ? before : before.with(Status.BOOKED),
                stay.map(QueueEntry::since).orElse(null));
        stay.ifPresent(it ->
                queue.waitAgain(
                        it,
                        appointment.id(),
                        appointment.practitionerId(),
                        appointment.span().start(),
                        clock.instant()));
    }

    private static void refuseBeyondTheDesk(AppointmentHistory change, Standing before) {
        var after = change.after().status();
        var seen = WITH_THE_DOCTOR.contains(after) && !Status.EXPECTED.contains(before.status());
        if (seen
                || WITH_THE_DOCTOR.contains(before.status())
                || before.status() == Status.ARRIVED && after != Status.CANCELLED) {
            throw new Refusal(AppointmentRefusal.NOT_UNDOABLE);
        }
    }

    /// Only while nothing happened to it since. @throws Refusal NOT_UNDOABLE
    void unbookSuccessor(Appointment appointment) {
        var next =
                appointment
                        .successorId()
                        .map(appointments::get)
                        .orElseThrow(() -> new Refusal(AppointmentRefusal.NOT_UNDOABLE));
        if (next.changes() > 1) {
            throw new Refusal(AppointmentRefusal.NOT_UNDOABLE);
        }
        unbook(next);
    }

    /// @param arrived since when the person waits again; null when he does not
    private void restore(
            Appointment appointment,
            AppointmentHistory change,
            Standing past,
            @Nullable Instant arrived) {
        var number = change.key().number();
        if (!past.status().keepsTime()) {
            restore(
                    appointment,
                    number,
                    () -> {
                        appointment.restore(past, clock.instant());
                        appointment.standOnTop(past.overbooked());
                    });
            bookings.release(appointment);
            pinboard.settled(appointment);
        } else if (appointment.standing().keepsSame(past)) {
            var onTop = appointment.overbooked();
            restore(
                    appointment,
                    number,
                    () -> {
                        appointment.restore(past, arrived, clock.instant());
                        appointment.standOnTop(onTop);
                    });
        } else {
            var granted = scheduling.again(appointment, past);
            restore(
                    appointment,
                    number,
                    () -> {
                        appointment.restore(past, arrived, clock.instant());
                        Scheduling.assign(appointment, granted);
                    });
            bookings.release(appointment);
            bookings.keep(appointment, granted);
        }
    }

    private void restore(Appointment appointment, int number, Runnable change) {
        chronicle.change(appointment, number, change);
        pinboard.restore(appointment, number);
    }
}
