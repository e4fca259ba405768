package org.clinicdesk.client.card;

import java.io.IOException;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.clinicdesk.card.v1.GetCardResponse;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// The card as it will be printed.
final class CardView {

    /// Twice the size of the plastic card on a usual screen.
    private static final float SCALE = 2.2f;

    private final Desk desk;
    private final Texts texts;
    private final CardModel model;
    private final VBox box = Boxes.column(14);
    private final InvalidationListener changed = change -> draw();

    CardView(Desk desk, CardModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        box.getProperties().put("redraw", changed);
        model.card().addListener(new WeakInvalidationListener(changed));
        model.none().addListener(new WeakInvalidationListener(changed));
        draw();
    }

    Parent root() {
        return new HBox(Boxes.page(box));
    }

    private void draw() {
        var card = model.card().get();
        box.getChildren().clear();
        if (card != null) {
            box.getChildren().addAll(picture(card), actions(card));
        } else if (model.none().get()) {
            box.getChildren()
                    .add(EmptyState.of(
                            "mdi2c-card-account-details-outline",
                            texts.get("card.none"),
                            texts.get("card.none.detail"),
                            Buttons.primary(
                                    "card-view.issue",
                                    texts.get("card.issue"),
                                    "mdi2c-card-plus-outline",
                                    model::issue)));
        }
    }

    private Node actions(GetCardResponse card) {
        return Boxes.column(
                10,
                Labels.muted(texts.get("card.code", card.getCode())),
                Boxes.row(
                        8,
                        Boxes.first(Buttons.primary(
                                "card-view.print", texts.get("card.print"), "mdi2p-printer-outline", model::save)),
                        Buttons.plain("card-view.reissue", texts.get("card.reissue"), this::askToReissue)));
    }

    private void askToReissue() {
        new Dialog(desk.layers(), texts, "card-reissue", texts.get("card.reissue.title"))
                .say(texts.get("card.reissue.detail"))
                .cancel(texts.get("kit.cancel"))
                .danger(texts.get("card.reissue"), model::reissue)
                .show();
    }

    private static Node picture(GetCardResponse card) {
        try (var document = Loader.loadPDF(card.getFile().getContent().toByteArray())) {
            var image = new PDFRenderer(document).renderImage(0, SCALE);
            var view = new ImageView(SwingFXUtils.toFXImage(image, null));
            view.setId("card-view.picture");
            var frame = Boxes.styled(new HBox(view), "card");
            frame.setMaxWidth(Region.USE_PREF_SIZE);
            return frame;
        } catch (IOException e) {
            throw new IllegalStateException("The server sent a card that is no PDF", e);
        }
    }
}
