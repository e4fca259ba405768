package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.RequestId;

import java.util.Optional;

/// A visit from the pinboard on its way to a time, whatever day the board goes to meanwhile.
final class PinModel {

    private final Desk desk;
    private final BoardModel board;
    private final VisitActions actions;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObjectProperty<Optional<PinnedVisit>> placing =
            new SimpleObjectProperty<>(Optional.empty());
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    PinModel(BoardModel board, VisitActions actions) {
        this.desk = board.desk();
        this.board = board;
        this.actions = actions;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// What a time is being chosen for.
    ObjectProperty<Optional<PinnedVisit>> placing() {
        return placing;
    }

    /// The booked visit that is to get another time; empty when what is placed is not booked yet.
    Optional<PinnedVisit> booked() {
        return placing.get().filter(pin -> !pin.getAppointmentId().isEmpty());
    }

    /// What is placed by booking it.
    Optional<PinnedVisit> unbooked() {
        return placing.get().filter(pin -> pin.getAppointmentId().isEmpty());
    }

    void take(PinnedVisit pin) {
        requestId = RequestId.fresh();
        placing.set(Optional.of(pin));
    }

    void drop() {
        placing.set(Optional.empty());
    }

    /// Moves the visit to the place; it leaves the pinboard with that.
    void place(Cursor at) {
        booked().filter(pin -> !busy.is()).ifPresent(pin -> find(pin, at));
    }

    private void find(PinnedVisit pin, Cursor at) {
        var request =
                ListUpcomingRequest.newBuilder()
                        .setPatientId(pin.getPerson().getPatientId())
                        .build();
        desk.calls()
                .call(() -> appointments.listUpcoming(request))
                .busy(busy)
                .then(answer ->
                        answer.getAppointmentsList().stream()
                                .filter(visit -> visit.getId().equals(pin.getAppointmentId()))
                                .findFirst()
                                .ifPresentOrElse(visit -> move(visit, at), board::read));
    }

    private void move(Appointment visit, Cursor at) {
        if (board.day().get().column(at.columnId()).isEmpty()) {
            return;
        }
        var request = actions.moves().place(visit, at).build();
        desk.calls()
                .call(() -> appointments.move(request).getAppointment())
                .busy(busy)
                .once(requestId)
                .refused(problem -> {
                    requestId = problem.offline() ? requestId : RequestId.fresh();
                    actions.explain(problem);
                })
                .then(there -> {
                    drop();
                    board.select(there.getId());
                    actions.moves().moved(visit, there);
                });
    }
}
