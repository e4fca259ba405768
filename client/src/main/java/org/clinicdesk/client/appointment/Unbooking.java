package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.TakeBack;

import java.util.List;

/// The way back from a booking: it was a mistake. The server puts back on the pinboard
/// what had waited there for it.
final class Unbooking {

    private final Desk desk;
    private final BoardModel board;
    private final VisitActions actions;
    private final TakeBack takeBack;

    Unbooking(BoardModel board, VisitActions actions) {
        this.desk = board.desk();
        this.board = board;
        this.actions = actions;
        this.takeBack = new TakeBack(desk, actions.busy());
    }

    /// Remembers that visits were booked, the first one first: all of them are taken back, or none.
    ///
    /// @return takes them back, unless that was done
    Runnable remember(List<Appointment> visits) {
        if (visits.size() > 1) {
            return actions.series().wayBack(visits, "appointment.series.unbooked");
        }
        var visit = visits.getFirst();
        return desk.undos()
                .add(attempt ->
                        takeBack.of(
                                attempt,
                                visit,
                                actions::explain,
                                _ -> {
                                    tell(visit);
                                    board.read();
                                }));
    }

    private void tell(Appointment visit) {
        desk.notices()
                .done(
                        desk.texts()
                                .get(
                                        "appointment.done.unbooked",
                                        visit.getPerson().getName(),
                                        Times.start(desk, visit)));
    }
}
