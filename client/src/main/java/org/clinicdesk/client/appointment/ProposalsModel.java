package org.clinicdesk.client.appointment;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.ListProposalsRequest;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;

/// The times that became free and suit somebody who wants to come sooner, whatever day the board shows.
final class ProposalsModel {

    private final Desk desk;
    private final BoardModel board;
    private final WaitlistServiceGrpc.WaitlistServiceBlockingV2Stub waitlist;
    private final ObservableList<FreedSlot> slots = FXCollections.observableArrayList();
    private final Lane reading = new Lane();

    ProposalsModel(BoardModel board) {
        this.desk = board.desk();
        this.board = board;
        this.waitlist = WaitlistServiceGrpc.newBlockingV2Stub(desk.channel());
        if (desk.may(WaitlistServiceGrpc.getListProposalsMethod())) {
            board.topics().add("waitlist/" + board.siteId());
            board.day().addListener(change -> read());
        }
    }

    ObservableList<FreedSlot> slots() {
        return slots;
    }

    /// What cannot be read this time stays as it was: the board itself says when the server is away.
    private void read() {
        var request = ListProposalsRequest.newBuilder().setSiteId(board.siteId()).build();
        desk.calls()
                .call(() -> waitlist.listProposals(request).getSlotsList())
                .latest(reading)
                .refused(problem -> {})
                .then(slots::setAll);
    }

    boolean mayAdd() {
        return desk.has("waitlist") && desk.may(WaitlistServiceGrpc.getAddToWaitlistMethod());
    }

    /// Puts whoever is chosen on the list; the visit chosen gives way when a sooner one is found. Never somebody who was
    /// looked up before and is not to be seen on the board.
    void add() {
        board.selected()
                .ifPresentOrElse(
                        this::add,
                        () ->
                                desk.notices()
                                        .reminder(desk.texts().get("appointment.sooner.nobody")));
    }

    private void add(Visit visit) {
        desk.patient().set(visit.appointment().getPerson());
        desk.navigator().go(Place.of("waitlist", "add").with("appointment_id", visit.id()));
    }

    void open() {
        if (desk.has("waitlist")) {
            desk.navigator().go(Place.of("waitlist"));
        }
    }
}
