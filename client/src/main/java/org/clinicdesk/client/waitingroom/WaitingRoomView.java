package org.clinicdesk.client.waitingroom;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Stretched;
import org.clinicdesk.client.kit.Ticks;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.waitingroom.v1.Announcement;

import java.util.Objects;
import java.util.stream.Stream;

/// The picture on the wall: the last call as large as it fits, those before it below.
final class WaitingRoomView {

    private static final int EARLIER = 6;
    private static final Duration TICK = Duration.seconds(5);
    private static final String SHEET =
            Objects.requireNonNull(
                            WaitingRoomView.class.getResource(
                                    "/org/clinicdesk/client/waitingroom/waitingroom.css"))
                    .toExternalForm();

    private final Desk desk;
    private final Texts texts;
    private final WaitingRoomModel model;
    private final Label clock = Labels.of("", "clock");
    private final Label lost;
    private final VBox hero = Boxes.styled(Boxes.column(0), "hero");
    private final FlowPane earlier = new FlowPane(24, 24);
    private final Label earlierTitle;
    private final Stretched root;
    private final InvalidationListener drawn = _ -> draw();

    WaitingRoomView(Desk desk, WaitingRoomModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        lost = Labels.of(texts.get("waitingroom.lost"), "lost");
        earlierTitle = Labels.of(texts.get("waitingroom.earlier"), "word");
        var wall = Boxes.styled(new BorderPane(), "wall");
        wall.setTop(top());
        wall.setCenter(hero);
        BorderPane.setMargin(hero, new Insets(36, 72, 36, 72));
        var bottom = Boxes.column(16, earlierTitle, earlier);
        bottom.setPadding(new Insets(0, 72, 56, 72));
        wall.setBottom(bottom);
        root = new Stretched(wall);
        root.setId("waitingroom-wall");
        root.getStylesheets().add(SHEET);
        // Held by the picture alone, so that one in another language does not stay in memory.
        root.getProperties().put("drawn", drawn);
        Stream.of(model.calls(), model.lost(), model.fresh(), model.now())
                .forEach(shown -> shown.addListener(new WeakInvalidationListener(drawn)));
        draw();
        Ticks.every(TICK, root, model::tick);
    }

    Parent root() {
        return root;
    }

    private Node top() {
        return Boxes.styled(
                Boxes.row(
                        32,
                        Labels.of(desk.session().desk().getClinicName(), "clinic"),
                        Boxes.spacer(),
                        lost,
                        clock),
                "top");
    }

    private void draw() {
        clock.setText(texts.dates().time(model.now().get(), desk.session().zone()));
        lost.setVisible(model.lost().get());
        hero.getStyleClass().remove("fresh");
        var calls = model.calls();
        if (calls.isEmpty()) {
            hero.getChildren().setAll(Labels.of(texts.get("waitingroom.nobody"), "calm"));
        } else {
            if (model.fresh().get()) {
                hero.getStyleClass().add("fresh");
            }
            hero.getChildren().setAll(last(calls.getFirst()));
        }
        var before = calls.stream().skip(1).limit(EARLIER).map(this::before).toList();
        earlier.getChildren().setAll(before);
        earlierTitle.setVisible(!before.isEmpty());
    }

    private Node[] last(Announcement call) {
        var room =
                call.getRoomName().isEmpty()
                        ? Labels.of(texts.get("waitingroom.ask"), "room")
                        : Labels.of(call.getRoomName(), "room");
        var ticket = Labels.of(call.getTicket(), "ticket");
        ticket.setId("waitingroom-wall.last");
        return new Node[] {
            Labels.of(texts.get("waitingroom.calling"), "word"),
            ticket,
            Labels.of(call.getRoomName().isEmpty() ? "" : texts.get("waitingroom.go-to"), "word"),
            room
        };
    }

    private Node before(Announcement call) {
        var row =
                Boxes.row(
                        36,
                        Labels.of(call.getTicket(), "ticket"),
                        Boxes.spacer(),
                        Labels.of(call.getRoomName(), "room"));
        row.setAlignment(Pos.CENTER_LEFT);
        return Boxes.styled(row, "earlier");
    }
}
