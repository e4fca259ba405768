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
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Icons;
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
import org.clinicdesk.queue.v1.QueueState;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The waiting list: who is next stands on top.
final class QueueView {

    private static final Duration TICK = Duration.seconds(20);
    private final Desk desk;
    private final Texts texts;
    private final QueueModel model;
    private final People people;
    private final Label summary = Labels.muted("");
    private final Why why;
    private final Table<QueueEntry> table;
    private final InvalidationListener timePassed = change -> passed();
    private final HBox root;

    QueueView(Desk desk, QueueModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
        this.why = new Why(desk);
        summary.setId("queue-list.summary");
        table = table();
        root = new HBox(Boxes.page(head(), table.view()));
        root.getProperties().put("passed", timePassed);
        model.now().addListener(new WeakInvalidationListener(timePassed));
        model.entries().addListener(new WeakInvalidationListener(timePassed));
        passed();
        Ticks.every(TICK, root, model::tick);
    }

    Parent root() {
        return root;
    }

    /// The buttons of the top bar: those for the selected person come and go with what can be done with him.
    static Node actions(Desk desk, QueueModel model) {
        var row = Boxes.row(8);
        var texts = desk.texts();
        var dialogs = new Dialogs(desk, model);
        row.getChildren()
                .addAll(
                        when(
                                model,
                                _ -> true,
                                Buttons.icon(
                                        "queue-list.history",
                                        "mdi2h-history",
                                        texts.get("queue.history"),
                                        () -> with(model, entry -> History.open(desk, entry)))),
                        when(
                                model,
                                model.steps()::mayPrint,
                                Buttons.icon(
                                        "queue-list.ticket",
                                        "mdi2t-ticket-outline",
                                        texts.get("queue.key.ticket"),
                                        () -> with(model, model.steps()::print))),
                        when(
                                model,
                                model.steps()::mayUndo,
                                Buttons.plain(
                                        "queue-list.send-back",
                                        texts.get("queue.send-back"),
                                        "mdi2u-undo",
                                        () -> with(model, model.steps()::undo))),
                        when(
                                model,
                                model.steps()::mayLeave,
                                Buttons.plain(
                                        "queue-list.leave",
                                        texts.get("queue.leave"),
                                        "mdi2a-account-remove-outline",
                                        () -> with(model, model.steps()::leave))),
                        when(
                                model,
                                model.steps()::mayTransfer,
                                Buttons.plain(
                                        "queue-list.transfer",
                                        texts.get("queue.transfer"),
                                        "mdi2a-account-switch-outline",
                                        () -> with(model, dialogs::transfer))),
                        when(
                                model,
                                model::isMineInRoom,
                                Buttons.plain(
                                        "queue-list.no-answer",
                                        texts.get("queue.no-answer"),
                                        "mdi2a-account-off-outline",
                                        () -> with(model, model.steps()::noAnswer))),
                        when(
                                model,
                                model::isMineInRoom,
                                Buttons.plain(
                                        "queue-list.recall",
                                        texts.get("queue.recall"),
                                        "mdi2b-bullhorn-outline",
                                        () -> with(model, model.steps()::recall))));
        desk.wall()
                .ifPresent(wall ->
                        row.getChildren()
                                .add(
                                        Buttons.icon(
                                                "queue-list.wall",
                                                "mdi2m-monitor",
                                                texts.get("queue.wall"),
                                                wall)));
        if (model.steps().mayAdd()) {
            row.getChildren()
                    .add(
                            Buttons.primary(
                                    "queue-list.walk-in",
                                    texts.get("queue.walk-in"),
                                    "mdi2a-account-plus-outline",
                                    dialogs::walkIn));
        }
        if (model.mayCall()) {
            var next =
                    Buttons.primary(
                            "queue-list.call-next",
                            texts.get("queue.call-next"),
                            "mdi2a-account-arrow-right",
                            model::callNext);
            next.disableProperty().bind(model.calling().property());
            row.getChildren().add(next);
        }
        return row;
    }

