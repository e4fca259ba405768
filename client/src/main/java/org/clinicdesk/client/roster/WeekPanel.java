package org.clinicdesk.client.roster;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.roster.v1.Absence;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;

import java.util.List;

/// What is unfinished, the chosen day, and what closes anything in this week.
final class WeekPanel {

    static final double WIDTH = 320;

    private final Desk desk;
    private final Texts texts;
    private final WeekModel model;
    private final VBox content = Boxes.column(12);
    private final ScrollPane root = Boxes.side(WIDTH, content);
    private final InvalidationListener redraw = change -> draw();

    WeekPanel(Desk desk, WeekModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        var weak = new WeakInvalidationListener(redraw);
        List.of(model.week(), model.cursor(), model.missing(), model.requests())
                .forEach(source -> source.addListener(weak));
        draw();
    }

    ScrollPane root() {
        return root;
    }

    private void draw() {
        content.getChildren().clear();
        if (!model.missing().isEmpty()) {
            var alert =
                    Alert.of(
                            Tint.AMBER,
                            "mdi2c-calendar-alert",
                            texts.get("roster.missing"),
                            String.join("\n", model.missing()));
            alert.setId("roster-week.missing");
            content.getChildren().add(alert);
        }
        model.row().ifPresent(row -> model.day().ifPresent(day -> chosen(row, day)));
        if (!model.requests().isEmpty()) {
            content.getChildren().addAll(Boxes.rule(), section("requests"));
            model.requests().forEach(leave -> content.getChildren().add(request(leave)));
        }
        var absences = model.week().get().getAbsencesList();
        content.getChildren().addAll(Boxes.rule(), section("absences"));
        if (absences.isEmpty()) {
            content.getChildren().add(Labels.muted(texts.get("roster.panel.no-absences")));
        }
        absences.stream()
                .filter(absence -> !Absences.requested(absence))
                .forEach(absence -> content.getChildren().add(absence(absence)));
        content.getChildren()
                .add(
                        Buttons.plain(
                                "roster-week.absences",
                                texts.get("roster.absences.title"),
                                "mdi2c-calendar-remove-outline",
                                () -> desk.navigator().go(RosterFeature.ABSENCES)));
        if (!AbsenceDialog.may(desk)) {
            content.getChildren().add(AbsenceDialog.ask(desk));
        }
    }

    private void chosen(RosterRow row, RosterDay day) {
        var date = model.day(model.cursor().get().day());
        content.getChildren().add(Labels.title(row.getName()));
        content.getChildren().add(Labels.muted(texts.dates().day(date)));
        var hours =
                day.getShiftsCount() == 0
                        ? texts.get("roster.hours.none")
                        : HoursText.write(day.getShiftsList());
        content.getChildren().add(Labels.fact("mdi2c-clock-outline", hours));
        var rooms = String.join(", ", model.rooms(day));
        if (!rooms.isEmpty()) {
            content.getChildren().add(Labels.fact("mdi2d-door", rooms));
        }
        SharedRoom.of(model, row, day)
                .forEach(shared ->
                        content.getChildren()
                                .add(
                                        Alert.of(
                                                Tint.RED,
                                                "mdi2a-account-multiple-outline",
                                                texts.get(
                                                        "roster.shared",
                                                        shared.room(),
                                                        shared.other()),
                                                "")));
        model.absences(row, date)
                .forEach(absence ->
                        content.getChildren()
                                .add(
                                        Labels.fact(
                                                Absences.icon(absence),
                                                Absences.kind(desk, absence) + note(absence))));
        if (model.writes()) {
            content.getChildren()
                    .add(
                            Buttons.plain(
                                    "roster-week.edit",
                                    texts.get("roster.edit"),
                                    "mdi2p-pencil-outline",
                                    () -> HoursDialog.open(model)));
            if (!LikeModel.colleagues(model, row).isEmpty()) {
                content.getChildren()
                        .add(
                                Buttons.plain(
                                        "roster-week.like",
                                        texts.get("roster.like"),
                                        "mdi2a-account-arrow-left-outline",
                                        () -> LikeDialog.open(model)));
            }
        }
    }

    private Node request(Absence leave) {
        var row =
                Boxes.row(
                        6,
                        Buttons.small(
                                Buttons.plain(
                                        "roster-week.approve",
                                        texts.get("roster.approve"),
                                        "mdi2c-check",
                                        () -> approve(leave))),
                        Buttons.small(
                                Buttons.plain(
                                        "roster-week.decline",
                                        texts.get("roster.decline"),
                                        "mdi2c-close",
                                        () -> model.decide(leave, false, false, () -> {}))));
        var card =
                Boxes.card(
                        Labels.strong(leave.getPractitionerName()),
                        Labels.fact(Absences.icon(leave), Absences.kind(desk, leave) + note(leave)),
                        Labels.fact("mdi2c-calendar-range", Absences.when(desk, leave.getTime())),
                        row);
        return card;
    }

    private void approve(Absence leave) {
        model.decide(
                leave,
                true,
                false,
                () ->
                        new Dialog(
                                        desk.layers(),
                                        texts,
                                        "roster-booked",
                                        texts.get("roster.booked.title"))
                                .say(texts.get("roster.booked.detail"))
                                .danger(
                                        texts.get("roster.booked.go"),
                                        () -> model.decide(leave, true, true, () -> {}))
                                .show());
    }

    private Node absence(Absence absence) {
        return Boxes.column(
                2,
                Labels.fact(
                        Absences.icon(absence),
                        Absences.kind(desk, absence) + " · " + Absences.who(desk, absence)),
                Labels.of(Absences.when(desk, absence.getTime()) + note(absence), "tiny", "muted"));
    }

    private static String note(Absence absence) {
        return absence.getNote().isEmpty() ? "" : " · " + absence.getNote();
    }

    private Node section(String name) {
        return Labels.section(texts.get("roster.panel." + name).toUpperCase(texts.locale()));
    }
}
