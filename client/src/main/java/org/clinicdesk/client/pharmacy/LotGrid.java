package org.clinicdesk.client.pharmacy;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.kit.Typing;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.pharmacy.v1.Lot;

/// The lots of one medicine: number and day of expiry to compare with the box in the hand, and how much of it goes. These
/// are never cut: what is longer than its place goes on below.
final class LotGrid {

    /// The same for every line, so that dates and quantities stand below each other.
    private static final double EXPIRES = 116;

    private static final double ON_HAND = 88;
    private static final double QUANTITY = 92;

    private final Texts texts;
    private final Words words;
    private final LineDraft draft;
    private final GridPane grid = Boxes.styled(new GridPane(), "lots");

    /// @param first whether its first quantity gets the keyboard
    LotGrid(Texts texts, Words words, LineDraft draft, int index, boolean first) {
        this.texts = texts;
        this.words = words;
        this.draft = draft;
        grid.getColumnConstraints()
                .addAll(
                        column(0, HPos.LEFT),
                        column(EXPIRES, HPos.LEFT),
                        column(ON_HAND, HPos.RIGHT),
                        column(QUANTITY, HPos.RIGHT));
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
                    Labels.text(Integer.toString(lot.getOnHand())),
                    field);
        }
    }

    Node node() {
        return grid;
    }

    /// @param width 0: all that is left
    private static ColumnConstraints column(double width, HPos side) {
        var column = new ColumnConstraints();
        column.setHalignment(side);
        column.setMinWidth(width);
        if (width == 0) {
            column.setHgrow(Priority.ALWAYS);
        } else {
            column.setPrefWidth(width);
            column.setMaxWidth(width);
        }
        return column;
    }

    private Node heading(String column) {
        var label =
                Labels.of(
                        texts.get("pharmacy.column." + column).toUpperCase(texts.locale()),
                        "overline");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.BASELINE);
        return label;
    }

    private Node number(Lot lot, int index) {
        var line = line(Labels.of(lot.getLotNumber(), "medium"));
        if (index == 0 && draft.lots().size() > 1) {
            line.getChildren().add(Pill.of(texts.get("pharmacy.first-to-expire"), Tint.BLUE));
        }
        return middle(Boxes.column(1, line, whole(Labels.muted(lot.getProductName()))));
    }

    private Node expires(Lot lot) {
        var box = Boxes.column(3, whole(Labels.text(words.date(lot.getExpiresOn()))));
        if (words.expiring(lot.getExpiresOn())) {
            box.getChildren().add(Pill.of(texts.get("pharmacy.soon"), Tint.AMBER));
        }
        return middle(box);
    }

    private static FlowPane line(Label label) {
        var line = new FlowPane(8, 3, whole(label));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label whole(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static VBox middle(VBox box) {
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node field(Lot lot, String id) {
        var field = new TextField();
        field.setId(id);
        field.setMinWidth(QUANTITY);
        field.setAccessibleText(
                texts.get(
                        "pharmacy.quantity.of",
                        draft.line().getOrder().getMedicine(),
                        lot.getLotNumber()));
        Typing.only(field, text -> text.matches("\\d{0,4}"));
        field.textProperty().bindBidirectional(draft.quantity(lot));
        return field;
    }
}
