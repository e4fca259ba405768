package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.TakeBack;

import java.util.List;
import java.util.function.Consumer;

/// Writes what is done with a visit, tells of it, and offers the way back.
final class VisitDone {

    private final Desk desk;
    private final BoardModel board;
    private final Busy busy;
    private final TakeBack takeBack;

    VisitDone(BoardModel board, Busy busy) {
        this.desk = board.desk();
        this.board = board;
        this.busy = busy;
        this.takeBack = new TakeBack(desk, busy);
    }

    /// Tells what was done; taking it back tells what that was.
    void doneWith(String key, Appointment visit) {
        var what = words(key, visit);
        done(
                key,
                visit,
                back(
                        visit,
                        now ->
                                desk.notices()
                                        .done(
                                                desk.texts()
                                                        .get(
                                                                "appointment.done.taken-back",
                                                                what))));
    }

    /// Remembers the way back from what was done to a visit.
    ///
    /// @param then told what it is now
    Runnable back(Appointment visit, Consumer<Appointment> then) {
        return desk.undos()
                .add(attempt ->
                        takeBack.of(
                                attempt,
                                visit,
                                this::explain,
                                now -> {
                                    then.accept(now);
                                    board.read();
                                }));
    }

    void write(
            Calls.Work<Appointment> work, Consumer<Problem> refused, Consumer<Appointment> then) {
        desk.calls()
                .call(work)
                .busy(busy)
                .refused(refused)
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

    /// @param undo as it was remembered
    void several(String key, Appointment visit, List<Appointment> all, Runnable undo) {
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

    /// @param undo as it was remembered
    void done(String key, Appointment visit, Runnable undo) {
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
