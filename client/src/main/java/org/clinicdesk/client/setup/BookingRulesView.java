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
    private final WaitingModel waiting;
    private final AskingModel asking;
    private final PrescribingModel prescribing;
    private final ScrollPane root;

    BookingRulesView(
            Desk desk,
            BookingRulesModel model,
            WaitingModel waiting,
            AskingModel asking,
            PrescribingModel prescribing) {
        this.texts = desk.texts();
        this.model = model;
        this.waiting = waiting;
        this.asking = asking;
        this.prescribing = prescribing;
        var page = Boxes.page(late(), day(), waiting(desk), asking(), prescribing());
        root = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");
        root.setFitToWidth(true);
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(
            Desk desk,
            BookingRulesModel model,
            WaitingModel waiting,
            AskingModel asking,
            PrescribingModel prescribing) {
        var save =
                Buttons.primary(
                        "setup-rules.save",
                        desk.texts().get("kit.save"),
                        "mdi2c-content-save-outline",
                        () -> save(model, waiting, asking, prescribing));
        save.disableProperty()
                .bind(
                        model.busy()
                                .property()
                                .or(waiting.edited().busy().property())
                                .or(asking.edited().busy().property())
                                .or(model.known().not())
                                .or(waiting.known().not())
                                .or(asking.known().not())
                                .or(prescribing.edited().busy().property())
                                .or(prescribing.known().not()));
        return save;
    }

    /// All cards: each saves what was typed in it.
    static void save(
            BookingRulesModel model,
            WaitingModel waiting,
            AskingModel asking,
            PrescribingModel prescribing) {
        model.save();
        waiting.save();
        asking.save();
        prescribing.save();
    }

    private VBox asking() {
        var form =
                new Form<>(texts, "setup.allergies", asking.edited().draft())
                        .text("ask_allergies_after_months");
        var changes =
                new ChangesPane(
                        texts,
                        "setup.allergies",
                        asking.edited(),
                        (field, value) -> value.toString(),
                        asking.edited()::takeTheirs);
        var card =
                Boxes.card(
                        Labels.heading(texts.get("setup.allergies")),
                        Labels.paragraph(texts.get("setup.allergies.detail")),
                        changes.node(),
                        form.node());
        card.setMaxWidth(WIDTH);
        card.disableProperty().bind(asking.known().not());
        return card;
    }

    private VBox waiting(Desk desk) {
        var form =
                new Form<>(texts, "setup.waiting", waiting.edited().draft())
                        .text("long_minutes")
                        .text("too_long_minutes")
                        .together(2);
        var changes =
                new ChangesPane(
                        texts,
                        "setup.waiting",
                        waiting.edited(),
                        (field, value) -> value.toString(),
                        waiting.edited()::takeTheirs);
        var card =
                Boxes.card(
                        Labels.heading(texts.get("setup.waiting", desk.site().getName())),
                        Labels.paragraph(texts.get("setup.waiting.detail")),
                        changes.node(),
                        form.node());
        card.setMaxWidth(WIDTH);
        card.disableProperty().bind(waiting.known().not());
        return card;
    }

    private VBox prescribing() {
        var form =
                new Form<>(texts, "setup.prescribing", prescribing.edited().draft())
                        .text("valid_days")
                        .choice("paper")
                        .together(2);
        var changes =
                new ChangesPane(
                        texts,
                        "setup.prescribing",
                        prescribing.edited(),
                        (field, value) -> value.toString(),
                        prescribing.edited()::takeTheirs);
        var card =
                Boxes.card(
                        Labels.heading(texts.get("setup.prescribing")),
                        Labels.paragraph(texts.get("setup.prescribing.detail")),
                        changes.node(),
                        form.node());
        card.setMaxWidth(WIDTH);
        card.disableProperty().bind(prescribing.known().not());
        return card;
    }

    private VBox day() {
        var form = model.day().in(new Form<>(texts, "setup.limits", model.draft()));
        var card =
                Boxes.card(
                        Labels.heading(texts.get("setup.day")),
                        Labels.paragraph(texts.get("setup.day.detail")),
                        form.node());
        card.setMaxWidth(WIDTH);
        card.disableProperty().bind(model.known().not());
        return card;
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
        card.disableProperty().bind(model.known().not());
        return card;
    }
}
