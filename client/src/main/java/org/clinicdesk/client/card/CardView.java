package org.clinicdesk.client.card;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.PaperPreview;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// The card as it comes out of the printer, and what can be done with it.
final class CardView {

    /// The card is small: shown at twice its size.
    private static final int DPI = 384;

    private static final double SHRINK = 0.5;

    private final Desk desk;
    private final Texts texts;
    private final CardModel model;
    private final VBox card = Boxes.card();
    private final VBox page = Boxes.page();

    CardView(Desk desk, CardModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        card.getStyleClass().add("roomy");
        card.setMaxWidth(760);
        page.getChildren().add(card);
        Redraw.of(page, this::draw, model.state());
        draw();
    }

    Parent root() {
        return page;
    }

    static void print(Desk desk, CardModel model) {
        model.issued()
                .ifPresent(issued ->
                        new PaperPreview(
                                        desk,
                                        "card-paper",
                                        desk.texts().get("card.view.title"),
                                        issued.file())
                                .show());
    }

    private void draw() {
        card.getChildren().clear();
        person();
        switch (model.state().get()) {
            case CardModel.Reading() ->
                    card.getChildren().add(Labels.muted(texts.get("kit.loading")));
            case CardModel.None() -> card.getChildren().add(none());
            case CardModel.Unread() -> card.getChildren().add(unread());
            case CardModel.Issued issued -> issued(issued);
        }
    }

    private void person() {
        var person = desk.patient().get();
        if (person != null) {
            card.getChildren()
                    .add(
                            Boxes.row(
                                    12,
                                    Avatar.large(person.getName()),
                                    Boxes.column(
                                            2,
                                            Labels.title(person.getName()),
                                            Labels.muted(
                                                    new People(texts, desk.today())
                                                            .line(person)))));
        }
    }

    private Node none() {
        var issue =
                Boxes.first(
                        Buttons.primary(
                                "card-view.issue",
                                texts.get("card.issue"),
                                "mdi2c-card-account-details-outline",
                                model::issue));
        issue.disableProperty().bind(model.busy().property());
        return EmptyState.of(
                "mdi2c-card-account-details-outline",
                texts.get("card.none"),
                texts.get("card.none.detail"),
                issue);
    }

    private Node unread() {
        var again =
                Buttons.plain(
                        "card-view.again", texts.get("card.again"), "mdi2r-refresh", model::read);
        again.disableProperty().bind(model.busy().property());
        return EmptyState.of(
                "mdi2a-alert-outline",
                texts.get("card.unread"),
                texts.get("card.unread.detail"),
                again);
    }

    private void issued(CardModel.Issued issued) {
        var picture = new ImageView();
        picture.setId("card-view.picture");
        picture.setAccessibleText(texts.get("card.view.title"));
        desk.paper()
                .page(
                        issued.file(),
                        0,
                        DPI,
                        page -> {
                            var image = SwingFXUtils.toFXImage(page.picture(), null);
                            picture.setFitWidth(image.getWidth() * SHRINK);
                            picture.setPreserveRatio(true);
                            picture.setImage(image);
                        });
        var code = Labels.of(issued.code(), "mono", "muted");
        code.setId("card-view.code");
        var lost =
                Buttons.plain(
                        "card-view.reissue",
                        texts.get("card.lost"),
                        "mdi2r-refresh",
                        this::askLost);
        lost.disableProperty().bind(model.busy().property());
        var print =
                Boxes.first(
                        Buttons.primary(
                                "card-view.print",
                                texts.get("kit.paper.print"),
                                "mdi2p-printer",
                                () -> print(desk, model)));
        card.getChildren()
                .addAll(
                        new HBox(Boxes.styled(new VBox(picture), "paper-page")),
                        code,
                        Boxes.row(8, print, lost));
    }

    private void askLost() {
        new Dialog(desk.layers(), texts, "card-lost", texts.get("card.lost.title"))
                .say(texts.get("card.lost.detail"))
                .danger(texts.get("card.lost.go"), model::reissue)
                .show();
    }
}
