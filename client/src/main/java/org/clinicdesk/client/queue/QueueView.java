package org.clinicdesk.client.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueuePriority;
import org.clinicdesk.queue.v1.QueueState;

/// The waiting list: who is next stands on top.
final class QueueView {

    private static final String SHEET = Objects.requireNonNull(
                    QueueView.class.getResource("/org/clinicdesk/client/queue/queue.css"))
            .toExternalForm();
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration TOO_LONG = Duration.ofMinutes(30);
    private static final javafx.util.Duration TICK = javafx.util.Duration.seconds(20);

    private final Desk desk;
    private final Texts texts;
    private final QueueModel model;
    private final People people;
    private final Label count = Labels.muted("");
    private final InvalidationListener recount = change -> count();

    QueueView(Desk desk, QueueModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
    }

    Parent root() {
        var whose = Segments.of(
                "queue-list.whose",
                List.of(QueueModel.Whose.values()),
                value -> texts.get("queue.whose." + value),
                model.whose());
        whose.setVisible(model.mayCall());
        whose.setManaged(model.mayCall());
        var table = table();
        var root = new HBox(Boxes.page(
                Boxes.row(10, whose, count, Boxes.spacer(), Labels.muted(texts.get("queue.order"))), table.view()));
        root.getStylesheets().add(SHEET);
        root.getProperties().put("recount", recount);
        model.entries().addListener(new WeakInvalidationListener(recount));
        count();
        tick(root, table);
        return root;
    }

    private void count() {
        count.setText(texts.get("queue.count", model.waiting()));
    }

    /// The minutes go on while nothing else changes. Runs only while the list is on the screen.
    private static void tick(Parent root, Table<QueueEntry> table) {
        var clock = new Timeline(new KeyFrame(TICK, event -> table.view().refresh()));
        clock.setCycleCount(Animation.INDEFINITE);
        root.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clock.stop();
            } else {
                clock.play();
            }
        });
    }

    /// The buttons of the top bar.
    static Node actions(Desk desk, QueueModel model) {
        if (!model.mayCall()) {
            return Boxes.row(0);
        }
        var next = Buttons.primary(
                "queue-list.call-next",
                desk.texts().get("queue.call-next"),
                "mdi2a-account-arrow-right",
                model::callNext);
        next.disableProperty().bind(model.calling().property());
        return next;
    }

    private Table<QueueEntry> table() {
        return new Table<QueueEntry>("queue-list.entries")
                .text(heading("ticket"), QueueEntry::getTicket, 80)
                .node(heading("person"), this::person, 260)
                .node(heading("priority"), this::priority, 150)
                .node(heading("waiting"), this::waiting, 110)
                .text(heading("booked"), this::booked, 80)
                .text(heading("practitioner"), QueueEntry::getPractitionerName, 170)
                .text(heading("reason"), QueueEntry::getReason, 220)
                .rows(model.entries())
                .selects(model.selected())
                .opens(model::open)
                .empty(EmptyState.of(
                        "mdi2s-seat-outline", texts.get("queue.nobody"), texts.get("queue.nobody.detail")));
    }

    private String heading(String column) {
        return texts.get("queue.column." + column).toUpperCase(texts.locale());
    }

    private Node person(QueueEntry entry) {
        var person = entry.getPerson();
        var words =
                Boxes.column(1, Labels.strong(person.getName()), Labels.of(people.line(person), "tiny", "muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        return Boxes.row(10, Avatar.small(person.getName()), words);
    }

    private Node priority(QueueEntry entry) {
        var pill = Pill.of(texts.get("queue.priority." + entry.getPriority()), tint(entry.getPriority()));
        if (!model.mayPrioritise()
                || entry.getState() != QueueState.QUEUE_STATE_WAITING) {
            return pill;
        }
        var menu = new MenuButton("", pill);
        menu.setId("queue-list.priority." + entry.getTicket());
        menu.setAccessibleText(texts.get("queue.priority") + ": " + pill.getText());
        menu.getStyleClass().addAll("flat", "queue-priority");
        for (var priority : QueuePriority.values()) {
            if (priority != QueuePriority.UNRECOGNIZED && priority.getNumber() > 0) {
                var item = new MenuItem(texts.get("queue.priority." + priority));
                item.setOnAction(_ -> model.prioritise(entry, priority));
                menu.getItems().add(item);
            }
        }
        return menu;
    }

    private static Tint tint(QueuePriority priority) {
        return switch (priority) {
            case QUEUE_PRIORITY_EMERGENCY -> Tint.RED;
            case QUEUE_PRIORITY_URGENT -> Tint.AMBER;
            case QUEUE_PRIORITY_PREFERRED -> Tint.VIOLET;
            default -> Tint.GRAY;
        };
    }

    private Node waiting(QueueEntry entry) {
        if (entry.getState() == QueueState.QUEUE_STATE_IN_ROOM) {
            return Pill.of(texts.get("queue.in-room"), Tint.VIOLET);
        }
        var waited = model.waited(entry);
        var tint = waited.compareTo(TOO_LONG) >= 0 ? Tint.RED : waited.compareTo(LONG) >= 0 ? Tint.AMBER : Tint.GREEN;
        return Pill.of(texts.get("queue.minutes", Math.max(0, waited.toMinutes())), tint);
    }

    private String booked(QueueEntry entry) {
        return entry.hasBookedFor()
                ? texts.dates().time(Instant.ofEpochSecond(entry.getBookedFor().getSeconds()), desk.session().zone())
                : "—";
    }
}
