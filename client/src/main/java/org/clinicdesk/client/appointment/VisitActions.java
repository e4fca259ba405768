package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.appointment.v1.CancelResponse;
import org.clinicdesk.appointment.v1.CheckInRequest;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.MarkAttendedRequest;
import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.appointment.v1.PinRequest;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.appointment.v1.UnpinRequest;
import org.clinicdesk.appointment.v1.UnpinResponse;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.TakeBack;
import org.clinicdesk.client.platform.Undos;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What is done with a visit, and the way back from it.
final class VisitActions {

    private final Desk desk;
    private final BoardModel board;
    private final Busy busy = new Busy();
    private final SeriesModel series;
    private final VisitRights rights;
    private final VisitDone done;
    private final TakeBack takeBack;
    private final VisitMoves moves;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    VisitActions(BoardModel board) {
        this.desk = board.desk();
        this.board = board;
        this.series = new SeriesModel(board, busy);
        this.rights = new VisitRights(board, busy);
        this.done = new VisitDone(board, busy);
        this.takeBack = new TakeBack(desk, busy);
        this.moves = new VisitMoves(board, busy, series, done);
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    Busy busy() {
        return busy;
    }

    Undos undos() {
        return desk.undos();
    }

    /// What can be done with a visit.
    VisitRights rights() {
        return rights;
    }

    /// How visits go elsewhere.
    VisitMoves moves() {
        return moves;
    }

    /// What was done to several visits of a series.
    SeriesModel series() {
        return series;
    }

    void openPatient(Visit visit) {
        desk.patient().set(visit.appointment().getPerson());
        desk.navigator()
                .go(
                        Place.of("patient", "record")
                                .with("id", visit.appointment().getPerson().getPatientId()));
    }

    /// A key pressed twice in a hurry is one wish: nothing is done while something is under way.
    void checkIn(Visit visit) {
        if (rights.canCheckIn(visit) && !busy.is()) {
            checkIn(visit.appointment(), appointment -> {});
        }
    }

    /// Marks somebody as arrived, on whatever day the board is.
    void checkIn(Appointment visit, Consumer<Appointment> then) {
        var request =
                CheckInRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        done.write(
                () -> appointments.checkIn(request).getAppointment(),
                this::explain,
                arrived -> {
                    done.done("appointment.done.arrived", arrived, wayBack(arrived));
                    then.accept(arrived);
                });
    }

    private Runnable wayBack(Appointment arrived) {
        return desk.undos()
                .add(
                        TakeBack.arrival(arrived),
                        attempt ->
                                takeBack.arrival(
                                        attempt, arrived, this::explain, this::notArrived));
    }

    void undoCheckIn(Visit visit) {
        if (rights.canUndoCheckIn(visit) && !busy.is()) {
            takeBack.arrival(visit.appointment(), this::explain, this::notArrived);
        }
    }

    private void notArrived(Appointment back) {
        done.tell("appointment.done.not-arrived", back);
        board.read();
    }

    /// Somebody did not come: a person says so, never the clock.
    void markNoShow(Visit visit) {
        if (rights.canMarkNoShow(visit) && !busy.is()) {
            markNoShow(visit.appointment());
        }
    }

    void markNoShow(Appointment visit) {
        var request =
                MarkNoShowRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        done.write(
                () -> appointments.markNoShow(request).getAppointment(),
                this::explain,
                missed -> done.doneWith("appointment.done.no-show", missed));
    }

    /// Somebody of an earlier day was there, though nobody checked him in.
    void markAttended(Appointment visit) {
        var request =
                MarkAttendedRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        done.write(
                () -> appointments.markAttended(request).getAppointment(),
                this::explain,
                there -> done.doneWith("appointment.done.attended", there));
    }

    /// The person said that he will come.
    void confirm(Visit visit) {
        if (rights.canConfirm(visit) && !busy.is()) {
            confirm(visit.appointment(), Confirmation.CONFIRMATION_CONFIRMED);
        }
    }

    /// Notes what the person said.
    void confirm(Appointment visit, Confirmation said) {
        if (busy.is()) {
            return;
        }
        var request =
                SetConfirmationRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .setConfirmation(said)
                        .build();
        done.write(
                () -> appointments.setConfirmation(request).getAppointment(),
                this::explain,
                sure -> {
                    done.doneWith("appointment.done." + said.name(), sure);
                    if (visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_REQUESTED
                            && said == Confirmation.CONFIRMATION_CONFIRMED
                            && Which.asked(visit)) {
                        series.agreed(sure);
                    }
                });
    }

    /// Puts a visit on the pinboard, to give it another time; it keeps the one it has until then.
    void pin(Visit visit) {
        if (rights.canMove(visit) && !busy.is()) {
            pin(
                    visit.appointment(),
                    pin ->
                            done.done(
                                    "appointment.done.pinned",
                                    visit.appointment(),
                                    desk.undos().add(attempt -> unpin(attempt, pin))));
        }
    }

    private void pin(Appointment visit, Consumer<PinnedVisit> then) {
        var request = PinRequest.newBuilder().setAppointmentId(visit.getId()).build();
        desk.calls()
                .call(() -> appointments.pin(request).getPin())
                .busy(busy)
                .refused(this::explain)
                .then(pin -> {
                    then.accept(pin);
                    board.read();
                });
    }

    /// Takes a visit off the pinboard; one that is booked stays where it is.
    void unpin(PinnedVisit pin) {
        unpinning(pin).refused(this::explain).then(answer -> board.read());
    }

    private void unpin(Undos.Attempt attempt, PinnedVisit pin) {
        attempt.call(unpinning(pin), this::explain, answer -> board.read());
    }

    private Calls.Call<UnpinResponse> unpinning(PinnedVisit pin) {
        var request =
                UnpinRequest.newBuilder().setId(pin.getId()).setVersion(pin.getVersion()).build();
        return desk.calls().call(() -> appointments.unpin(request)).busy(busy);
    }

    void cancel(Visit visit, CancelReason reason) {
        cancel(visit, reason, Which.THIS);
    }

    void cancel(Visit visit, CancelReason reason, Which which) {
        var request =
                CancelRequest.newBuilder()
                        .setId(visit.id())
                        .setVersion(visit.appointment().getVersion())
                        .setReason(reason)
                        .setScope(which.scope())
                        .build();
        desk.calls()
                .call(() -> appointments.cancel(request))
                .busy(busy)
                .refused(this::explain)
                .then(answer -> {
                    cancelled(answer);
                    board.read();
                });
    }

    private void cancelled(CancelResponse answer) {
        var gone = answer.getAppointment();
        if (answer.getOthersCount() == 0) {
            done.done("appointment.done.cancelled", gone, done.back(gone, this::reinstated));
        } else {
            var all = with(gone, answer.getOthersList());
            done.several("appointment.series.cancelled", gone, all, series.wayBack(all));
        }
    }

    private static List<Appointment> with(Appointment first, List<Appointment> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private void reinstated(Appointment back) {
        var waits = back.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_ARRIVED;
        done.tell(waits ? "appointment.done.waits-again" : "appointment.done.reinstated", back);
        board.select(back.getId());
    }

    /// Tells that a visit was put right, and offers the way back; nothing when it was right.
    void corrected(Appointment before, Appointment right) {
        if (right.getVersion() > before.getVersion()) {
            board.read();
            done.doneWith("appointment.done.corrected", right);
        }
    }

    /// Somebody else was first, so what is on screen is old.
    void explain(Problem problem) {
        done.explain(problem);
    }
}
