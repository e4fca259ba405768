package org.clinicdesk.client.roster;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.roster.v1.RosterRow;

/// Asks to how many weeks this one is copied, and whose.
final class CopyDialog {

    private static final int MOST = 26;

    private CopyDialog() {}

    static void open(Desk desk, WeekModel model) {
        if (!model.writes() || model.week().get().getRowsCount() == 0) {
            return;
        }
        var texts = desk.texts();
        var weeks = Boxes.first(new Spinner<Integer>(1, MOST, 1));
        weeks.setId("roster-copy.weeks");
        weeks.setEditable(true);
        weeks.getEditor().setAccessibleText(texts.get("roster.copy.weeks"));
        weeks.setPrefWidth(110);
        var one = new SimpleBooleanProperty(false);
        var name = model.row().map(RosterRow::getName).orElse("");
        var only = new CheckBox(texts.get("roster.copy.only", name));
        only.setId("roster-copy.only");
        only.selectedProperty().bindBidirectional(one);
        new Dialog(desk.layers(), texts, "roster-copy", texts.get("roster.copy.title"))
                .say(texts.get("roster.copy.detail", texts.dates().date(model.monday())))
                .body(Boxes.row(10, Labels.text(texts.get("roster.copy.weeks")), weeks))
                .body(only)
                .primary(texts.get("roster.copy"), () -> model.copy(weeks.getValue(), !one.get()))
                .show();
    }
}
