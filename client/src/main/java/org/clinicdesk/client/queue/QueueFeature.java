package org.clinicdesk.client.queue;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.queue.v1.QueueServiceGrpc;

import java.util.Optional;

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
    public Screen open(Desk desk, Place place) {
        var model = new QueueModel(desk);
        model.read();
        var screen =
                Screen.of("queue.list", () -> new QueueView(desk, model).root())
                        .actions(() -> QueueView.actions(desk, model))
                        .watches(FXCollections.observableSet(TOPIC), model::read);
        if (desk.may(QueueServiceGrpc.getCallNextMethod())) {
            screen.keys(
                    Key.of("F9", "queue.call-next", model::callNext),
                    Key.hint("Enter", "queue.key.open"),
                    Key.of("M", "queue.key.whose", model::toggleWhose),
                    Key.of("Ctrl+Z", "queue.send-back", () -> QueueView.sendBack(model)));
        }
        if (desk.may(QueueServiceGrpc.getSetPriorityMethod())) {
            screen.keys(
                    Key.of("Ctrl+Up", "queue.key.raise", () -> model.raise(1)),
                    Key.of("Ctrl+Down", "queue.key.lower", () -> model.raise(-1)));
        }
        return screen;
    }
}