    private static Node when(QueueModel model, Predicate<QueueEntry> may, Node button) {
        button.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> {
                                    var entry = model.selected().get();
                                    return entry != null && may.test(entry);
                                },
                                model.selected()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /// Does something with the selected person.
    static void with(QueueModel model, Consumer<QueueEntry> action) {
        var entry = model.selected().get();
        if (entry != null) {
            action.accept(entry);
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
        if (model.mayCall()) {
            row.getChildren().add(room());
        }
        return row;
    }

    /// The room of this desk.
    private Node room() {
        var menu = new MenuButton("", Icons.of("mdi2d-door"));
        menu.setId("queue-list.room");
        menu.setFocusTraversable(false);
        var group = new ToggleGroup();
        for (var room : desk.site().getRoomsList()) {
            var item = new RadioMenuItem(room.getName());
            item.setToggleGroup(group);
            item.setSelected(room.getId().equals(model.room()));
            item.setOnAction(_ -> {
                model.room(room.getId());
                menu.setText(room.getName());
            });
            menu.getItems().add(item);
        }
        menu.setText(
                menu.getItems().stream()
                        .filter(item -> ((RadioMenuItem) item).isSelected())
                        .map(MenuItem::getText)
                        .findFirst()
                        .orElse(texts.get("queue.room.none")));
        return menu;
    }

    private Table<QueueEntry> table() {
        var made =
                new Table<QueueEntry>("queue-list.entries")
                        .node(heading("ticket"), this::ticket, 80)
                        .whole()
                        .node(heading("person"), this::person, 260)
                        .node(heading("priority"), this::priority, 170)
                        .node(heading("waiting"), this::waiting, 120)
                        .node(heading("estimate"), this::estimate, 120)
                        .text(heading("booked"), this::booked, 80)
                        .text(heading("practitioner"), this::practitioner, 170)
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

    /// Whoever is with a colleague or waits for him is not taken away by a double click.
    private void open(QueueEntry entry) {
        if (!model.mayCall()
                || entry.getState() == QueueState.QUEUE_STATE_IN_ROOM
                || !entry.hasElsewhere() && !model.isColleagues(entry)) {
            model.open(entry);
            return;
        }
        var name = entry.getPerson().getName();
        new Dialog(desk.layers(), texts, "queue-call", texts.get("queue.call.title", name))
                .say(
                        entry.hasElsewhere()
                                ? texts.get(
                                        "queue.call.elsewhere",
                                        entry.getElsewhere().getPractitionerName())
                                : texts.get("queue.call.detail", entry.getPractitionerName()))
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
                        entry.hasElsewhere()
                                ? Labels.of(why.elsewhere(entry.getElsewhere()), "tiny")
                                : Labels.of(people.line(person), "tiny", "muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        return Boxes.row(10, Avatar.small(person.getName()), words);
    }

    private Node ticket(QueueEntry entry) {
        return explained(entry, Labels.of(entry.getTicket(), "strong", "ticket"));
    }

    /// Whoever wants to know why somebody stands there points at it.
    private <N extends javafx.scene.control.Control> N explained(QueueEntry entry, N node) {
        var lines = why.lines(entry);
        if (!lines.isEmpty()) {
            node.setTooltip(new Tooltip(String.join("\n", lines)));
            node.setAccessibleHelp(String.join(". ", lines));
        }
        return node;
    }

    private Node priority(QueueEntry entry) {
        var words =
                entry.getGroupsCount() == 0
                        ? texts.get("queue.group.none")
                        : why.groups(entry.getGroupsList());
        var pill = explained(entry, Pill.of(words, tint(entry)));
        pill.setMinWidth(0);
        return pill;
    }

    private static Tint tint(QueueEntry entry) {
        return switch (entry.getStanding().getWeight()) {
            case 4 -> Tint.RED;
            case 3 -> Tint.AMBER;
            case 2 -> Tint.VIOLET;
            default -> Tint.GRAY;
        };
    }

    private Node waiting(QueueEntry entry) {
        var minutes = texts.get("queue.minutes", model.waiting(entry).minutes());
        return switch (entry.getState()) {
            case QUEUE_STATE_IN_ROOM ->
                    Pill.of(
                            entry.getRoomName().isEmpty()
                                    ? texts.get("queue.in-room")
                                    : entry.getRoomName(),
                            Tint.BLUE);
            case QUEUE_STATE_NO_ANSWER ->
                    explained(entry, Pill.of(texts.get("queue.no-answer.pill"), Tint.GRAY));
            default ->
                    explained(
                            entry,
                            Pill.of(
                                    minutes,
                                    entry.hasElsewhere()
                                            ? Tint.GRAY
                                            : Tint.of(model.degree(entry))));
        };
    }

    private Node estimate(QueueEntry entry) {
        var words = Labels.text(entry.hasStanding() ? why.estimate(entry) : "—");
        words.setWrapText(true);
        return explained(entry, words);
    }

    private String practitioner(QueueEntry entry) {
        return entry.getPractitionerName().isEmpty()
                ? texts.get("queue.anybody")
                : entry.getPractitionerName();
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
