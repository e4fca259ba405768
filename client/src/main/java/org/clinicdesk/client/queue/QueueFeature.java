package org.clinicdesk.client.queue;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueueServiceGrpc;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The waiting room.
public final class QueueFeature implements Feature {

    private static final String TOPIC = "queue";

    @Override
    public String id() {
        return "queue";
    }

    @Override
    public String icon() {
        return "mdi2s-seat-outline";
    }

    @Override
    public Optional<MethodDescriptor<?, ?>> homeFor() {
        return Optional.of(QueueServiceGrpc.getCallNextMethod());
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return QueueServiceGrpc.getListQueueMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F6");
    }

    @Override
    public List<Key> everywhere(Desk desk) {
        return desk.may(QueueServiceGrpc.getCallNextMethod())
                ? List.of(Key.of("F9", "queue.call-next", () -> new QueueModel(desk).callNext()))
                : List.of();
    }

    @Override
    public Screen open(Desk desk, Place place) {
        return place.view().equals("called") ? called(desk, place) : list(desk, place);
    }

    /// What can be done with somebody who was called and is not there, beside the notes of his visit.
    private static Screen called(Desk desk, Place place) {
        var called = new CalledModel(desk, place.get("visit_id"));
        return Screen.of("queue.called", () -> new CalledPane(desk, called).root())
                .ownKeys(called::keys);
    }

    private static Screen list(Desk desk, Place place) {
        var model = new QueueModel(desk);
        model.read();
        var dialogs = new Dialogs(desk, model);
        var screen =
                Screen.of("queue.list", () -> new QueueView(desk, model).root())
                        .actions(() -> QueueView.actions(desk, model))
                        .watches(FXCollections.observableSet(TOPIC), model::read);
        if (desk.may(QueueServiceGrpc.getCallNextMethod())) {
            screen.keys(
                    Key.of("F9", "queue.call-next", model::callNext),
                    Key.hint("Enter", "queue.key.open"),
                    with("R", "queue.recall", model, model.steps()::recall),
                    with("N", "queue.no-answer", model, model.steps()::noAnswer));
        }
        screen.keys(
                with("H", "queue.history", model, entry -> History.open(desk, entry)),
                with("Ctrl+P", "queue.key.ticket", model, model.steps()::print));
        desk.wall().ifPresent(wall -> screen.keys(Key.of("S", "queue.wall", wall)));
        if (model.steps().mayAdd()) {
            screen.keys(Key.of("W", "queue.walk-in", dialogs::walkIn));
        }
        if (desk.may(QueueServiceGrpc.getTransferMethod())) {
            screen.keys(
                    with("T", "queue.transfer", model, dialogs::transfer),
                    with("G", "queue.key.groups", model, dialogs::groups),
                    with("Alt+Z", "queue.key.send-back", model, model.steps()::undo));
        }
        if (desk.may(QueueServiceGrpc.getCallNextMethod())) {
            screen.keys(Key.of("M", "queue.key.whose", model::toggleWhose));
        }
        if (place.view().equals("walk-in")) {
            screen.again(dialogs::walkIn);
            dialogs.walkIn();
        }
        return screen;
    }

    private static Key with(
            String caps, String textKey, QueueModel model, Consumer<QueueEntry> action) {
        return Key.of(caps, textKey, () -> QueueView.with(model, action));
    }
}
