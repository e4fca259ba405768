package org.clinicdesk.client.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueuePriority;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueState;
import org.clinicdesk.queue.v1.SetPriorityRequest;
import org.clinicdesk.queue.v1.UndoCallRequest;
import org.jspecify.annotations.Nullable;

/// Who waits, and calling them.
final class QueueModel {

    /// Whose patients are shown.
    enum Whose {
        MINE,
        ALL
    }

    private final Desk desk;
    private final QueueServiceGrpc.QueueServiceBlockingV2Stub queue;
    private final ObservableList<QueueEntry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable QueueEntry> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Whose> whose;
    private final Busy calling = new Busy();
    private final Lane reads = new Lane();
    private RequestId request = RequestId.fresh();

    QueueModel(Desk desk) {
        this.desk = desk;
        this.queue = QueueServiceGrpc.newBlockingV2Stub(desk.channel());
        this.whose = new SimpleObjectProperty<>(mayCall() ? Whose.MINE : Whose.ALL);
        whose.addListener(change -> read());
    }

    ObservableList<QueueEntry> entries() {
        return entries;
    }

    ObjectProperty<@Nullable QueueEntry> selected() {
        return selected;
    }

    ObjectProperty<Whose> whose() {
        return whose;
    }

    /// Somebody is being called. Reading the list does not hold up a call.
    Busy calling() {
        return calling;
    }

    boolean mayCall() {
        return desk.may(QueueServiceGrpc.getCallNextMethod());
    }

    boolean mayPrioritise() {
        return desk.may(QueueServiceGrpc.getSetPriorityMethod());
    }

    /// How many wait; who is in a room already does not.
    long waiting() {
        return entries.stream()
                .filter(entry -> entry.getState() == QueueState.QUEUE_STATE_WAITING)
                .count();
    }

    /// How long somebody has waited so far.
    Duration waited(QueueEntry entry) {
        var since = Instant.ofEpochSecond(entry.getSince().getSeconds());
        return Duration.between(since, desk.clock().instant());
    }

    void read() {
        var request = ListQueueRequest.newBuilder()
                .setSiteId(site())
                .setPractitionerId(whose.get() == Whose.MINE ? desk.session().desk().getStaffId() : "")
                .build();
        desk.calls()
                .call(() -> queue.listQueue(request))
                .latest(reads)
                .then(answer -> show(answer.getEntriesList()));
    }

    private void show(List<QueueEntry> now) {
        var before = Optional.ofNullable(selected.get()).map(QueueEntry::getId);
        entries.setAll(now);
        selected.set(now.stream()
                .filter(entry -> before.equals(Optional.of(entry.getId())))
                .findFirst()
                .orElse(now.isEmpty() ? null : now.getFirst()));
    }

    void callNext() {
        call("");
    }

    /// Calls somebody by choice; whoever is in the room already is gone back to.
    void open(QueueEntry entry) {
        if (entry.getState() == QueueState.QUEUE_STATE_IN_ROOM) {
            visit(entry);
        } else if (mayCall() && entry.getState() == QueueState.QUEUE_STATE_WAITING) {
            call(entry.getId());
        }
    }

    private void call(String entryId) {
        if (calling.is()) {
            return;
        }
        var wish = CallNextRequest.newBuilder().setSiteId(site()).setEntryId(entryId).build();
        desk.calls()
                .call(() -> queue.callNext(wish))
                .once(request)
                .busy(calling)
                .refused(this::notCalled)
                .then(answer -> called(answer.getEntry()));
    }

    /// Whoever has a visit open is brought to it, and told why.
    private void notCalled(Problem problem) {
        if (!problem.offline()) {
            request = RequestId.fresh();
        }
        desk.explain(problem);
        if (problem.is("VISIT_OPEN")) {
            open(problem.metadata().get("visit"));
        } else {
            read();
        }
    }

    private void called(QueueEntry entry) {
        request = RequestId.fresh();
        desk.notices()
                .done(
                        desk.texts().get("queue.called", entry.getPerson().getName()),
                        entry.getTicket(),
                        () -> undo(entry));
        visit(entry);
    }

    private void visit(QueueEntry entry) {
        desk.patient().set(entry.getPerson());
        open(entry.getVisitId());
    }

    private void open(@Nullable String visitId) {
        if (visitId != null && !visitId.isEmpty() && desk.has("visit")) {
            desk.navigator().go(visitPlace(visitId));
        }
    }

    private static Place visitPlace(String visitId) {
        return Place.of("visit", "write").with("id", visitId);
    }

    private void undo(QueueEntry entry) {
        var wish = UndoCallRequest.newBuilder()
                .setEntryId(entry.getId())
                .setVersion(entry.getVersion())
                .build();
        desk.calls().call(() -> queue.undoCall(wish)).then(_ -> {
            leave(visitPlace(entry.getVisitId()));
            read();
        });
    }

    /// The visit is no more: its screen must not stay open.
    private void leave(Place visit) {
        if (desk.navigator().place().equals(Optional.of(visit))) {
            desk.navigator().replace(Place.of("queue"));
        }
    }

    void prioritise(QueueEntry entry, QueuePriority priority) {
        var wish = SetPriorityRequest.newBuilder()
                .setEntryId(entry.getId())
                .setVersion(entry.getVersion())
                .setPriority(priority)
                .build();
        desk.calls()
                .call(() -> queue.setPriority(wish))
                .refused(problem -> {
                    desk.explain(problem);
                    read();
                })
                .then(_ -> read());
    }

    private String site() {
        return desk.session().desk().getSites(0).getId();
    }
}
