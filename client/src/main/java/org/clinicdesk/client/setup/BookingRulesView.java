package org.clinicdesk.client.setup;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import javafx.beans.property.ReadOnlyBooleanProperty;
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
    private static final String NOTICE = "notice_minutes";

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
        var page = Boxes.page(late(), day(), notice(), waiting(desk), asking(), prescribing());
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
                        model.edited()
                                .busy()
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
        var form = form("allergies", asking.edited()).text("ask_allergies_after_months");
        return card(
                "allergies", texts.get("setup.allergies"), asking.edited(), form, asking.known());
    }

    private VBox waiting(Desk desk) {
        var form =
                form("waiting", waiting.edited())
                        .text("long_minutes")
                        .text("too_long_minutes")
                        .together(2);
        var heading = texts.get("setup.waiting", desk.site().getName());
        return card("waiting", heading, waiting.edited(), form, waiting.known());
    }

    private VBox prescribing() {
        var form =
                form("prescribing", prescribing.edited())
                        .text("valid_days")
                        .choice("paper")
                        .together(2);
        return card(
                "prescribing",
                texts.get("setup.prescribing"),
                prescribing.edited(),
                form,
                prescribing.known());
    }

    private <M extends Message> Form<M> form(String part, Edited<M> edited) {
        return new Form<>(texts, "setup." + part, edited.draft());
    }

    private <M extends Message> VBox card(
            String part,
            String heading,
            Edited<M> edited,
            Form<M> form,
            ReadOnlyBooleanProperty known) {
        var changes =
                new ChangesPane(
                        texts,
                        "setup." + part,
                        edited,
                        (field, value) ->
                                value instanceof EnumValueDescriptor
                                        ? texts.get(
                                                "setup."
                                                        + part
                                                        + "."
                                                        + field.getName()
                                                        + "."
                                                        + value)
                                        : value.toString(),
                        edited::takeTheirs);
        return card(
                known,
                Labels.heading(heading),
                Labels.paragraph(texts.get("setup." + part + ".detail")),
                changes.node(),
                form.node());
    }

    private static VBox card(ReadOnlyBooleanProperty known, Node... parts) {
        var card = Boxes.card(parts);
        card.setMaxWidth(WIDTH);
        card.disableProperty().bind(known.not());
        return card;
    }

    private VBox late() {
        var form =
                new Form<>(texts, "setup", model.edited().draft())
                        .text("late_after_minutes")
                        .text("release_after_minutes")
                        .choice("release_as");
        Boxes.first(form.control("late_after_minutes"));
        var changes =
                new ChangesPane(
                                texts,
                                "setup",
                                model.edited(),
                                this::late,
                                model.edited()::takeTheirs)
                        .only(field -> !ofDay(field) && !ofNotice(field));
        return card(
                model.known(),
                Labels.heading(texts.get("setup.late")),
                changes.node(),
                form.node());
    }

    private VBox day() {
        var form = model.day().in(new Form<>(texts, "setup.limits", model.edited().draft()));
        var changes =
                new ChangesPane(
                                texts,
                                "setup.limits",
                                model.edited(),
                                (field, value) ->
                                        DayLimits.shown(field.getName(), value.toString()),
                                model.edited()::takeTheirs)
                        .only(BookingRulesView::ofDay);
        return card(
                model.known(),
                Labels.heading(texts.get("setup.day")),
                Labels.paragraph(texts.get("setup.day.detail")),
                changes.node(),
                form.node());
    }

    private VBox notice() {
        var form = new Form<>(texts, "setup", model.edited().draft()).text(NOTICE);
        var changes =
                new ChangesPane(
                                texts,
                                "setup",
                                model.edited(),
                                (field, value) -> value.toString(),
                                model.edited()::takeTheirs)
                        .only(BookingRulesView::ofNotice);
        return card(
                model.known(),
                Labels.heading(texts.get("setup.replan")),
                changes.node(),
                form.node());
    }

    private static boolean ofNotice(FieldDescriptor field) {
        return field.getName().equals(NOTICE);
    }

    private static boolean ofDay(FieldDescriptor field) {
        return DayLimits.FIELDS.contains(field.getName());
    }

    /// How a value of the card on who is late is said; 0 is never.
    private String late(FieldDescriptor field, Object value) {
        if (value instanceof EnumValueDescriptor) {
            return texts.get("setup." + field.getName() + "." + value);
        }
        return value.equals(0) ? texts.get("setup.never") : value.toString();
    }
}
