package org.clinicdesk.client.followup;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// Who the chosen follow-up is for, and the first times that suit it; pressing one books it.
final class TimesPane {

    private static final double WIDTH = 340;

    private final Desk desk;
    private final Texts texts;
    private final DueModel due;
    private final BookModel model;
    private final Words words;
    private final VBox head = Boxes.column(10);
    private final VBox times = Boxes.column(2);
    private final VBox ways = Boxes.column(8);
    private final Node root;

    TimesPane(DueModel due, BookModel model) {
        this.desk = due.desk();
        this.texts = desk.texts();
        this.due = due;
        this.model = model;
        this.words = new Words(desk);
        times.setId("followup-due.times");
        var scroll = Boxes.side(WIDTH, head, Boxes.rule(), times, ways);
        root = scroll;
        Redraw.of(
                root,
                this::draw,
                due.chosen(),
                model.openings(),
                model.from(),
                model.searching().property());
        ways.getChildren().addAll(anybody(), weeks());
        draw();
    }

    Node node() {
        return root;
    }

    private void draw() {
        var followUp = due.chosen().get();
        head.getChildren().clear();
        times.getChildren().clear();
        var shown = followUp != null;
        ways.setVisible(shown && model.may());
        ways.setManaged(shown && model.may());
        if (followUp == null) {
            head.getChildren().add(Labels.paragraph(texts.get("followup.choose")));
            return;
        }
        head(followUp);
        if (!model.may()) {
            return;
        }
        var from = model.from().get();
        times.getChildren()
                .add(
                        Labels.section(
                                texts.get(
                                                "followup.free",
                                                from == null ? "" : texts.dates().date(from))
                                        .toUpperCase(texts.locale())));
        for (var i = 0; i < model.openings().size(); i++) {
            times.getChildren().add(time(i, model.openings().get(i)));
        }
        if (model.openings().isEmpty()) {
            times.getChildren()
                    .add(
                            Labels.muted(
                                    texts.get(
                                            model.searching().is()
                                                    ? "followup.searching"
                                                    : "followup.free.none")));
        }
    }

    private void head(FollowUp followUp) {
        var person = followUp.getPerson();
        var who = Labels.of(new People(texts, desk.today()).line(person), "tiny", "muted");
        who.setWrapText(true);
        head.getChildren()
                .addAll(
                        Boxes.row(
                                10,
                                Avatar.large(person.getName()),
                                Boxes.grow(Boxes.column(1, Labels.heading(person.getName()), who)),
                                open()),
                        Labels.fact(
                                "mdi2c-calendar-refresh-outline",
                                words.due(followUp) + " · " + words.left(followUp)),
                        Labels.fact(
                                "mdi2d-doctor", words.practitioner(followUp.getPractitionerId())),
                        Labels.fact(
                                "mdi2c-clipboard-text-outline",
                                words.service(followUp.getServiceId())));
        if (!followUp.getPhone().isEmpty()) {
            head.getChildren().add(Labels.fact("mdi2p-phone-outline", followUp.getPhone()));
        }
        if (!followUp.getReason().isEmpty()) {
            head.getChildren().add(Labels.paragraph(followUp.getReason()));
        }
    }

    private Node open() {
        var button =
                Buttons.small(
                        Buttons.icon(
                                "followup-due.patient",
                                "mdi2o-open-in-new",
                                texts.get("followup.open-patient"),
                                due::openPatient));
        button.setVisible(desk.has("patient"));
        return button;
    }

    private Node time(int number, Opening opening) {
        var when = Labels.of(words.when(opening.getStart()), "medium");
        var who = Labels.of(words.practitioner(opening.getPractitionerId()), "tiny", "muted");
        var row = Boxes.styled(new Button(), "row", "time");
        row.setId("followup-due.time." + (number + 1));
        row.setAccessibleText(when.getText() + ", " + who.getText());
        var line =
                Boxes.row(
                        8,
                        Boxes.grow(Boxes.column(0, when, who)),
                        Kbd.of(Integer.toString(number + 1)));
        line.prefWidthProperty().bind(row.widthProperty().subtract(18));
        row.setGraphic(line);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.disableProperty().bind(model.busy().property());
        row.setOnAction(event -> model.book(opening));
        return Boxes.onEnter(row, row::fire);
    }

    private Node anybody() {
        var box = new CheckBox(texts.get("followup.anybody"));
        box.setId("followup-due.anybody");
        box.selectedProperty().bindBidirectional(model.anybody());
        return Boxes.row(8, box, Kbd.of("A"));
    }

    private Node weeks() {
        return Boxes.row(
                8,
                Buttons.small(
                        Buttons.plain(
                                "followup-due.earlier",
                                texts.get("followup.earlier"),
                                () -> model.shift(-1))),
                Buttons.small(
                        Buttons.plain(
                                "followup-due.later",
                                texts.get("followup.later"),
                                () -> model.shift(1))));
    }
}
