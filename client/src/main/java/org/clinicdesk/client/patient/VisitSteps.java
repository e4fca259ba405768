package org.clinicdesk.client.patient;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.appointment.v1.CheckInRequest;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.appointment.v1.ReinstateRequest;
import org.clinicdesk.appointment.v1.Scope;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.appointment.v1.UndoCheckInRequest;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// What is said of one visit from the row of its person, and the words that tell it.
final class VisitSteps {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final Consumer<Appointment> show;
    private final Runnable stale;
    private final Busy busy = new Busy();

    /// @param show takes a visit as it is now
    /// @param stale told that what is on screen is old
    VisitSteps(Desk desk, Consumer<Appointment> show, Runnable stale) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.show = show;
        this.stale = stale;
    }

    /// What the caller may say of a visit.
    List<VisitStep> of(Appointment visit) {
        return VisitStep.of(visit, desk.clock().instant()).stream()
                .filter(step -> desk.may(step.needs()))
                .filter(step -> fits(step, date(visit).compareTo(desk.today())))
                .toList();
    }

    /// Who is there is there today; of a day that is over only that somebody did not come is still said.
    private static boolean fits(VisitStep step, int day) {
        return switch (step) {
            case CHECK_IN, UNDO_CHECK_IN -> day == 0;
            case NO_SHOW -> day <= 0;
            default -> day >= 0;
        };
    }

    /// Says something of a visit; the notice takes it back.
    void run(VisitStep step, Appointment visit) {
        if (busy.is() || !of(visit).contains(step)) {
            return;
        }
        change(
                call(step, visit),
                changed ->
                        desk.notices()
                                .done(
                                        name(changed),
                                        words(changed),
                                        desk.undos().add(() -> back(step, changed))));
    }

    /// Whether it must be asked first which visits of a series are meant.
    static boolean asks(VisitStep step, Appointment visit) {
        return step.cancels() && visit.getSeriesVisits() > 1;
    }

    /// Cancels visits of a series; the notice takes all of them back.
    void cancel(VisitStep step, Appointment visit, Scope scope) {
        if (busy.is() || !of(visit).contains(step)) {
            return;
        }
        var request = cancelling(visit, step.reason()).setScope(scope).build();
        desk.calls()
                .call(() -> appointments.cancel(request))
                .busy(busy)
                .refused(problem -> refused(problem, () -> {}))
                .then(answer -> {
                    var gone = answer.getAppointment();
                    var all = new ArrayDeque<>(List.of(gone));
                    all.addAll(answer.getOthersList());
                    var words =
                            desk.texts().get("patient.series.cancelled", all.size(), name(gone));
                    desk.notices().done(words, words(gone), desk.undos().add(() -> back(all)));
                    show.accept(gone);
                });
    }

    /// One after the other; what cannot be had again is told, and the rest is.
    private void back(Deque<Appointment> left) {
        var visit = left.poll();
        if (visit == null) {
            stale.run();
            return;
        }
        var request =
                UndoRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        desk.calls()
                .call(() -> appointments.undo(request).getAppointment())
                .busy(busy)
                .refused(problem -> {
                    desk.explain(problem);
                    back(left);
                })
                .then(changed -> {
                    if (left.isEmpty()) {
                        desk.notices().done(name(changed) + ": " + words(changed));
                    }
                    back(left);
                });
    }

    private Calls.Work<Appointment> call(VisitStep step, Appointment visit) {
        return switch (step) {
            case CHECK_IN -> {
                var request =
                        CheckInRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build();
                yield () -> appointments.checkIn(request).getAppointment();
            }
            case UNDO_CHECK_IN -> undoArrival(visit);
            case CONFIRM -> {
                var request =
                        SetConfirmationRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setConfirmation(Confirmation.CONFIRMATION_CONFIRMED)
                                .build();
                yield () -> appointments.setConfirmation(request).getAppointment();
            }
            case NO_SHOW -> {
                var request =
                        MarkNoShowRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build();
                yield () -> appointments.markNoShow(request).getAppointment();
            }
            case CANCEL, CANCEL_CLINIC -> {
                var request = cancelling(visit, step.reason()).build();
                yield () -> appointments.cancel(request).getAppointment();
            }
            case REINSTATE -> {
                var request =
                        ReinstateRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build();
                yield () -> appointments.reinstate(request).getAppointment();
            }
        };
    }

    private Calls.Work<Appointment> undoArrival(Appointment visit) {
        var request =
                UndoCheckInRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        return () -> appointments.undoCheckIn(request).getAppointment();
    }

    private static CancelRequest.Builder cancelling(Appointment visit, CancelReason reason) {
        return CancelRequest.newBuilder()
                .setId(visit.getId())
                .setVersion(visit.getVersion())
                .setReason(reason);
    }

    /// A check-in of who only checks in is undone without the right to book.
    private void back(VisitStep step, Appointment visit) {
        var request =
                UndoRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        change(
                step == VisitStep.CHECK_IN
                        ? undoArrival(visit)
                        : () -> appointments.undo(request).getAppointment(),
                changed -> desk.notices().done(name(changed) + ": " + words(changed)));
    }

    private void change(Calls.Work<Appointment> work, Consumer<Appointment> then) {
        var again = desk.undos().attempted();
        desk.calls()
                .call(work)
                .busy(busy)
                .refused(problem -> refused(problem, again))
                .then(changed -> {
                    show.accept(changed);
                    then.accept(changed);
                });
    }

    /// Somebody else was first, so what is on screen is old.
    private void refused(Problem problem, Runnable again) {
        if (!problem.is("STALE")) {
            again.run();
        }
        desk.explain(problem);
        stale.run();
    }

    private static String name(Appointment visit) {
        return visit.getPerson().getName();
    }

    /// `09:30 · Waiting · A-007`, with the day when it is not today.
    String words(Appointment visit) {
        var status = desk.texts().get("appointment.status." + visit.getStatus().name());
        var today = date(visit).equals(desk.today());
        var line = (today ? time(visit) : when(visit)) + " · " + status;
        return visit.getTicket().isEmpty() ? line : line + " · " + visit.getTicket();
    }

    String time(Appointment visit) {
        var start = Instant.ofEpochSecond(visit.getStart().getSeconds());
        return desk.texts().dates().time(start, desk.session().zone());
    }

    /// Whom it is with.
    String practitioner(Appointment visit) {
        return desk.session().practitioner(visit.getPractitionerId());
    }

    String service(Appointment visit) {
        return desk.session().service(visit.getServiceId());
    }

    /// `Tue 24 Nov, 09:00`.
    String when(Appointment visit) {
        var dates = desk.texts().dates();
        var date = date(visit);
        return dates.weekday(date) + " " + dates.dayAndMonth(date) + ", " + time(visit);
    }

    LocalDate date(Appointment visit) {
        return LocalDate.ofInstant(
                Instant.ofEpochSecond(visit.getStart().getSeconds()), desk.session().zone());
    }
}
