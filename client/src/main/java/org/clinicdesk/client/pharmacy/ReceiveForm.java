package org.clinicdesk.client.pharmacy;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.pharmacy.v1.ReceiveStockRequest;

/// A delivery: which medicine, which lot, until when, how much.
final class ReceiveForm {

    private final Texts texts;
    private final ReceiveModel model;
    private final TextField query = new TextField();
    private final VBox product = Boxes.column(6);
    private final VBox box = Boxes.column(14);
    private final Form<ReceiveStockRequest> form;
    private final InvalidationListener redraw = change -> draw();
    private final InvalidationListener focus = change -> focus();

    ReceiveForm(Texts texts, StockModel stock) {
        this.texts = texts;
        this.model = stock.receive();
        query.setId("pharmacy-receive.query");
        query.setPromptText(texts.get("pharmacy.receive.prompt"));
        query.setAccessibleText(texts.get("pharmacy.product_id"));
        query.textProperty().bindBidirectional(model.query());
        query.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && !model.hits().isEmpty()) {
                        event.consume();
                        model.chooseFirst();
                    }
                });
        form =
                new Form<>(texts, "pharmacy", model.draft())
                        .text("lot_number")
                        .date("expires_on")
                        .text("quantity");
        var save =
                Buttons.primary(
                        "pharmacy-receive.save",
                        texts.get("pharmacy.receive.go"),
                        "mdi2p-package-variant-closed-plus",
                        model::save);
        save.disableProperty().bind(model.busy().property());
        box.getChildren()
                .addAll(
                        Labels.title(texts.get("pharmacy.receive")),
                        product,
                        form.node(),
                        Buttons.wide(save));
        Boxes.onEnter(box, model::save);
        box.getProperties().put("redraw", java.util.List.of(redraw, focus));
        var weak = new WeakInvalidationListener(redraw);
        model.hits().addListener(weak);
        model.product().addListener(weak);
        model.draft().errors().addListener(weak);
        model.begun().addListener(new WeakInvalidationListener(focus));
        draw();
    }

    Node node() {
        return box;
    }

    private void focus() {
        if (model.product().get().isEmpty()) {
            query.requestFocus();
        } else {
            form.control("lot_number").requestFocus();
        }
    }

    private void draw() {
        var label = Labels.of(texts.get("pharmacy.product_id") + " *", "field-label");
        label.setLabelFor(query);
        product.getChildren().setAll(label);
        var chosen = model.product().get();
        if (chosen.isEmpty()) {
            product.getChildren().add(query);
            for (var i = 0; i < model.hits().size(); i++) {
                var medicine = model.hits().get(i);
                product.getChildren()
                        .add(
                                Boxes.styled(
                                        Buttons.link(
                                                "pharmacy-receive.hit-" + i,
                                                medicine.getName(),
                                                () -> {
                                                    model.choose(medicine);
                                                    form.control("lot_number").requestFocus();
                                                }),
                                        "hit-button"));
            }
        } else {
            var name = Boxes.grow(Labels.strong(chosen));
            name.setWrapText(true);
            name.setId("pharmacy-receive.product");
            product.getChildren()
                    .add(
                            Boxes.row(
                                    8,
                                    name,
                                    Buttons.small(
                                            Buttons.plain(
                                                    "pharmacy-receive.change",
                                                    texts.get("pharmacy.receive.change"),
                                                    () -> {
                                                        model.forget();
                                                        query.requestFocus();
                                                    }))));
        }
        if (model.draft().errors().containsKey("product_id")) {
            var error = Labels.of(texts.get("pharmacy.product_id.wrong"), "field-error");
            error.setId("pharmacy-form.product_id.error");
            error.setWrapText(true);
            product.getChildren().add(error);
        }
    }
}
