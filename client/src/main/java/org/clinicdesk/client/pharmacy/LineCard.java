package org.clinicdesk.client.pharmacy;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;

import java.util.ArrayList;
import java.util.List;

/// One medicine: what was ordered, what is left, and how much of which lot is handed out.
final class LineCard {

    private static final double FIGURE = 76;
    private static final double MARKS = 560;
    private static final double REASON = 200;

    private final Texts texts;
    private final Words words;
    private final LineDraft draft;
    private final String id;
    private final VBox card;

    /// @param index the first is 0; ids of nodes carry it
    /// @param first whether its first quantity gets the keyboard
    LineCard(Texts texts, Words words, LineDraft draft, int index, boolean first) {
        this.texts = texts;
        this.words = words;
        this.draft = draft;
        this.id = "pharmacy-verify.line-" + index;
        card = Boxes.card(head());
        card.setId(id);
        if (draft.left() > 0) {
            card.getChildren()
                    .add(
                            draft.lots().isEmpty()
                                    ? none()
                                    : new LotGrid(texts, words, draft, index, first).node());
            notes();
            card.getChildren().add(error());
        }
    }

    Node node() {
        return card;
    }

    /// Whether anything can be typed here.
    boolean typable() {
        return draft.left() > 0 && !draft.lots().isEmpty();
    }

    private Node head() {
        var order = draft.line().getOrder();
        var name = Labels.heading(order.getMedicine());
        name.setWrapText(true);
        var directions = Labels.muted(words.directions(order.getDosage()));
        directions.setWrapText(true);
        var supply =
                Labels.muted(
                        texts.get(
                                draft.left() > 0 ? "pharmacy.supply" : "pharmacy.supply.ordered",
                                words.supply(order)));
        var text = Boxes.grow(Boxes.column(2, name, directions, supply));
        if (!order.getDosage().getInstructions().isEmpty()) {
            var instructions = Labels.muted("“" + order.getDosage().getInstructions() + "”");
            instructions.setWrapText(true);
            text.getChildren().add(instructions);
        }
        var marks = marks();
        if (!marks.isEmpty()) {
            var line = new FlowPane(6, 6, marks.toArray(Node[]::new));
            line.setPrefWrapLength(MARKS);
            text.getChildren().add(line);
        }
        var row = Boxes.row(14, Icons.of("mdi2p-pill", "i20"), text);
        if (draft.line().getEnteredInError()) {
            name.getStyleClass().add("struck");
        }
        row.getChildren().add(draft.stopped() ? stopped() : figures());
        return row;
    }

    private Node stopped() {
        var reason = Labels.muted(draft.line().getStoppedReason());
        reason.setWrapText(true);
        reason.setMaxWidth(REASON);
        reason.setAlignment(Pos.CENTER_RIGHT);
        reason.setTextAlignment(TextAlignment.RIGHT);
        var box = Boxes.column(2, words.stopped(draft.line()), reason);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    /// What is left of a prescription that is too old is nothing to hand out.
    private Node figures() {
        var figures =
                Boxes.row(
                        6,
                        figure("ordered", draft.line().getOrder().getQuantity()),
                        figure("dispensed", draft.line().getDispensed()));
        if (!draft.expired()) {
            figures.getChildren().add(figure("left", draft.left()));
        }
        return figures;
    }

    /// What must not be missed before something is taken from the shelf.
    private List<Node> marks() {
        var marks = new ArrayList<Node>();
        if (draft.stopped() || draft.expired()) {
            return marks;
        }
        draft.early()
                .ifPresent(early ->
                        marks.add(
                                Pill.of(
                                        texts.get("pharmacy.early.mark", early.getLeft()),
                                        early.getControlled() ? Tint.RED : Tint.AMBER)));
        var order = draft.line().getOrder();
        if (order.getAsWritten()) {
            marks.add(Pill.of(texts.get("pharmacy.as-written"), Tint.VIOLET));
        }
        if (order.getRepeats() > 0) {
            marks.add(
                    Pill.of(
                            texts.get("pharmacy.repeats-left", draft.line().getRepeatsLeft()),
                            Tint.BLUE));
        }
        return marks;
    }

    private Node figure(String name, int quantity) {
        var word = Labels.of(texts.get("pharmacy." + name), "tiny", "muted");
        word.setMinWidth(Region.USE_PREF_SIZE);
        var figure = Labels.of(Integer.toString(quantity), "figure");
        var box = Boxes.styled(Boxes.column(0, figure, word), "quantity-figure");
        box.setMinWidth(FIGURE);
        return box;
    }

    private Node none() {
        return Boxes.row(
                8,
                Icons.of("mdi2p-package-variant-remove", "i20", "on-red"),
                Labels.of(texts.get("pharmacy.no-lots"), "danger"));
    }

    private void notes() {
        if (draft.expiredLots() > 0) {
            card.getChildren()
                    .add(
                            Boxes.row(
                                    8,
                                    Icons.of("mdi2c-calendar-remove-outline", "on-red"),
                                    Labels.muted(
                                            texts.get(
                                                    "pharmacy.expired-lots",
                                                    draft.expiredLots()))));
        }
        if (draft.otherStrengthLots() > 0) {
            var other =
                    Labels.muted(
                            texts.get("pharmacy.other-strength-lots", draft.otherStrengthLots()));
            other.setWrapText(true);
            card.getChildren()
                    .add(Boxes.row(8, Icons.of("mdi2a-alert-outline", "on-amber"), other));
        }
        if (draft.missing() > 0 && !draft.lots().isEmpty()) {
            card.getChildren()
                    .add(
                            Boxes.row(
                                    8,
                                    Icons.of("mdi2a-alert-outline", "on-amber"),
                                    Labels.muted(texts.get("pharmacy.missing", draft.missing()))));
        }
    }

    private Node error() {
        var error = Labels.of("", "field-error");
        error.setId(id + ".error");
        error.setWrapText(true);
        error.textProperty().bind(draft.wrong());
        var row = new HBox(8, Icons.of("mdi2a-alert-circle", "on-red"), error);
        row.visibleProperty().bind(Bindings.isNotEmpty(draft.wrong()));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
