package org.clinicdesk.client.roster;

import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;

import java.time.LocalDate;

/// Asks whose hours the chosen practitioner gets, and shows them.
final class LikeDialog {

    private LikeDialog() {}

    static void open(WeekModel week) {
        var row = week.row();
        if (!week.writes()
                || row.isEmpty()
                || LikeModel.colleagues(week, row.orElseThrow()).isEmpty()) {
            return;
        }
        var texts = week.desk().texts();
        var model = new LikeModel(week, row.orElseThrow());
        var title = texts.get("roster.like.title", model.row().getName());
        new Dialog(week.desk().layers(), texts, "roster-like", title)
                .say(texts.get("roster.like.detail", texts.dates().day(model.from())))
                .body(colleagues(texts, model))
                .body(hours(texts, model))
                .primary(texts.get("roster.like.go"), model::save)
                .show();
    }

    private static ComboBox<RosterRow> colleagues(Texts texts, LikeModel model) {
        var combo = Boxes.first(new ComboBox<RosterRow>());
        combo.setId("roster-like.colleague");
        combo.setAccessibleText(texts.get("roster.like.colleague"));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(RosterRow::getName));
        combo.getItems().setAll(model.colleagues());
        combo.valueProperty().bindBidirectional(model.colleague());
        return combo;
    }

    private static GridPane hours(Texts texts, LikeModel model) {
        var grid = new GridPane(16, 4);
        grid.setId("roster-like.hours");
        Runnable show =
                () -> {
                    grid.getChildren().clear();
                    model.days().forEach(day -> add(texts, grid, day));
                };
        model.colleague().addListener(change -> show.run());
        show.run();
        return grid;
    }

    private static void add(Texts texts, GridPane grid, RosterDay day) {
        grid.addRow(
                grid.getRowCount(),
                Labels.muted(texts.dates().weekday(LocalDate.parse(day.getDate()))),
                Labels.text(HoursText.write(day.getShiftsList())));
    }
}
