package org.clinicdesk.client.queue;

import org.clinicdesk.client.kit.PaperPreview;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.Undos;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.queue.v1.AddWalkInRequest;
import org.clinicdesk.queue.v1.GetTicketRequest;
import org.clinicdesk.queue.v1.LeaveRequest;
import org.clinicdesk.queue.v1.MarkNoAnswerRequest;
import org.clinicdesk.queue.v1.PriorityGroup;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueState;
import org.clinicdesk.queue.v1.RecallRequest;
import org.clinicdesk.queue.v1.SetGroupsRequest;
import org.clinicdesk.queue.v1.TransferRequest;
import org.clinicdesk.queue.v1.UndoNoAnswerRequest;
import org.clinicdesk.queue.v1.UndoTransferRequest;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What is done with somebody in the queue besides calling him; each can be taken back as long as it still can.
final class Steps {

    static final String CALL = "call";
    private static final String NO_ANSWER = "no-answer";
    private static final String TRANSFER = "transfer";
    private static final List<String> STEPS = List.of(CALL, NO_ANSWER, TRANSFER);

    private final Desk desk;
    private final QueueServiceGrpc.QueueServiceBlockingV2Stub queue;
    private final QueueModel model;

    Steps(Desk desk, QueueServiceGrpc.QueueServiceBlockingV2Stub queue, QueueModel model) {
        this.desk = desk;
        this.queue = queue;
        this.model = model;
    }

    boolean mayTransfer(QueueEntry entry) {
        return desk.may(QueueServiceGrpc.getTransferMethod())
                && (outside(entry) || model.isMineInRoom(entry));
    }

    boolean mayGroup(QueueEntry entry) {
        return outside(entry) && desk.may(QueueServiceGrpc.getSetGroupsMethod());
    }

    boolean mayAdd() {
        return desk.may(QueueServiceGrpc.getAddWalkInMethod());
    }

    /// Somebody with an appointment is checked out there.
    boolean mayLeave(QueueEntry entry) {
        return outside(entry)
                && entry.getAppointmentId().isEmpty()
                && desk.may(QueueServiceGrpc.getLeaveMethod());
    }

    /// Whether a ticket is of use to this person.
    boolean mayPrint(QueueEntry entry) {
        return QueueModel.waits(entry);
    }

    /// Shows the ticket before it is printed.
    void print(QueueEntry entry) {
        if (mayPrint(entry)) {
            var wish = GetTicketRequest.newBuilder().setEntryId(entry.getId()).build();
            var title = desk.texts().get("queue.ticket", entry.getTicket());
            desk.calls()
                    .call(() -> queue.getTicket(wish).getFile())
                    .refused(model::explain)
                    .then(file -> new PaperPreview(desk, "ticket", title, file).show());
        }
    }

    /// Whether there is something of this person to take back here.
    boolean mayUndo(QueueEntry entry) {
        return model.isMineInRoom(entry)
                || outside(entry)
                        && desk.may(QueueServiceGrpc.getUndoNoAnswerMethod())
                        && (entry.getMissed() > 0 || entry.hasTransferred());
    }

    private static boolean outside(QueueEntry entry) {
        return entry.getState() == QueueState.QUEUE_STATE_WAITING
                || entry.getState() == QueueState.QUEUE_STATE_NO_ANSWER;
    }

    /// Takes the last of it back: the call, a missed call, a transfer.
    void undo(QueueEntry entry) {
        if (STEPS.stream().anyMatch(step -> desk.undos().undo(step(step, entry)))) {
            return;
        }
        if (model.isMineInRoom(entry)) {
            model.sendBack(entry);
        } else if (mayUndo(entry)) {
            run(entry.getMissed() > 0 ? undoNoAnswer(entry) : undoTransfer(entry), this::back);
        }
    }

    static Undos.Step step(String name, QueueEntry left) {
        return new Undos.Step(name, left.getId(), left.getVersion());
    }

    void recall(QueueEntry entry) {
        if (!model.isMineInRoom(entry)) {
            sayNotCalled(entry);
            return;
        }
        var wish =
                RecallRequest.newBuilder()
                        .setEntryId(entry.getId())
                        .setVersion(entry.getVersion())
                        .build();
        run(
                () -> queue.recall(wish).getEntry(),
                _ -> desk.notices().done(desk.texts().get("queue.recalled", entry.getTicket())));
    }

    private void sayNotCalled(QueueEntry entry) {
        desk.notices().reminder(desk.texts().get("queue.not-called", entry.getPerson().getName()));
    }

    void noAnswer(QueueEntry entry) {
        if (!model.isMineInRoom(entry)) {
            sayNotCalled(entry);
            return;
        }
        if (model.typedIn(entry)) {
            return;
        }
        var wish =
                MarkNoAnswerRequest.newBuilder()
                        .setEntryId(entry.getId())
                        .setVersion(entry.getVersion())
                        .build();
        run(
                () -> queue.markNoAnswer(wish).getEntry(),
                missed -> {
                    leftRoom(entry);
                    var key =
                            missed.getState() == QueueState.QUEUE_STATE_WAITING
                                    ? "queue.missed.once"
                                    : "queue.missed.twice";
                    var text = desk.texts().get(key, entry.getPerson().getName());
                    desk.notices()
                            .done(
                                    text,
                                    entry.getTicket(),
                                    wayBack(NO_ANSWER, missed, this::undoNoAnswer));
                });
    }

