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
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.TakeBack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What is said of one visit from the row of its person, and the words that tell it.
final class VisitSteps {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final Consumer<Appointment> show;
    private final Runnable stale;
    private final Busy busy = new Busy();
    private final TakeBack takeBack;

    /// @param show takes a visit as it is now
    /// @param stale told that what is on screen is old
    VisitSteps(Desk desk, Consumer<Appointment> show, Runnable stale) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.show = show;
        this.stale = stale;
        this.takeBack = new TakeBack(desk, busy);
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
        // A way back itself; what it took back is not done once more by taking that back.
        if (step == VisitStep.UNDO_CHECK_IN) {
            takeBack.arrival(visit, this::refused, this::tellBack);
            return;
        }
        desk.calls()
                .call(call(step, visit))
                .busy(busy)
                .refused(this::refused)
                .then(changed -> {
                    show.accept(changed);
                    desk.notices().done(name(changed), words(changed), wayBack(step, changed));
                });
    }

    /// A check-in of who only checks in is undone without the right to book.
    private Runnable wayBack(VisitStep step, Appointment changed) {
        return step == VisitStep.CHECK_IN
                ? desk.undos()
                        .add(
                                TakeBack.arrival(changed),
                                attempt ->
                                        takeBack.arrival(
                                                attempt, changed, this::refused, this::tellBack))
                : desk.undos()
                        .add(attempt ->
                                takeBack.of(attempt, changed, this::refused, this::tellBack));
    }

    private void tellBack(Appointment visit) {
        show.accept(visit);
        desk.notices().done(name(visit) + ": " + words(visit));
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
                .refused(this::refused)
                .then(answer -> {
                    var gone = answer.getAppointment();
                    var all = new ArrayList<>(List.of(gone));
                    all.addAll(answer.getOthersList());
                    var words =
                            desk.texts().get("patient.series.cancelled", all.size(), name(gone));
                    desk.notices().done(words, words(gone), wayBack(all));
                    show.accept(gone);
                });
    }

    private Runnable wayBack(List<Appointment> all) {
        return desk.undos()
                .add(attempt ->
                        takeBack.all(
                                attempt,
                                all,
                                this::refused,
                                answer -> {
                                    var first = answer.getAppointment();
                                    desk.notices().done(name(first) + ": " + words(first));
                                    stale.run();
                                }));
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
            case UNDO_CHECK_IN -> throw new IllegalArgumentException(step.name());
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

    private static CancelRequest.Builder cancelling(Appointment visit, CancelReason reason) {
        return CancelRequest.newBuilder()
                .setId(visit.getId())
                .setVersion(visit.getVersion())
                .setReason(reason);
    }

    /// Somebody else was first, so what is on screen is old.
    private void refused(Problem problem) {
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
