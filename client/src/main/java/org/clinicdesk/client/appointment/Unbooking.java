package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.platform.Desk;

import java.util.List;

/// The way back from a booking: it was a mistake. The server puts back on the pinboard
/// what had waited there for it.
final class Unbooking {

    private final Desk desk;
    private final BoardModel board;
    private final VisitActions actions;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    Unbooking(BoardModel board, VisitActions actions) {
        this.desk = board.desk();
        this.board = board;
        this.actions = actions;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// Remembers that visits were booked, the first one first.
    ///
    /// @return takes them back, unless that was done
    Runnable remember(List<Appointment> visits) {
        return actions.undos().add(() -> takeBack(visits));
    }

    /// All of them, or none: what somebody did to one of them since is told.
    private void takeBack(List<Appointment> visits) {
        if (visits.size() > 1) {
            actions.series().takeBack(visits.stream().map(this::asItIs).toList());
            return;
        }
        var request = SeriesModel.request(List.of(asItIs(visits.getFirst())));
        var again = desk.undos().attempted();
        desk.calls()
                .call(() -> appointments.undo(request))
                .busy(actions.busy())
                .refused(problem -> {
                    again.run();
                    actions.explain(problem);
                })
                .then(answer -> {
                    tell(visits.getFirst());
                    board.read();
                });
    }

    /// As it stands on the board now: what was done to it since and taken back again is in nobody's way.
    private Appointment asItIs(Appointment visit) {
        return board.day().get().visit(visit.getId()).map(Visit::appointment).orElse(visit);
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
