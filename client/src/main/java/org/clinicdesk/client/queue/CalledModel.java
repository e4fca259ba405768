package org.clinicdesk.client.queue;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Somebody whom the caller has called to a visit, as long as he is in the room.
final class CalledModel {

    private final Desk desk;
    private final QueueModel queue;
    private final Dialogs dialogs;
    private final ObjectBinding<Optional<QueueEntry>> entry;

    CalledModel(Desk desk, String visitId) {
        this.desk = desk;
        this.queue = new QueueModel(desk);
        this.dialogs = new Dialogs(desk, queue);
        this.entry =
                Bindings.createObjectBinding(
                        () ->
                                queue.entries().stream()
                                        .filter(one -> one.getVisitId().equals(visitId))
                                        .filter(queue::isMineInRoom)
                                        .findFirst(),
                        queue.entries());
        queue.read();
    }

    /// Empty until it was read, and for the visits of others.
    ObjectBinding<Optional<QueueEntry>> entry() {
        return entry;
    }

    void recall() {
        with(queue.steps()::recall);
    }

    void noAnswer() {
        with(queue.steps()::noAnswer);
    }

    void transfer() {
        with(dialogs::transfer);
    }

    void takeBack() {
        with(queue.steps()::undo);
    }

    boolean mayTransfer() {
        return desk.may(QueueServiceGrpc.getTransferMethod());
    }

    /// The caret stands in the notes, so no letter alone is a key here.
    List<Key> keys() {
        if (entry.get().isEmpty()) {
            return List.of();
        }
        return List.of(
                Key.of("Alt+R", "queue.recall", this::recall),
                Key.of("Alt+N", "queue.no-answer", this::noAnswer),
                Key.of("Alt+T", "queue.transfer", this::transfer),
                Key.of("Alt+Z", "queue.key.send-back", this::takeBack),
                Key.of("F9", "queue.call-next", this::sayCalled));
    }

    private void sayCalled() {
        with(one ->
                desk.notices()
                        .offer(
                                desk.texts().get("queue.called.already", one.getPerson().getName()),
                                "queue.recall",
                                this::recall));
    }

    private void with(Consumer<QueueEntry> action) {
        entry.get().ifPresent(action);
    }
}
