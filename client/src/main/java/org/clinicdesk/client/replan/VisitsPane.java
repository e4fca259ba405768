package org.clinicdesk.client.replan;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.client.replan.ReplanModel.Row;
import org.clinicdesk.replan.v1.Alternative;
import org.clinicdesk.replan.v1.HitVisit;
import org.clinicdesk.replan.v1.ReplanState;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The visits with what is proposed for each; the chosen one at the right, with all it could have.

final class VisitsPane {

    private static final double SIDE = 340;

    private final ReplanModel model;
    private final Texts texts;
    private final Words words;
    private final VBox chosen = Boxes.column(12);

    /// What stands in [#chosen].
    private @Nullable Row drawn;

    private final VBox page;
    private final HBox root;

    VisitsPane(ReplanModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        this.words = new Words(model.desk());
        var none =
                EmptyState.of(
                        "mdi2c-calendar-check-outline",
                        texts.get("replan.none"),
                        texts.get("replan.none.detail"));
        none.setVisible(model.wasRead());
        Redraw.of(none, () -> none.setVisible(model.wasRead()), model.replan());
        var table =
                new Table<Row>("replan-board.visits")
                        .node(heading("visit"), this::was, 250)
                        .node(heading("person"), this::person, 205)
                        .node(heading("state"), this::state, 110)
                        .node(heading("proposed"), this::proposed, 295)
                        .rows(model.rows())
                        .selects(model.selected())
                        .opens(row -> model.accept())
                        .empty(none);
        table.view().setAccessibleText(texts.get("replan.board.title"));
        Boxes.first(table.view());
        page = Boxes.page(table.view());
        root = new HBox(page, Boxes.side(SIDE, chosen));
        Redraw.of(root, this::draw, model.selected());
        Redraw.of(root, this::drawAnew, model.busy().property());
        draw();
    }

    HBox root() {
        return root;
    }

    /// What the arrows move in.
    Node table() {
        return page.getChildren().getLast();
    }

    void under(Node head) {
        page.getChildren().remove(head);
        page.getChildren().addFirst(head);
    }

    private String heading(String column) {
        return texts.get("replan.column." + column).toUpperCase(texts.locale());
    }

    private Node was(Row row) {
        return two(
                words.when(row.visit().getStart()),
                words.practitioner(row.visit().getPractitionerId()));
    }

    private Node person(Row row) {
        var visit = row.visit();
        return two(
                visit.getPerson().getName(),
                visit.getHere() ? texts.get("replan.here") : words.service(visit.getServiceId()));
    }

    private Node state(Row row) {
        return Pill.of(words.state(row.visit().getState()), Words.tint(row.visit().getState()));
    }

    /// What is proposed, or what became of it; below it what is wrong with that.
    private Node proposed(Row row) {
        if (!row.open()) {
            return outcome(row.visit());
        }
        var wrong = row.wrong();
        var proposed = row.proposed();
        if (proposed.isEmpty()) {
            return two(texts.get("replan.nothing-free"), wrong, "field-error");
        }
        return wrong.isEmpty()
                ? alternative(row.visit(), proposed.get())
                : two(words.alternative(row.visit(), proposed.get()), wrong, "field-error");
    }

    private Node outcome(HitVisit visit) {
        if (visit.getState() == ReplanState.REPLAN_STATE_MOVED) {
            return alternative(visit, visit.getMovedTo());
        }
        var outcome = Labels.of(words.outcome(visit), "small");
        outcome.setWrapText(true);
        return outcome;
    }

    /// When, and below it with whom.
    private Node alternative(HitVisit visit, Alternative one) {
        return two(
                words.when(one.getStart()),
                Words.anotherRoom(visit, one)
                        ? texts.get("replan.another-room")
                        : words.practitioner(one.getPractitionerId()));
    }

    private static Node two(String first, String second) {
        return two(first, second, "muted");
    }

    private static Node two(String first, String second, String style) {
        var above = Labels.of(first, "small", "medium");
        var below = Labels.of(second, "tiny", style);
        above.setMinWidth(0);
        below.setMinWidth(0);
        var lines = second.isEmpty() ? Boxes.column(0, above) : Boxes.column(0, above, below);
        lines.setAlignment(Pos.CENTER_LEFT);
        return lines;
    }

