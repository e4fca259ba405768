package org.clinicdesk.client.queue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Waiting;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.queue.v1.CallNextRequest;
import org.clinicdesk.queue.v1.Limits;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.ListQueueResponse;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueState;
import org.clinicdesk.queue.v1.UndoCallRequest;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

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
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Busy calling = new Busy();
    private final Lane reads = new Lane();
    private final Steps steps;
    private Limits limits = Limits.newBuilder().setLongMinutes(15).setTooLongMinutes(30).build();
    private @Nullable String toSelect;
    private RequestId request = RequestId.fresh();

    QueueModel(Desk desk) {
        this.desk = desk;
        this.queue = QueueServiceGrpc.newBlockingV2Stub(desk.channel());
        this.whose = new SimpleObjectProperty<>(mayCall() ? Whose.MINE : Whose.ALL);
        this.now = new ReadOnlyObjectWrapper<>(desk.clock().instant());
        this.steps = new Steps(desk, queue, this);
        whose.addListener(change -> read());
    }

    /// Those who wait, the next one first; then those in a room.
    ObservableList<QueueEntry> entries() {
        return entries;
    }

    ObjectProperty<@Nullable QueueEntry> selected() {
        return selected;
    }

    ObjectProperty<Whose> whose() {
        return whose;
    }

    /// The time by which waiting is counted; [#tick] sets it.
    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    Busy calling() {
        return calling;
    }

    boolean mayCall() {
        return desk.may(QueueServiceGrpc.getCallNextMethod());
    }

    /// What is done with somebody besides calling him.
    Steps steps() {
        return steps;
    }

    /// The room this desk stands in: whoever is called goes there. Empty when nobody said.
    String room() {
        var room = desk.settings().room().orElse("");
        return desk.site().getRoomsList().stream().anyMatch(known -> known.getId().equals(room))
                ? room
                : "";
    }

    void room(String id) {
        desk.settings().room(id);
    }

    static boolean waits(QueueEntry entry) {
        return entry.getState() == QueueState.QUEUE_STATE_WAITING;
    }

    /// Whether somebody waits for another practitioner: taking him away wants a second thought.
    boolean isColleagues(QueueEntry entry) {
        return !entry.getPractitionerId().isEmpty() && !entry.getPractitionerId().equals(me());
    }

    /// Whether the caller has this person in the room and can send him back.
    boolean isMineInRoom(@Nullable QueueEntry entry) {
        return entry != null
                && entry.getState() == QueueState.QUEUE_STATE_IN_ROOM
                && !isColleagues(entry)
                && mayCall();
    }

    Waiting waiting(QueueEntry entry) {
        return Waiting.of(entry.getSince(), entry.getBookedFor(), now.get());
    }

    Waiting.Degree degree(QueueEntry entry) {
        return waiting(entry).degree(limits);
    }

    long waitingCount() {
        return entries.stream().filter(QueueModel::waits).count();
    }

    /// Minutes of whoever waits longest; 0 when nobody waits.
    long longest() {
        return entries.stream()
                .filter(QueueModel::waits)
                .mapToLong(entry -> waiting(entry).minutes())
                .max()
                .orElse(0);
    }

    /// Lets time pass.
    void tick() {
        now.set(desk.clock().instant());
    }

    void read() {
        var wish =
                ListQueueRequest.newBuilder()
                        .setSiteId(site())
                        .setPractitionerId(whose.get() == Whose.MINE ? me() : "")
                        .build();
        desk.calls().call(() -> queue.listQueue(wish)).latest(reads).then(this::show);
    }

    private void show(ListQueueResponse read) {
        var shown = selected.get();
        var before = toSelect != null ? toSelect : shown == null ? "" : shown.getId();
        toSelect = null;
        limits = read.getLimits();
        tick();
        entries.setAll(read.getEntriesList());
        selected.set(
                entries.stream()
                        .filter(entry -> entry.getId().equals(before))
                        .findFirst()
                        .orElse(entries.isEmpty() ? null : entries.getFirst()));
    }

    /// Selects somebody as soon as he has been read.
    void select(QueueEntry entry) {
        toSelect = entry.getId();
    }

    /// Whether somebody waits or is in a room already: then he is selected.
    void inHouse(PersonLine person, Consumer<Optional<QueueEntry>> then) {
        var wish = ListQueueRequest.newBuilder().setSiteId(site()).build();
        desk.calls()
                .call(() -> queue.listQueue(wish).getEntriesList())
                .refused(_ -> then.accept(Optional.empty()))
                .then(all -> {
                    var there =
                            all.stream()
                                    .filter(entry ->
                                            entry.getPerson()
                                                    .getPatientId()
                                                    .equals(person.getPatientId()))
                                    .findFirst();
                    there.ifPresent(entry -> {
                        select(entry);
                        read();
                    });
                    then.accept(there);
                });
    }

    void toggleWhose() {
        whose.set(whose.get() == Whose.MINE ? Whose.ALL : Whose.MINE);
    }

    void callNext() {
        call("", false);
    }

    /// Calls somebody by choice; whoever is in a room already is gone to.
    void open(QueueEntry entry) {
        if (entry.getState() == QueueState.QUEUE_STATE_IN_ROOM) {
            visit(entry);
        } else if (mayCall()) {
            call(entry.getId(), entry.hasElsewhere());
        }
    }

    /// The request is renewed by an answer only: after a lost one, the same press asks for the same person.
    ///
    /// @param elsewhere whether the person is called out of another's room: whoever calls was asked
    private void call(String entryId, boolean elsewhere) {
        if (calling.is()) {
            return;
        }
        var wish =
                CallNextRequest.newBuilder()
                        .setSiteId(site())
                        .setEntryId(entryId)
                        .setRoomId(room())
                        .setInAnotherRoom(elsewhere)
                        .build();
        desk.calls()
                .call(() -> queue.callNext(wish))
                .once(request)
                .busy(calling)
                .refused("VISIT_OPEN", this::finishFirst)
                .refused(this::notCalled)
                .then(answer -> called(answer.getEntry()));
    }

    private void called(QueueEntry entry) {
        request = RequestId.fresh();
        var text = desk.texts().get("queue.called", entry.getPerson().getName());
        desk.notices().done(text, entry.getTicket(), wayBack(entry));
        visit(entry);
    }

    /// Says why nobody was called before it goes to the visit that is in the way: nobody must take one person for another.
    private void finishFirst(Problem problem) {
        notCalled(problem);
        go(problem.metadata().getOrDefault("visit", ""));
    }

    private void notCalled(Problem problem) {
        if (!problem.offline()) {
            request = RequestId.fresh();
        }
        desk.explain(problem);
        read();
    }

    private void visit(QueueEntry entry) {
        if (!entry.getVisitId().isEmpty() && desk.has("visit")) {
            desk.patient().set(entry.getPerson());
            go(entry.getVisitId());
        }
    }

    private void go(String visitId) {
        if (!visitId.isEmpty() && desk.has("visit")) {
            desk.navigator().go(place(visitId));
        }
    }

    private static Place place(String visitId) {
        return Place.of("visit", "write").with("id", visitId);
    }

    private Runnable wayBack(QueueEntry called) {
        return desk.undos()
                .add(
                        Steps.step(Steps.CALL, called),
                        attempt -> {
                            if (typedIn(called)) {
                                attempt.notNow();
                                return;
                            }
                            var version = attempt.version(called.getId(), called.getVersion());
                            attempt.call(
                                    sendingBack(called, version),
                                    this::explain,
                                    back -> sentBack(called, back));
                        });
    }

    /// Sends somebody who was called back to his old place. What is typed and not kept yet counts as written.
    void sendBack(QueueEntry entry) {
        if (!typedIn(entry)) {
            sendingBack(entry, entry.getVersion())
                    .refused(this::explain)
                    .then(back -> sentBack(entry, back));
        }
    }

    private Calls.Call<QueueEntry> sendingBack(QueueEntry entry, long version) {
        var wish =
                UndoCallRequest.newBuilder().setEntryId(entry.getId()).setVersion(version).build();
        return desk.calls().call(() -> queue.undoCall(wish).getEntry());
    }

    private void sentBack(QueueEntry entry, QueueEntry back) {
        desk.undos().became(back.getId(), back.getVersion());
        leftRoom(entry);
        tellBack(back);
        read();
    }

    /// Tells that somebody is where he was.
    void tellBack(QueueEntry back) {
        desk.notices()
                .done(desk.texts().get("queue.back", back.getPerson().getName(), back.getTicket()));
    }

    /// Whether something is typed in the visit of somebody and not kept yet: then says so.
    boolean typedIn(QueueEntry entry) {
        var typed =
                isOpen(entry.getVisitId())
                        && Objects.requireNonNull(desk.navigator().current().get()).dirty();
        if (typed) {
            desk.notices().failed(desk.texts().get("queue.refused.VISIT_WRITTEN"));
        }
        return typed;
    }

    /// There is no visit any more of somebody who came out of the room.
    void leftRoom(QueueEntry entry) {
        if (isOpen(entry.getVisitId())) {
            desk.navigator().replace(Place.of("queue"));
        }
    }

    private boolean isOpen(String visitId) {
        return desk.navigator().place().filter(place(visitId)::equals).isPresent();
    }

    /// Says why something was refused, and reads what stands there now.
    void explain(Problem problem) {
        desk.explain(problem);
        read();
    }

    private String me() {
        return desk.session().desk().getStaffId();
    }

    String site() {
        return desk.site().getId();
    }
}
