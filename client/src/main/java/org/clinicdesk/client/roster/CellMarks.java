package org.clinicdesk.client.roster;

import javafx.scene.Node;

import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What stands in a cell besides hours: how the day differs from the others, and what takes time out of it.
final class CellMarks {

    private CellMarks() {}

    static List<Node> of(WeekModel model, RosterRow row, RosterDay day, LocalDate date) {
        var texts = model.desk().texts();
        var marks = new ArrayList<Node>();
        switch (day.getMode()) {
            case DAY_MODE_OFF -> marks.add(Pill.of(texts.get("roster.mode.off"), Tint.GRAY));
            case DAY_MODE_INSTEAD ->
                    marks.add(Pill.of(texts.get("roster.mode.instead"), Tint.AMBER));
            case DAY_MODE_EXTRA -> marks.add(Pill.of(texts.get("roster.mode.extra"), Tint.GREEN));
            default -> {}
        }
        if (day.getEveryWeeks() > 1 && day.getMode() == DayMode.DAY_MODE_WEEKLY) {
            marks.add(Pill.of(texts.get("roster.every", day.getEveryWeeks()), Tint.GRAY));
        }
        for (var absence : model.absences(row, date)) {
            var words = Absences.kind(model.desk(), absence);
            var pill =
                    Pill.of(
                            Absences.requested(absence) ? words + "?" : words,
                            Absences.tint(absence));
            marks.add(pill);
        }
        SharedRoom.of(model, row, day).stream()
                .map(SharedRoom::room)
                .distinct()
                .forEach(room ->
                        marks.add(Pill.of(texts.get("roster.shared.short", room), Tint.RED)));
        return marks;
    }
}
