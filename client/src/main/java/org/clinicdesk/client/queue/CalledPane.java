package org.clinicdesk.client.queue;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.queue.v1.QueueEntry;

import java.time.Instant;

/// One line for a doctor to whom nobody has come yet: since when he is called, and what can be done.
final class CalledPane {

    private final Desk desk;
    private final CalledModel model;
    private final FlowPane line = new FlowPane(14, 6);

    CalledPane(Desk desk, CalledModel model) {
        this.desk = desk;
        this.model = model;
        line.setAlignment(Pos.CENTER_LEFT);
        line.setId("queue-called");
        Redraw.of(line, this::draw, model.entry());
        draw();
    }

    Parent root() {
        return line;
    }

    private void draw() {
        line.getChildren().clear();
        model.entry().get().ifPresent(this::draw);
    }

    private void draw(QueueEntry entry) {
        line.getChildren()
                .addAll(
                        Labels.muted(since(entry)),
                        button("recall", "R", model::recall),
                        button("no-answer", "N", model::noAnswer));
        if (model.mayTransfer()) {
            line.getChildren().add(button("transfer", "T", model::transfer));
        }
        line.getChildren().add(button("send-back", "Z", model::takeBack));
    }

    private String since(QueueEntry entry) {
        var at = Instant.ofEpochSecond(entry.getAnnouncedAt().getSeconds());
        var time = desk.texts().dates().time(at, desk.session().zone());
        var words = desk.texts().get("queue.called.since", time);
        return entry.getRoomName().isEmpty() ? words : words + " · " + entry.getRoomName();
    }

    private Node button(String name, String letter, Runnable action) {
        var button =
                Buttons.small(
                        Buttons.plain(
                                "queue-called." + name, desk.texts().get("queue." + name), action));
        button.setFocusTraversable(false);
        return Boxes.row(5, button, Kbd.of("Alt+" + letter));
    }
}
