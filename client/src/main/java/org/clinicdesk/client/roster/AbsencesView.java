package org.clinicdesk.client.roster;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.roster.v1.Absence;

import java.util.List;
import java.util.Locale;

/// Holidays, closures, blockouts and leave in a list, the chosen one at the right.
final class AbsencesView {

    private static final double SIDE = 320;

    private final Desk desk;
    private final Texts texts;
    private final AbsencesModel model;
    private final VBox chosen = Boxes.column(12);
    private final HBox root;
    private final InvalidationListener redraw = change -> draw();
    private final InvalidationListener tell = change -> tellPassedOver();

    AbsencesView(Desk desk, AbsencesModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        var table = table();
        Boxes.first(table.view());
        var filter =
                Segments.of(
                        "roster-absences.sort",
                        List.of(AbsencesModel.Sort.values()),
                        sort -> texts.get("roster.sort." + sort.name().toLowerCase(Locale.ROOT)),
                        model.sort());
        ScrollPane side = Boxes.side(SIDE, chosen);
        var page = Boxes.page(Boxes.row(0, filter), table.view());
        if (!AbsenceDialog.may(desk)) {
            page.getChildren().add(1, AbsenceDialog.ask(desk));
        }
        root = new HBox(page, side);
        root.getProperties().put("redraw", redraw);
        root.getProperties().put("tell", tell);
        model.passedOver().addListener(new WeakInvalidationListener(tell));
        model.selected().addListener(new WeakInvalidationListener(redraw));
        model.replans().addListener(new WeakInvalidationListener(redraw));
        draw();
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, AbsencesModel model) {
        if (!AbsenceDialog.may(desk)) {
            return Boxes.row(0);
        }
        var enter =
                Buttons.primary(
                        "roster-absences.new",
                        desk.texts().get(AbsenceDialog.title(desk)),
                        "mdi2p-plus",
                        () -> AbsenceDialog.open(desk, AbsenceModel.Start.today(desk)));
        return model.mayImport()
                ? Boxes.row(
                        8,
                        Buttons.plain(
                                "roster-absences.import",
                                desk.texts().get("roster.holidays.import"),
                                "mdi2c-calendar-import",
                                () -> importHolidays(desk, model)),
                        enter)
                : enter;
    }

    /// What is booked on the holidays is told before they are entered over it.
    static void importHolidays(Desk desk, AbsencesModel model) {
        desk.paper()
                .read(
                        ".ics",
                        calendar ->
                                model.importHolidays(
                                        calendar,
                                        visits ->
                                                new Dialog(
                                                                desk.layers(),
                                                                desk.texts(),
                                                                "roster-holidays",
                                                                desk.texts()
                                                                        .get(
                                                                                "roster.holidays.booked"))
                                                        .say(
                                                                desk.texts()
                                                                        .get(
                                                                                "roster.holidays.booked.detail",
                                                                                visits))
                                                        .primary(
                                                                desk.texts()
                                                                        .get(
                                                                                "roster.holidays.enter"),
                                                                () -> {
                                                                    model.importOverBooked(
                                                                            calendar);
                                                                    return true;
                                                                })
                                                        .show()));
    }

    private void tellPassedOver() {
        var passed = model.passedOver().get();
        if (!passed.isEmpty()) {
            PassedDialog.open(desk, passed);
        }
    }

    private Table<Absence> table() {
        return new Table<Absence>("roster-absences.found")
                .node(heading("kind"), this::kind, 150)
                .text(heading("who"), absence -> Absences.who(desk, absence), 180)
                .text(heading("when"), absence -> Absences.when(desk, absence.getTime()), 230)
                .text(heading("note"), Absence::getNote, 180)
                .text(
                        heading("state"),
                        absence -> texts.get("roster.state." + absence.getState().name()),
                        90)
                .rows(model.shown())
                .selects(model.selected())
                .empty(
                        EmptyState.of(
                                "mdi2c-calendar-check-outline",
                                texts.get("roster.absences.none"),
                                texts.get("roster.absences.none.detail")));
    }

    private Node kind(Absence absence) {
        return Pill.of(Absences.kind(desk, absence), Absences.tint(absence));
    }

    private String heading(String column) {
        return texts.get("roster.column." + column).toUpperCase(texts.locale());
    }

    private void draw() {
        chosen.getChildren().clear();
        var absence = model.selected().get();
        if (absence == null) {
            return;
        }
        chosen.getChildren()
                .addAll(
                        Labels.title(Absences.kind(desk, absence)),
                        Labels.fact("mdi2a-account-outline", Absences.who(desk, absence)),
                        Labels.fact("mdi2c-calendar-range", Absences.when(desk, absence.getTime())),
                        Labels.fact(
                                "mdi2c-check-decagram-outline",
                                texts.get("roster.state." + absence.getState().name())));
        if (!absence.getNote().isEmpty()) {
            chosen.getChildren().add(Labels.fact("mdi2n-note-text-outline", absence.getNote()));
        }
        if (model.mayReplan(absence)) {
            var open = model.open(absence);
            chosen.getChildren()
                    .add(
                            Buttons.plain(
                                    "roster-absences.replan",
                                    open > 0
                                            ? texts.get("roster.replan", open)
                                            : texts.get("roster.replan.look"),
                                    "mdi2c-calendar-sync-outline",
                                    () -> Hit.replan(desk, absence.getId())));
        }
        if (model.own(absence)) {
            chosen.getChildren()
                    .add(
                            Buttons.plain(
                                    "roster-absences.withdraw",
                                    texts.get("roster.withdraw"),
                                    "mdi2u-undo-variant",
                                    () -> model.withdraw(absence)));
        }
        if (model.mayVoid(absence)) {
            chosen.getChildren()
                    .add(
                            Buttons.plain(
                                    "roster-absences.void",
                                    texts.get("roster.strike-out"),
                                    "mdi2c-close",
                                    () -> askWhy(absence)));
        }
    }

    private void askWhy(Absence absence) {
        var reason = new SimpleStringProperty("");
        var field = Boxes.first(new TextField());
        field.setId("roster-void.reason");
        field.setAccessibleText(texts.get("roster.void.reason"));
        field.setPromptText(texts.get("roster.void.reason"));
        field.textProperty().bindBidirectional(reason);
        new Dialog(desk.layers(), texts, "roster-void", texts.get("roster.void.title"))
                .say(texts.get("roster.void.detail"))
                .body(field)
                .primary(
                        texts.get("roster.strike-out"),
                        () -> {
                            if (reason.get().isBlank()) {
                                return false;
                            }
                            model.strikeOut(absence, reason.get());
                            return true;
                        })
                .show();
    }
}
