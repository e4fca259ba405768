package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.ListUnfinishedRequest;
import org.clinicdesk.appointment.v1.ListUnfinishedResponse;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;

/// The lists of what is left to do at the site, whatever day the board shows.
final class UnfinishedModel {

    private final Desk desk;
    private final BoardModel board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<ListUnfinishedResponse> lists =
            new ReadOnlyObjectWrapper<>(ListUnfinishedResponse.getDefaultInstance());
    private final Lane reading = new Lane();

    UnfinishedModel(BoardModel board) {
        this.desk = board.desk();
        this.board = board;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        board.day().addListener(change -> read());
    }

    ReadOnlyObjectProperty<ListUnfinishedResponse> lists() {
        return lists.getReadOnlyProperty();
    }

    /// A list that cannot be read this time keeps what it had: the board itself says when the server is away.
    void read() {
        var request = ListUnfinishedRequest.newBuilder().setSiteId(board.siteId()).build();
        desk.calls()
                .call(() -> appointments.listUnfinished(request))
                .latest(reading)
                .refused(problem -> {})
                .then(lists::set);
    }
}