    private Calls.Work<QueueEntry> undoNoAnswer(QueueEntry entry) {
        var wish =
                UndoNoAnswerRequest.newBuilder()
                        .setEntryId(entry.getId())
                        .setVersion(entry.getVersion())
                        .build();
        return () -> queue.undoNoAnswer(wish).getEntry();
    }

    /// @param practitionerId empty for whoever is free first
    void transfer(QueueEntry entry, String practitionerId, String roomId, String reason) {
        if (model.typedIn(entry)) {
            return;
        }
        var wish =
                TransferRequest.newBuilder()
                        .setEntryId(entry.getId())
                        .setVersion(entry.getVersion())
                        .setPractitionerId(practitionerId)
                        .setRoomId(roomId)
                        .setReason(reason.strip())
                        .build();
        run(
                () -> queue.transfer(wish).getEntry(),
                moved -> {
                    leftRoom(entry);
                    var name = entry.getPerson().getName();
                    var text =
                            moved.getPractitionerName().isEmpty()
                                    ? desk.texts().get("queue.transferred.anybody", name)
                                    : desk.texts()
                                            .get(
                                                    "queue.transferred",
                                                    name,
                                                    moved.getPractitionerName());
                    desk.notices()
                            .done(
                                    text,
                                    entry.getTicket(),
                                    wayBack(TRANSFER, moved, this::undoTransfer));
                });
    }

    private Calls.Work<QueueEntry> undoTransfer(QueueEntry entry) {
        var wish =
                UndoTransferRequest.newBuilder()
                        .setEntryId(entry.getId())
                        .setVersion(entry.getVersion())
                        .build();
        return () -> queue.undoTransfer(wish).getEntry();
    }

    void group(QueueEntry entry, Collection<PriorityGroup> groups) {
        run(
                grouping(entry, groups),
                grouped -> {
                    var text = desk.texts().get("queue.grouped", grouped.getPerson().getName());
                    var words =
                            grouped.getGroupsCount() == 0
                                    ? desk.texts().get("queue.group.none")
                                    : new Why(desk).groups(grouped.getGroupsList());
                    desk.notices()
                            .done(
                                    text,
                                    words,
                                    wayBack(
                                            "",
                                            grouped,
                                            now -> grouping(now, entry.getGroupsList())));
                });
    }

    private Calls.Work<QueueEntry> grouping(QueueEntry entry, Collection<PriorityGroup> groups) {
        var wish =
                SetGroupsRequest.newBuilder()
                        .setEntryId(entry.getId())
                        .setVersion(entry.getVersion())
                        .addAllGroups(groups)
                        .build();
        return () -> queue.setGroups(wish).getEntry();
    }

    /// What somebody without an appointment comes for.
    ///
    /// @param practitionerId empty for whoever is free first
    record WalkIn(
            PersonLine person,
            String serviceId,
            String practitionerId,
            Collection<PriorityGroup> groups,
            String reason) {}

    void add(WalkIn walkIn) {
        var wish =
                AddWalkInRequest.newBuilder()
                        .setSiteId(model.site())
                        .setPatientId(walkIn.person().getPatientId())
                        .setServiceId(walkIn.serviceId())
                        .setPractitionerId(walkIn.practitionerId())
                        .addAllGroups(walkIn.groups())
                        .setReason(walkIn.reason().strip())
                        .build();
        run(
                () -> queue.addWalkIn(wish).getEntry(),
                added -> {
                    model.select(added);
                    var text =
                            desk.texts()
                                    .get(
                                            "queue.added",
                                            added.getPerson().getName(),
                                            added.getTicket());
                    desk.notices()
                            .done(
                                    text,
                                    new Why(desk).estimate(added),
                                    wayBack("", added, this::leaving));
                });
    }

    void leave(QueueEntry entry) {
        run(leaving(entry), this::tellGone);
    }

    private Calls.Work<QueueEntry> leaving(QueueEntry entry) {
        var wish =
                LeaveRequest.newBuilder()
                        .setEntryId(entry.getId())
                        .setVersion(entry.getVersion())
                        .build();
        return () -> queue.leave(wish).getEntry();
    }

    private void tellGone(QueueEntry gone) {
        desk.notices().done(desk.texts().get("queue.gone", gone.getPerson().getName()));
    }

    /// Remembers the way back from a step.
    ///
    /// @param left somebody in the queue as the step left him
    private Runnable wayBack(
            String name, QueueEntry left, Function<QueueEntry, Calls.Work<QueueEntry>> backwards) {
        return desk.undos()
                .add(
                        step(name, left),
                        attempt -> {
                            var version = attempt.version(left.getId(), left.getVersion());
                            attempt.call(
                                    desk.calls()
                                            .call(
                                                    backwards.apply(
                                                            left.toBuilder()
                                                                    .setVersion(version)
                                                                    .build())),
                                    this::explain,
                                    now -> {
                                        back(now);
                                        model.read();
                                    });
                        });
    }

    /// Who came out of the room waits when that is taken back: he is not called once more.
    private void leftRoom(QueueEntry entry) {
        desk.undos().forget(step(CALL, entry));
        model.leftRoom(entry);
    }

    private void back(QueueEntry now) {
        desk.undos().became(now.getId(), now.getVersion());
        if (now.getState() == QueueState.QUEUE_STATE_LEFT) {
            tellGone(now);
        } else {
            model.tellBack(now);
        }
    }

    private void run(Calls.Work<QueueEntry> work, Consumer<QueueEntry> then) {
        desk.calls()
                .call(work)
                .refused(this::explain)
                .then(entry -> {
                    then.accept(entry);
                    model.read();
                });
    }

    private void explain(Problem problem) {
        desk.explain(problem);
        model.read();
    }
}
