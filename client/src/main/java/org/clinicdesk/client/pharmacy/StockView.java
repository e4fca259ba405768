package org.clinicdesk.client.pharmacy;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.SearchField;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.pharmacy.v1.Lot;
import org.jspecify.annotations.Nullable;

/// The lots on the shelf, and at the right the way to take more in.
final class StockView {

    private static final double SIDE = 340;

    private final Texts texts;
    private final Words words;
    private final StockModel model;
    private final HBox root;

    StockView(Desk desk, StockModel model) {
        this.texts = desk.texts();
        this.words = new Words(desk);
        this.model = model;
        var table = table();
        var field =
                new SearchField(
                                "pharmacy-stock.query",
                                texts.get("pharmacy.stock.prompt"),
                                model.query(),
                                model.busy().property(),
                                model.note())
                        .drives(table, model::whenFound);
        Boxes.first(field.field());
        root = new HBox(Boxes.page(field.node(), table.view()));
        if (model.receive().may()) {
            var form = new ReceiveForm(texts, model);
            root.getProperties().put("form", form);
            root.getChildren().add(Boxes.side(SIDE, form.node()));
        }
    }

    Parent root() {
        return root;
    }

    private Table<Lot> table() {
        return new Table<Lot>("pharmacy-stock.found")
                .node(heading("medicine"), StockView::medicine, 290)
                .node(heading("expires"), this::expires, 112)
                .number(heading("on-hand"), lot -> Integer.toString(lot.getOnHand()), 104)
                .node(heading("state"), this::state, 120)
                .rows(model.lots())
                .selects(model.selected())
                .opens(model.receive().may() ? model.receive()::more : lot -> {})
                .empty(
                        EmptyState.of(
                                "mdi2p-package-variant",
                                texts.get("pharmacy.stock.none"),
                                texts.get("pharmacy.stock.none.detail")));
    }

    private String heading(String column) {
        return texts.get("pharmacy.column." + column).toUpperCase(texts.locale());
    }

    private static Node medicine(Lot lot) {
        var words =
                Boxes.column(
                        0,
                        Labels.of(lot.getProductName(), "medium"),
                        Labels.of(lot.getLotNumber(), "tiny", "muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private Node expires(Lot lot) {
        var date = Labels.text(words.date(lot.getExpiresOn()));
        return words.expired(lot.getExpiresOn()) ? Boxes.styled(date, "danger") : date;
    }

    private @Nullable Node state(Lot lot) {
        var pills = Boxes.column(2);
        pills.setAlignment(Pos.CENTER_LEFT);
        if (words.expired(lot.getExpiresOn())) {
            pills.getChildren().add(Pill.of(texts.get("pharmacy.expired"), Tint.RED));
        } else if (words.expiring(lot.getExpiresOn())) {
            pills.getChildren().add(Pill.of(texts.get("pharmacy.soon"), Tint.AMBER));
        }
        if (model.low(lot)) {
            pills.getChildren().add(Pill.of(texts.get("pharmacy.low"), Tint.AMBER));
        }
        return pills.getChildren().isEmpty() ? null : pills;
    }
}