    /// Another alternative is only lit, so that the keyboard stays where it chooses.
    private void draw() {
        var row = model.selected().get();
        var before = drawn;
        drawn = row;
        if (row != null && before != null && row.asksTheSame(before)) {
            chosen.lookupAll(".radio-button").stream()
                    .filter(choice -> choice.getUserData().equals(row.chosen()))
                    .forEach(choice -> ((RadioButton) choice).setSelected(true));
        } else {
            drawAnew();
        }
    }

    private void drawAnew() {
        chosen.getChildren().clear();
        var row = model.selected().get();
        if (row == null) {
            return;
        }
        var visit = row.visit();
        var people = new People(texts, model.desk().today());
        chosen.getChildren()
                .addAll(
                        Labels.title(visit.getPerson().getName()),
                        Labels.muted(people.line(visit.getPerson())),
                        Labels.fact("mdi2c-calendar-remove-outline", words.when(visit.getStart())),
                        Labels.fact(
                                "mdi2a-account-outline",
                                words.practitioner(visit.getPractitionerId())));
        if (!visit.getReason().isEmpty()) {
            chosen.getChildren().add(Labels.fact("mdi2n-note-text-outline", visit.getReason()));
        }
        if (visit.getHere()) {
            chosen.getChildren()
                    .add(Labels.fact("mdi2s-seat-outline", texts.get("replan.here.detail")));
        }
        if (!row.wrong().isEmpty()) {
            chosen.getChildren()
                    .add(Alert.of(Tint.RED, "mdi2a-alert-circle-outline", row.wrong(), ""));
        }
        if (row.open()) {
            drawOpen(row);
        } else {
            chosen.getChildren()
                    .addAll(Boxes.row(0, state(row)), Labels.paragraph(words.outcome(visit)));
        }
    }

    private void drawOpen(Row row) {
        var count = row.visit().getAlternativesCount();
        chosen.getChildren()
                .addAll(
                        Boxes.rule(),
                        Labels.section(
                                texts.get("replan.alternatives").toUpperCase(texts.locale())));
        var group = new ToggleGroup();
        var alternatives = Boxes.onEnter(Boxes.column(12), this::accept);
        for (var number = 0; number < count; number++) {
            alternatives.getChildren().add(alternative(row, number, group));
        }
        if (count > 0) {
            chosen.getChildren().add(alternatives);
        }
        if (count == 0) {
            chosen.getChildren().add(Labels.paragraph(texts.get("replan.nothing-free.detail")));
        }
        if (model.mayWrite()) {
            chosen.getChildren().addAll(buttons(count > 0));
        } else {
            chosen.getChildren().add(Labels.paragraph(texts.get("replan.look-only")));
        }
    }

    /// Takes the alternative that is lit, and goes on with the list.
    private void accept() {
        table().requestFocus();
        model.accept();
    }

    private Node alternative(Row row, int number, ToggleGroup group) {
        var one = row.visit().getAlternatives(number);
        var choice = new RadioButton(words.alternative(row.visit(), one));
        choice.setId("replan-board.alternative." + (number + 1));
        choice.setToggleGroup(group);
        choice.setUserData(number);
        choice.setWrapText(true);
        choice.setMinWidth(0);
        choice.setSelected(number == row.chosen());
        choice.setDisable(!model.mayWrite());
        choice.selectedProperty()
                .addListener((property, before, now) -> {
                    if (now) {
                        model.choose(number);
                    }
                });
        if (!one.getUsualPractitioner()) {
            return choice;
        }
        return Boxes.column(
                2,
                choice,
                Boxes.row(
                        6,
                        Icons.of("mdi2s-star-outline"),
                        Labels.of(texts.get("replan.usual"), "tiny", "muted")));
    }

    private List<Node> buttons(boolean found) {
        var accept =
                Buttons.plain(
                        "replan-board.accept",
                        texts.get("replan.accept"),
                        "mdi2c-check",
                        model::accept);
        accept.setDisable(!found || model.busy().is());
        var pin =
                Buttons.plain(
                        "replan-board.pin",
                        texts.get("replan.pin"),
                        "mdi2p-pin-outline",
                        model::pin);
        var keep =
                Buttons.plain(
                        "replan-board.keep",
                        texts.get("replan.keep"),
                        "mdi2l-lock-outline",
                        () -> KeepDialog.open(model));
        return List.of(Buttons.wide(accept), Buttons.wide(pin), Buttons.wide(keep));
    }
}
