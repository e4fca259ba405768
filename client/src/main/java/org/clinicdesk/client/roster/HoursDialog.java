package org.clinicdesk.client.roster;

import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.DateText;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.session.v1.Desk.Room;

import java.util.List;
import java.util.Locale;

/// The hours of a day in one line, and for which days they hold.
final class HoursDialog {

    private final HoursModel model;
    private final Texts texts;

    private HoursDialog(WeekModel week, HoursModel model) {
        this.model = model;
        this.texts = week.desk().texts();
    }

    /// Opens at the chosen cell.
    static void open(WeekModel week) {
        if (!week.writes() || week.day().isEmpty()) {
            return;
        }
        var hide = new Runnable[] {() -> {}};
        var model =
                new HoursModel(
                        week,
                        week.row().orElseThrow(),
                        week.day().orElseThrow(),
                        () -> hide[0].run());
        var dialog = new HoursDialog(week, model).dialog(week);
        hide[0] = dialog::hide;
    }

    private Dialog dialog(WeekModel week) {
        var title =
                texts.get(
                        "roster.hours.title",
                        model.row().getName(),
                        texts.dates().day(model.date()));
        var dialog =
                new Dialog(week.desk().layers(), texts, "roster-hours", title)
                        .width(560)
                        .body(hours())
                        .body(room())
                        .body(reach());
        if (model.day().getMode() != DayMode.DAY_MODE_WEEKLY) {
            var back =
                    Buttons.plain(
                            "roster-hours.weekly",
                            texts.get("roster.hours.as-weekly"),
                            "mdi2u-undo-variant",
                            model::asEveryWeek);
            var row = Boxes.row(0, back);
            row.setAlignment(Pos.CENTER_LEFT);
            dialog.body(row);
        }
        return dialog.primary(
                        texts.get("kit.save"),
                        () -> {
                            model.save();
                            return false;
                        })
                .show();
    }

    private VBox hours() {
        var field = Boxes.first(new TextField());
        field.setId("roster-hours.typed");
        field.setAccessibleText(texts.get("roster.hours"));
        field.setPromptText("8-12 13-17");
        field.textProperty().bindBidirectional(model.typed());
        field.selectAll();
        var label = Labels.of(texts.get("roster.hours"), "field-label");
        label.setLabelFor(field);
        var note = Labels.of(model.understood(), "field-note");
        model.typed().addListener(change -> note.setText(model.understood()));
        var help = Labels.of(texts.get("roster.hours.help"), "field-note");
        help.setWrapText(true);
        var error = new Label();
        error.setId("roster-hours.wrong");
        error.getStyleClass().add("field-error");
        error.textProperty().bind(model.wrong());
        error.managedProperty().bind(model.wrong().isNotEmpty());
        error.visibleProperty().bind(model.wrong().isNotEmpty());
        return Boxes.styled(Boxes.column(4, label, field, note, help, error), "field");
    }

    private VBox room() {
        var combo = new ComboBox<Room>();
        combo.setId("roster-hours.room");
        combo.setAccessibleText(texts.get("roster.hours.room"));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(
                Worded.by(room ->
                        room.getId().isEmpty()
                                ? texts.get("roster.hours.room.changes")
                                : room.getName()));
        combo.getItems().setAll(model.rooms());
        combo.valueProperty().bindBidirectional(model.room());
        var label = Labels.of(texts.get("roster.hours.room"), "field-label");
        label.setLabelFor(combo);
        return Boxes.styled(Boxes.column(4, label, combo), "field");
    }

    private VBox reach() {
        var segments =
                Segments.of(
                        "roster-hours.reach",
                        List.of(HoursModel.Reach.values()),
                        reach -> texts.get("roster.reach." + reach.name().toLowerCase(Locale.ROOT)),
                        model.reach());
        segments.setMaxWidth(Region.USE_PREF_SIZE);
        var note = Labels.paragraph("");
        var until = until();
        Runnable tell =
                () -> {
                    note.setText(reachNote());
                    until.setVisible(model.lasts());
                    until.setManaged(model.lasts());
                };
        model.reach().addListener(change -> tell.run());
        model.until().addListener(change -> tell.run());
        model.weekdays().chosen().addListener((Observable change) -> tell.run());
        tell.run();
        return Boxes.column(
                6,
                Labels.of(texts.get("roster.reach"), "field-label"),
                segments,
                new WeekdaysPane(texts, model).node(),
                until,
                note);
    }

    /// The last day of weekly hours.
    private VBox until() {
        var field = new TextField();
        field.setId("roster-hours.until");
        field.setAccessibleText(texts.get("roster.hours.until"));
        field.setPromptText(texts.get("roster.hours.until.prompt"));
        field.setMaxWidth(340);
        field.textProperty()
                .addListener((property, before, typed) ->
                        model.until()
                                .set(
                                        DateText.readAhead(typed, model.date())
                                                .orElse(typed.strip())));
        var label = Labels.of(texts.get("roster.hours.until"), "field-label");
        label.setLabelFor(field);
        var error = new Label();
        error.setId("roster-hours.until-wrong");
        error.getStyleClass().add("field-error");
        error.textProperty().bind(model.untilWrong());
        error.managedProperty().bind(model.untilWrong().isNotEmpty());
        error.visibleProperty().bind(model.untilWrong().isNotEmpty());
        return Boxes.styled(Boxes.column(4, label, field, error), "field");
    }

    private String reachNote() {
        var key = "roster.reach." + model.reach().get().name().toLowerCase(Locale.ROOT) + ".note";
        var first = texts.dates().day(model.first());
        return model.last()
                .filter(last -> model.lasts())
                .map(last -> texts.get(key + ".until", first, texts.dates().date(last)))
                .orElseGet(() -> texts.get(key, first));
    }
}
