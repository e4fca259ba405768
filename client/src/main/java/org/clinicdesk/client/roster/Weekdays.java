package org.clinicdesk.client.roster;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The weekdays that weekly hours are entered for, and the days of the week on the screen that have hours of their own:
/// these would hide the weekly ones.
final class Weekdays {

    static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final RosterRow row;
    private final ObservableSet<DayOfWeek> chosen;
    private final BooleanProperty alsoOwn;

    /// @param day that was opened: it is to show what is entered
    Weekdays(RosterRow row, RosterDay day) {
        this.row = row;
        var weekday = weekday(day);
        chosen = FXCollections.observableSet(EnumSet.of(weekday));
        if (isNew() && WORKING.contains(weekday)) {
            chosen.addAll(WORKING);
        }
        alsoOwn = new SimpleBooleanProperty(isOwn(day));
    }

    private static DayOfWeek weekday(RosterDay day) {
        return LocalDate.parse(day.getDate()).getDayOfWeek();
    }

    private static boolean isOwn(RosterDay day) {
        return day.getMode() != DayMode.DAY_MODE_WEEKLY;
    }

    /// Whether nothing was ever entered for the practitioner.
    boolean isNew() {
        return row.getVersion() == 0
                && row.getDaysList().stream().allMatch(day -> day.getShiftsCount() == 0);
    }

    ObservableSet<DayOfWeek> chosen() {
        return chosen;
    }

    void choose(Collection<DayOfWeek> days) {
        chosen.retainAll(days);
        chosen.addAll(days);
    }

    /// The chosen days of this week that have hours of their own.
    List<LocalDate> own() {
        return row.getDaysList().stream()
                .filter(day -> isOwn(day) && chosen.contains(weekday(day)))
                .map(day -> LocalDate.parse(day.getDate()))
                .toList();
    }

    /// Whether these get the weekly hours too.
    BooleanProperty alsoOwn() {
        return alsoOwn;
    }

    /// Those that keep their own hours.
    List<LocalDate> left() {
        return alsoOwn.get() ? List.of() : own();
    }

    /// Those that lose them.
    List<LocalDate> taken() {
        return alsoOwn.get() ? own() : List.of();
    }
}
