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
import org.clinicdesk.appointment.v1.MoveRequest;
import org.clinicdesk.appointment.v1.MoveResponse;
import org.clinicdesk.appointment.v1.PinRequest;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.appointment.v1.ReinstateRequest;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.appointment.v1.UndoCheckInRequest;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.appointment.v1.UnpinRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
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
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    VisitActions(BoardModel board) {
        this.desk = board.desk();
        this.board = board;
        this.series = new SeriesModel(board, busy);
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    Busy busy() {
        return busy;
    }

    Undos undos() {
        return desk.undos();
    }

    /// What was done to several visits of a series.
    SeriesModel series() {
        return series;
    }

    boolean mayCheckIn() {
        return desk.may(AppointmentServiceGrpc.getCheckInMethod());
    }

    boolean mayWrite() {
        return desk.may(AppointmentServiceGrpc.getMoveMethod());
    }

    boolean canCheckIn(Visit visit) {
        return mayCheckIn()
                && Times.date(desk, visit.appointment()).equals(desk.today())
                && (visit.expected() || visit.is(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW));
    }

    boolean canUndoCheckIn(Visit visit) {
        return mayCheckIn() && visit.is(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED);
    }

    boolean canMove(Visit visit) {
        return mayWrite() && visit.expected();
    }

    /// Nobody has missed a visit that has not begun.
    boolean canMarkNoShow(Visit visit) {
        return mayWrite()
                && visit.expected()
                && !board.now().get().isBefore(Day.instant(visit.appointment().getStart()));
    }

    /// Whether it is worth asking the server: who arrived, and did not answer two calls, has missed it too.
    boolean mayHaveMissed(Visit visit) {
        return mayWrite()
                && !busy.is()
                && (canMarkNoShow(visit) || visit.is(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED));
    }

    boolean canConfirm(Visit visit) {
        return mayWrite()
                && visit.expected()
                && visit.appointment().getConfirmation() != Confirmation.CONFIRMATION_CONFIRMED;
    }

    boolean canCancel(Visit visit) {
        return mayWrite()
                && (visit.expected() || visit.is(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED));
    }

    boolean canOpenPatient() {
        return desk.has("patient");
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
        if (canCheckIn(visit) && !busy.is()) {
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
        write(
                () -> appointments.checkIn(request).getAppointment(),
                this::explain,
                arrived -> {
                    done("appointment.done.arrived", arrived, () -> undoCheckIn(arrived));
                    then.accept(arrived);
                });
    }

    void undoCheckIn(Visit visit) {
        if (canUndoCheckIn(visit) && !busy.is()) {
            undoCheckIn(visit.appointment());
        }
    }

    private void undoCheckIn(Appointment visit) {
        var request =
                UndoCheckInRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        write(
                () -> appointments.undoCheckIn(request).getAppointment(),
                this::explain,
                back -> tell("appointment.done.not-arrived", back));
    }

    /// Somebody did not come: a person says so, never the clock.
    void markNoShow(Visit visit) {
        if (canMarkNoShow(visit) && !busy.is()) {
            markNoShow(visit.appointment());
        }
    }

    void markNoShow(Appointment visit) {
        var request =
                MarkNoShowRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        write(
                () -> appointments.markNoShow(request).getAppointment(),
                this::explain,
                missed -> doneWith("appointment.done.no-show", missed));
    }

    /// Somebody of an earlier day was there, though nobody checked him in.
    void markAttended(Appointment visit) {
        var request =
                MarkAttendedRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        write(
                () -> appointments.markAttended(request).getAppointment(),
                this::explain,
                there -> doneWith("appointment.done.attended", there));
    }

    /// The person said that he will come.
    void confirm(Visit visit) {
        if (canConfirm(visit) && !busy.is()) {
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
        write(
                () -> appointments.setConfirmation(request).getAppointment(),
                this::explain,
                sure -> {
                    doneWith("appointment.done." + said.name(), sure);
                    if (visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_REQUESTED
                            && said == Confirmation.CONFIRMATION_CONFIRMED
                            && Which.asked(visit)) {
                        series.agreed(sure);
                    }
                });
    }

    /// Tells what was done; taking it back tells what that was.
    private void doneWith(String key, Appointment visit) {
        done(key, visit, () -> takeBack(visit, words(key, visit)));
    }

    /// What came after it and was taken back itself is in nobody's way: the visit is taken as the board knows it now. Of
    /// another's change the server keeps its hands off.
    ///
    /// @param what was done, in words
    private void takeBack(Appointment visit, String what) {
        var now = board.day().get().visit(visit.getId()).map(Visit::appointment).orElse(visit);
        var request =
                UndoRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(Math.max(visit.getVersion(), now.getVersion()))
                        .build();
        write(
                () -> appointments.undo(request).getAppointment(),
                this::explain,
                back -> desk.notices().done(desk.texts().get("appointment.done.taken-back", what)));
    }

    /// Puts a visit on the pinboard, to give it another time; it keeps the one it has until then.
    void pin(Visit visit) {
        if (canMove(visit) && !busy.is()) {
            pin(
                    visit.appointment(),
                    pin -> done("appointment.done.pinned", visit.appointment(), () -> unpin(pin)));
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
        var request =
                UnpinRequest.newBuilder().setId(pin.getId()).setVersion(pin.getVersion()).build();
        desk.calls()
                .call(() -> appointments.unpin(request))
                .busy(busy)
                .refused(this::explain)
                .then(answer -> board.read());
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
            done("appointment.done.cancelled", gone, () -> reinstate(gone));
        } else {
            var all = with(gone, answer.getOthersList());
            several("appointment.series.cancelled", gone, all, () -> series.takeBack(all));
        }
    }

    private static List<Appointment> with(Appointment first, List<Appointment> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private void reinstate(Appointment visit) {
        var request =
                ReinstateRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        write(
                () -> appointments.reinstate(request).getAppointment(),
                this::explain,
                back -> {
                    tell("appointment.done.reinstated", back);
                    board.select(back.getId());
                });
    }

    /// Moves a visit to another time, length, practitioner or room.
    ///
    /// @param requestId made when the move began
    void move(Ghost to, Which which, RequestId requestId, Moved moved) {
        var visit = to.visit();
        var request =
                place(visit.appointment(), new Cursor(to.columnId(), to.minute(), ""))
                        .setMinutes(to.stretched() ? to.length() : 0)
                        .setScope(which.scope())
                        .build();
        desk.calls()
                .call(() -> appointments.move(request))
                .busy(busy)
                .once(requestId)
                .refused(moved::refused)
                .then(answer -> {
                    moved.done();
                    moved(visit.appointment(), answer);
                });
    }

    /// Asks for a visit to go to a place on the board. Between doctors the room is not spoken of; between rooms the doctor
    /// stays.
    MoveRequest.Builder place(Appointment visit, Cursor at) {
        var day = board.day().get();
        var column = day.columns().get(day.indexOf(at.columnId()));
        var request =
                MoveRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .setPractitionerId(
                                column.isRoom()
                                        ? visit.getPractitionerId()
                                        : column.practitionerId())
                        .setStart(Times.timestamp(day.wall().instant(column.date(), at.minute())));
        if (column.isRoom() && !column.room().equals(visit.getRoomId())) {
            request.setRoomId(column.room());
        }
        return request;
    }

    private void moved(Appointment before, MoveResponse answer) {
        var there = answer.getAppointment();
        var others = SeriesModel.done(answer);
        if (others.isEmpty()) {
            moved(before, there);
        } else {
            var all = with(there, others);
            board.select(there.getId());
            board.read();
            several("appointment.series.moved", there, all, () -> series.takeBack(all));
        }
        series.tellStayed(answer);
    }

    /// Tells of a move and offers the way back.
    void moved(Appointment before, Appointment there) {
        board.select(there.getId());
        board.read();
        done(movedKey(before, there), there, () -> moveBack(there));
    }

    /// Says what is different: the length, the day, or only the time.
    private String movedKey(Appointment before, Appointment there) {
        var asLong = Times.minutes(before) == Times.minutes(there);
        var stayed =
                before.getStart().equals(there.getStart())
                        && before.getPractitionerId().equals(there.getPractitionerId())
                        && before.getRoomId().equals(there.getRoomId());
        if (!asLong) {
            return stayed ? "appointment.done.length" : "appointment.done.moved-length";
        }
        return Times.date(desk, before).equals(Times.date(desk, there))
                ? "appointment.done.moved"
                : "appointment.done.moved-day";
    }

    /// Tells that a visit was put right, and offers the way back; nothing when it was right.
    void corrected(Appointment before, Appointment right) {
        if (right.getVersion() > before.getVersion()) {
            board.read();
            doneWith("appointment.done.corrected", right);
        }
    }

    /// Told how a move ended.
    interface Moved {
        void done();

        void refused(Problem problem);
    }

    /// Not moved once more: what it was may have begun already.
    private void moveBack(Appointment now) {
        var request =
                UndoRequest.newBuilder().setId(now.getId()).setVersion(now.getVersion()).build();
        write(
                () -> appointments.undo(request).getAppointment(),
                this::explain,
                back -> tell(movedKey(now, back), back));
    }

    private void write(
            Calls.Work<Appointment> work, Consumer<Problem> refused, Consumer<Appointment> then) {
        var again = desk.undos().attempted();
        desk.calls()
                .call(work)
                .busy(busy)
                .refused(problem -> {
                    // What is old will not be taken later either.
                    if (!problem.is("STALE")) {
                        again.run();
                    }
                    refused.accept(problem);
                })
                .then(changed -> {
                    then.accept(changed);
                    board.read();
                });
    }

    /// Somebody else was first, so what is on screen is old.
    void explain(Problem problem) {
        board.read();
        Refusals.explain(desk, problem);
    }

    private void several(String key, Appointment visit, List<Appointment> all, Runnable wayBack) {
        var undo = desk.undos().add(wayBack);
        var words =
                desk.texts()
                        .get(
                                key,
                                visit.getPerson().getName(),
                                Times.start(desk, visit),
                                all.size(),
                                desk.texts().dates().day(Times.date(desk, visit)));
        desk.notices().done(words, detail(visit), undo);
    }

    private void done(String key, Appointment visit, Runnable wayBack) {
        var undo = desk.undos().add(wayBack);
        desk.notices().done(words(key, visit), detail(visit), undo);
    }

    private void tell(String key, Appointment visit) {
        desk.notices().done(words(key, visit));
    }

    private String words(String key, Appointment visit) {
        return desk.texts()
                .get(
                        key,
                        visit.getPerson().getName(),
                        Times.start(desk, visit),
                        visit.getTicket(),
                        Times.minutes(visit),
                        desk.texts().dates().day(Times.date(desk, visit)));
    }

    private String detail(Appointment visit) {
        return Times.practitioner(desk, visit.getPractitionerId());
    }
}
