package org.clinicdesk.client.roster;

import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.WeekdayPick;
import org.clinicdesk.client.platform.Texts;

/// Chooses the weekdays of weekly hours, at one go those of a working week, and says which days of this week stand against
/// them.
final class WeekdaysPane {

    private final Texts texts;
    private final HoursModel model;
    private final CheckBox own = new CheckBox();
    private final VBox root;

    WeekdaysPane(Texts texts, HoursModel model) {
        this.texts = texts;
        this.model = model;
        var days = model.weekdays();
        var all =
                Buttons.small(
                        Buttons.plain(
                                "roster-hours.working",
                                texts.get("roster.hours.working"),
                                () -> days.choose(Weekdays.WORKING)));
        own.setId("roster-hours.own");
        own.setWrapText(true);
        own.selectedProperty().bindBidirectional(days.alsoOwn());
        root =
                Boxes.column(
                        8,
                        Boxes.row(
                                8,
                                WeekdayPick.of(texts, "roster-hours.weekday", days.chosen()),
                                all),
                        own);
        root.setAccessibleText(texts.get("roster.hours.weekdays"));
        days.chosen().addListener((Observable change) -> show());
        model.reach().addListener(change -> show());
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        root.setVisible(model.lasts());
        root.setManaged(model.lasts());
        var against = model.weekdays().own();
        own.setVisible(!against.isEmpty());
        own.setManaged(!against.isEmpty());
        own.setText(texts.get("roster.hours.own", model.days(against)));
        own.setAccessibleText(own.getText());
    }
}
