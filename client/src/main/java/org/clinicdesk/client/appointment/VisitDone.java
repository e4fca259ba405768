package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;

import java.util.List;
import java.util.function.Consumer;

/// Writes what is done with a visit, tells of it, and offers the way back.
final class VisitDone {

    private final Desk desk;
    private final BoardModel board;
    private final Busy busy;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    VisitDone(BoardModel board, Busy busy) {
        this.desk = board.desk();
        this.board = board;
        this.busy = busy;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// Tells what was done; taking it back tells what that was.
    void doneWith(String key, Appointment visit) {
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

    void write(
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

    void several(String key, Appointment visit, List<Appointment> all, Runnable wayBack) {
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

    void done(String key, Appointment visit, Runnable wayBack) {
        var undo = desk.undos().add(wayBack);
        desk.notices().done(words(key, visit), detail(visit), undo);
    }

    void tell(String key, Appointment visit) {
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
