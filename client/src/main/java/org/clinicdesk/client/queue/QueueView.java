package org.clinicdesk.client.queue;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Ticks;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.queue.v1.QueueEntry;
import org.clinicdesk.queue.v1.QueuePriority;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The waiting list: who is next stands on top.
final class QueueView {

    private static final Duration TICK = Duration.seconds(20);
    private static final String SHEET =
            Objects.requireNonNull(
                            QueueView.class.getResource("/org/clinicdesk/client/queue/queue.css"))
                    .toExternalForm();

    private final Desk desk;
    private final Texts texts;
    private final QueueModel model;
    private final People people;
    private final Label summary = Labels.muted("");
    private final Table<QueueEntry> table;
    private final InvalidationListener timePassed = change -> passed();
    private final HBox root;

    QueueView(Desk desk, QueueModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
        summary.setId("queue-list.summary");
        table = table();
        root = new HBox(Boxes.page(head(), table.view()));
        root.getStylesheets().add(SHEET);
        root.getProperties().put("passed", timePassed);
        model.now().addListener(new WeakInvalidationListener(timePassed));
        model.entries().addListener(new WeakInvalidationListener(timePassed));
        passed();
        Ticks.every(TICK, root, model::tick);
    }

    Parent root() {
        return root;
    }

    /// The buttons of the top bar.
    static Node actions(Desk desk, QueueModel model) {
        var row = Boxes.row(8);
        if (!model.mayCall()) {
            return row;
        }
        var texts = desk.texts();
        var back =
                Buttons.plain(
                        "queue-list.send-back",
                        texts.get("queue.send-back"),
                        "mdi2u-undo",
                        () -> sendBack(model));
        back.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.isMineInRoom(model.selected().get()),
                                model.selected()));
        back.managedProperty().bind(back.visibleProperty());
        var next =
                Buttons.primary(
                        "queue-list.call-next",
                        texts.get("queue.call-next"),
                        "mdi2a-account-arrow-right",
                        model::callNext);
        next.disableProperty().bind(model.calling().property());
        row.getChildren().addAll(back, next);
        return row;
    }

    /// Sends the selected person back to the waiting room.
    static void sendBack(QueueModel model) {
        var entry = model.selected().get();
        if (entry != null && model.isMineInRoom(entry)) {
            model.sendBack(entry);
        }
    }

    private Node head() {
        var row = Boxes.row(12);
        if (model.mayCall()) {
            row.getChildren()
                    .add(
                            Segments.of(
                                    "queue-list.whose",
                                    List.of(QueueModel.Whose.values()),
                                    value -> texts.get("queue.whose." + value),
                                    model.whose()));
        }
        row.getChildren().addAll(summary, Boxes.spacer(), Labels.muted(texts.get("queue.order")));
        return row;
    }

    private Table<QueueEntry> table() {
        var made =
                new Table<QueueEntry>("queue-list.entries")
                        .text(heading("ticket"), QueueEntry::getTicket, 80)
                        .node(heading("person"), this::person, 260)
                        .node(heading("priority"), this::priority, 140)
                        .node(heading("waiting"), this::waiting, 120)
                        .text(heading("booked"), this::booked, 80)
                        .text(heading("practitioner"), QueueEntry::getPractitionerName, 170)
                        .text(heading("reason"), QueueEntry::getReason, 220)
                        .rows(model.entries())
                        .selects(model.selected())
                        .opens(this::open)
                        .empty(
                                EmptyState.of(
                                        "mdi2s-seat-outline",
                                        texts.get("queue.nobody"),
                                        texts.get("queue.nobody.detail")));
        made.view().setAccessibleText(texts.get("queue.list.title"));
        made.view().getColumns().stream()
                .filter(column -> column.getText().equals(heading("practitioner")))
                .forEach(column ->
                        column.visibleProperty()
                                .bind(model.whose().isEqualTo(QueueModel.Whose.ALL)));
        Boxes.first(made.view());
        return made;
    }

    /// Whoever waits for a colleague is not taken away by a double click.
    private void open(QueueEntry entry) {
        if (!model.mayCall() || !QueueModel.waits(entry) || !model.isColleagues(entry)) {
            model.open(entry);
            return;
        }
        var name = entry.getPerson().getName();
        new Dialog(desk.layers(), texts, "queue-call", texts.get("queue.call.title", name))
                .say(texts.get("queue.call.detail", entry.getPractitionerName()))
                .primary(texts.get("queue.call.go"), () -> model.open(entry))
                .show();
    }

    private String heading(String column) {
        return texts.get("queue.column." + column).toUpperCase(texts.locale());
    }

    private Node person(QueueEntry entry) {
        var person = entry.getPerson();
        var words =
                Boxes.column(
                        1,
                        Labels.strong(person.getName()),
                        Labels.of(people.line(person), "tiny", "muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        return Boxes.row(10, Avatar.small(person.getName()), words);
    }

    private Node priority(QueueEntry entry) {
        var word = texts.get("queue.priority." + entry.getPriority());
        var pill = Pill.of(word, tint(entry.getPriority()));
        if (!model.mayPrioritise(entry)) {
            return pill;
        }
        var menu = Boxes.styled(new MenuButton("", pill), "queue-priority");
        menu.setId("queue-list.priority." + entry.getTicket());
        menu.setAccessibleText(texts.get("queue.priority.of", entry.getPerson().getName(), word));
        menu.setFocusTraversable(false);
        Arrays.stream(QueuePriority.values())
                .filter(priority ->
                        priority != QueuePriority.UNRECOGNIZED && priority.getNumber() > 0)
                .forEach(priority -> menu.getItems().add(item(entry, priority)));
        return menu;
    }

    private MenuItem item(QueueEntry entry, QueuePriority priority) {
        var item = new MenuItem(texts.get("queue.priority." + priority));
        item.setOnAction(_ -> model.prioritise(entry, priority));
        return item;
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
        if (!QueueModel.waits(entry)) {
            return Pill.of(texts.get("queue.in-room"), Tint.BLUE);
        }
        var waiting = model.waiting(entry);
        return Pill.of(texts.get("queue.minutes", waiting.minutes()), tint(waiting.degree()));
    }

    private static Tint tint(Waiting.Degree degree) {
        return switch (degree) {
            case SHORT -> Tint.GREEN;
            case LONG -> Tint.AMBER;
            case TOO_LONG -> Tint.RED;
        };
    }

    private String booked(QueueEntry entry) {
        return entry.hasBookedFor()
                ? texts.dates()
                        .time(
                                Instant.ofEpochSecond(entry.getBookedFor().getSeconds()),
                                desk.session().zone())
                : "—";
    }

    private void passed() {
        var count = model.waitingCount();
        summary.setText(count == 0 ? "" : texts.get("queue.summary", count, model.longest()));
        table.view().refresh();
    }
}
