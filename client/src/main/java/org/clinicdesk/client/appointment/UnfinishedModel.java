package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.ListUnfinishedRequest;
import org.clinicdesk.appointment.v1.ListUnfinishedResponse;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.replan.v1.ListReplansRequest;
import org.clinicdesk.replan.v1.ListReplansResponse.Replan;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;

import java.time.Duration;
import java.util.List;

/// The lists of what is left to do at the site, whatever day the board shows.
final class UnfinishedModel {

    /// A count for many changes at once; it may come a moment later than the lists.
    private static final Duration COUNT_LATER = Duration.ofMillis(500);

    private final Desk desk;
    private final BoardModel board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<ListUnfinishedResponse> lists =
            new ReadOnlyObjectWrapper<>(ListUnfinishedResponse.getDefaultInstance());
    private final ReadOnlyIntegerWrapper hit = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<Kept>> kept = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper asked = new ReadOnlyIntegerWrapper();
    private final Lane reading = new Lane();
    private final Lane counting = new Lane();

    UnfinishedModel(BoardModel board) {
        this.desk = board.desk();
        this.board = board;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        board.day().addListener(change -> read());
    }

    ReadOnlyObjectProperty<ListUnfinishedResponse> lists() {
        return lists.getReadOnlyProperty();
    }

    /// Visits that an absence hits and nobody decided about.
    ReadOnlyIntegerProperty hit() {
        return hit.getReadOnlyProperty();
    }

    /// Counts how often somebody asked for what is left to do: the lists then take the keyboard.
    ReadOnlyIntegerProperty asked() {
        return asked.getReadOnlyProperty();
    }

    void ask() {
        asked.set(asked.get() + 1);
    }

    /// What desks of the site keep for themselves, as it was when it was read.
    ReadOnlyObjectProperty<List<Kept>> kept() {
        return kept.getReadOnlyProperty();
    }

    /// Without what has run out since.
    List<Kept> stillKept() {
        var now = board.now().get();
        return kept.get().stream().filter(one -> one.until().isAfter(now)).toList();
    }

    private void show(ListUnfinishedResponse answer) {
        var now = desk.clock().instant();
        kept.set(
                answer.getHoldsList().stream()
                        .map(hold -> new Kept(hold, now.plusSeconds(hold.getSecondsLeft())))
                        .toList());
        lists.set(answer);
    }

    private void count() {
        var replans = ReplanServiceGrpc.newBlockingV2Stub(desk.channel());
        var request = ListReplansRequest.newBuilder().setSiteId(board.siteId()).build();
        desk.calls()
                .call(() -> replans.listReplans(request))
                .latest(counting)
                .after(COUNT_LATER)
                .refused(problem -> {})
                .then(answer ->
                        hit.set(answer.getReplansList().stream().mapToInt(Replan::getOpen).sum()));
    }

    /// A list that cannot be read this time keeps what it had: the board itself says when the server is away.
    void read() {
        var request = ListUnfinishedRequest.newBuilder().setSiteId(board.siteId()).build();
        desk.calls()
                .call(() -> appointments.listUnfinished(request))
                .latest(reading)
                .refused(problem -> {})
                .then(this::show);
        count();
    }
}
