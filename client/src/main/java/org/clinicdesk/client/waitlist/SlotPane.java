package org.clinicdesk.client.waitlist;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.FreedSlot.Match;
import org.clinicdesk.waitlist.v1.Offer;

import java.util.stream.Stream;

/// Whom the chosen time suits, in order, with how each is reached; and what is done next.
final class SlotPane {

    private static final double WIDTH = 340;

    private final Texts texts;
    private final WaitlistModel model;
    private final OfferSteps steps;
    private final Words words;
    private final VBox head = Boxes.column(4);
    private final VBox people = Boxes.column(2);
    private final VBox buttons = Boxes.column(8);
    private final Label left = Labels.of("", "figure");
    private final ScrollPane scroll;

    SlotPane(Desk desk, WaitlistModel model, OfferSteps steps) {
        this.texts = desk.texts();
        this.model = model;
        this.steps = steps;
        this.words = new Words(desk);
        people.setId("waitlist-slot.people");
        left.setId("waitlist-slot.left");
        scroll = Boxes.side(WIDTH, head, Boxes.rule(), people, Boxes.rule(), buttons);
        Redraw.of(scroll, this::draw, model.slot(), model.person(), steps.busy().property());
        Redraw.of(left, this::count, model.now());
        draw();
    }

    Node node() {
        return scroll;
    }

    private void draw() {
        var slot = model.slot().get();
        head.getChildren().clear();
        people.getChildren().clear();
        buttons.getChildren().clear();
        if (slot == null) {
            head.getChildren().add(Labels.paragraph(texts.get("waitlist.slot.none")));
            return;
        }
        head.getChildren()
                .addAll(
                        Labels.title(words.day(slot.getStart())),
                        Labels.heading(words.range(slot)),
                        Labels.muted(words.practitioner(slot.getPractitionerId())));
        var next = model.next(slot).map(match -> match.getEntry().getId()).orElse("");
        for (int place = 0; place < slot.getMatchesCount(); place++) {
            var match = slot.getMatches(place);
            people.getChildren()
                    .add(row(slot, place + 1, match, match.getEntry().getId().equals(next)));
        }
        if (slot.hasOffer()) {
            offered(slot.getOffer());
        }
        if (steps.may()) {
            actions(slot);
        }
    }

    private void offered(Offer offer) {
        var who =
                offer.getMine()
                        ? texts.get("waitlist.offered.mine")
                        : texts.get("waitlist.offered.other", offer.getBy());
        var note = Labels.paragraph(who);
        buttons.getChildren().add(Boxes.row(10, left, Boxes.grow(note)));
        count();
    }

    private void count() {
        var slot = model.slot().get();
        if (slot != null && slot.hasOffer()) {
            left.setText(Words.countdown(model.left(slot.getOffer())));
        }
    }

    private void actions(FreedSlot slot) {
        if (slot.hasOffer() && !slot.getOffer().getMine()) {
            return;
        }
        var mine = slot.hasOffer();
        buttons.getChildren()
                .add(
                        action(
                                Buttons.primary(
                                        "waitlist-slot.next",
                                        texts.get(mine ? "waitlist.book" : "waitlist.offer"),
                                        mine ? "mdi2c-calendar-check" : "mdi2p-phone-outline",
                                        () -> steps.next(slot)),
                                "Enter"));
        buttons.getChildren()
                .add(
                        action(
                                Buttons.plain(
                                        "waitlist-slot.decline",
                                        texts.get("waitlist.decline"),
                                        "mdi2a-account-cancel-outline",
                                        steps::decline),
                                "N"));
        if (mine) {
            buttons.getChildren()
                    .add(
                            action(
                                    Buttons.plain(
                                            "waitlist-slot.give-up",
                                            texts.get("waitlist.give-up"),
                                            "mdi2p-phone-missed-outline",
                                            steps::giveUp),
                                    "G"));
        }
    }

    private HBox action(Button button, String key) {
        button.disableProperty().bind(steps.busy().property());
        return Boxes.row(8, Buttons.wide(button), Kbd.of(key));
    }

    private Node row(FreedSlot slot, int place, Match match, boolean next) {
        var entry = match.getEntry();
        var name = Labels.of(place + ". " + entry.getPerson().getName(), "medium");
        var urgency = entry.getWanted().getUrgency();
        var first =
                Boxes.row(
                        6,
                        name,
                        Boxes.spacer(),
                        Pill.of(words.urgency(urgency), Words.tint(urgency)));
        name.setMinWidth(0);
        var lines = Boxes.column(1, first, line(words.asked(entry)));
        Stream.of(entry.getPhone(), entry.getWanted().getNote())
                .filter(reach -> !reach.isEmpty())
                .forEach(reach -> lines.getChildren().add(line(reach)));
        if (entry.hasAppointmentStart()) {
            var later = texts.get("waitlist.has", words.when(entry.getAppointmentStart()));
            lines.getChildren().add(line(later));
        }
        if (!match.getStart().equals(slot.getStart())) {
            lines.getChildren()
                    .add(
                            Pill.of(
                                    texts.get("waitlist.at", words.time(match.getStart())),
                                    Tint.BLUE));
        }
        var row = Boxes.styled(new Button(), "row", "waiting");
        row.setId("waitlist-slot.person." + place);
        row.setAccessibleText(name.getText());
        row.setGraphic(lines);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        lines.prefWidthProperty().bind(row.widthProperty().subtract(18));
        if (next) {
            row.getStyleClass().add("sel");
        }
        row.setOnAction(event -> {
            if (!slot.hasOffer()) {
                model.person().set(entry.getId());
            }
        });
        return row;
    }

    /// What does not fit is shown on hovering.
    private static Label line(String text) {
        var label = Labels.of(text, "tiny", "muted");
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(text));
        return label;
    }
}
