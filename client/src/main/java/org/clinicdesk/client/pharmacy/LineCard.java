package org.clinicdesk.client.pharmacy;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.kit.Typing;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.pharmacy.v1.Lot;

import java.util.ArrayList;
import java.util.List;

/// One medicine: what was ordered, what is left, and how much of which lot is handed out.
final class LineCard {

    /// The same for every line, so that dates and quantities stand below each other.
    private static final List<Integer> SHARES = List.of(51, 25, 11, 13);

    private static final double FIGURE = 84;
    private static final double MARKS = 560;

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
            card.getChildren().add(draft.lots().isEmpty() ? none() : lots(index, first));
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
        var supply = Labels.muted(texts.get("pharmacy.supply", words.supply(order)));
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
        if (draft.stopped()) {
            var stopped = Labels.muted(draft.line().getStoppedReason());
            row.getChildren()
                    .add(
                            Boxes.column(
                                    2, Pill.of(texts.get("pharmacy.stopped"), Tint.GRAY), stopped));
            return row;
        }
        row.getChildren()
                .addAll(
                        figure("ordered", order.getQuantity()),
                        figure("dispensed", draft.line().getDispensed()),
                        figure("left", draft.left()));
        return row;
    }

    /// What must not be missed before something is taken from the shelf.
    private List<Node> marks() {
        var marks = new ArrayList<Node>();
        if (draft.stopped()) {
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
        var box =
                Boxes.styled(
                        Boxes.column(
                                0,
                                Labels.of(Integer.toString(quantity), "figure"),
                                Labels.of(texts.get("pharmacy." + name), "tiny", "muted")),
                        "quantity-figure");
        box.setMinWidth(FIGURE);
        return box;
    }

    private Node none() {
        return Boxes.row(
                8,
                Icons.of("mdi2p-package-variant-remove", "i20", "on-red"),
                Labels.of(texts.get("pharmacy.no-lots"), "danger"));
    }

    private Node lots(int index, boolean first) {
        var grid = Boxes.styled(new GridPane(), "lots");
        for (var share : SHARES) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, heading("lot"), heading("expires"), heading("on-hand"), heading("quantity"));
        for (var i = 0; i < draft.lots().size(); i++) {
            var lot = draft.lots().get(i);
            var field = field(lot, "pharmacy-verify.quantity-" + index + "-" + i);
            if (first && i == 0) {
                Boxes.first(field);
            }
            grid.addRow(
                    i + 1,
                    number(lot, i),
                    expires(lot),
                    cell(Integer.toString(lot.getOnHand())),
                    field);
        }
        return grid;
    }

    private Node heading(String column) {
        return Labels.of(
                texts.get("pharmacy.column." + column).toUpperCase(texts.locale()), "overline");
    }

    private static Label cell(String text) {
        return Labels.text(text);
    }

    private Node number(Lot lot, int index) {
        var row =
                Boxes.row(
                        8,
                        Labels.of(lot.getLotNumber(), "medium"),
                        Labels.muted(lot.getProductName()));
        if (index == 0 && draft.lots().size() > 1) {
            row.getChildren().add(Pill.of(texts.get("pharmacy.first-to-expire"), Tint.BLUE));
        }
        return row;
    }

    private Node expires(Lot lot) {
        var date = cell(words.date(lot.getExpiresOn()));
        return words.expiring(lot.getExpiresOn())
                ? Boxes.row(6, date, Pill.of(texts.get("pharmacy.soon"), Tint.AMBER))
                : date;
    }

    private Node field(Lot lot, String id) {
        var field = new TextField();
        field.setId(id);
        field.setPrefWidth(86);
        field.setMinWidth(86);
        field.setAccessibleText(
                texts.get(
                        "pharmacy.quantity.of",
                        draft.line().getOrder().getMedicine(),
                        lot.getLotNumber()));
        Typing.only(field, text -> text.matches("\\d{0,4}"));
        field.textProperty().bindBidirectional(draft.quantity(lot));
        return field;
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
