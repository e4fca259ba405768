package org.clinicdesk.client.setup;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// A card for each part of the rules.
final class BookingRulesView {

    private static final double WIDTH = 640;

    private final Texts texts;
    private final BookingRulesModel model;
    private final ScrollPane root;

    BookingRulesView(Desk desk, BookingRulesModel model) {
        this.texts = desk.texts();
        this.model = model;
        var page = Boxes.page(late());
        page.disableProperty().bind(model.known().not());
        root = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");
        root.setFitToWidth(true);
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, BookingRulesModel model) {
        var save =
                Buttons.primary(
                        "setup-rules.save",
                        desk.texts().get("kit.save"),
                        "mdi2c-content-save-outline",
                        model::save);
        save.disableProperty().bind(model.busy().property().or(model.known().not()));
        return save;
    }

    private VBox late() {
        var form =
                new Form<>(texts, "setup", model.draft())
                        .text("late_after_minutes")
                        .text("release_after_minutes")
                        .choice("release_as");
        Boxes.first(form.control("late_after_minutes"));
        var card = Boxes.card(Labels.heading(texts.get("setup.late")), form.node());
        card.setMaxWidth(WIDTH);
        return card;
    }
}
