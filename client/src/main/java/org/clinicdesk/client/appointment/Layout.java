package org.clinicdesk.client.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/// What of the clinic the board shows: the doctors or the rooms of a day, or the days of a week of one of them.
///
/// @param doctors those whose columns are shown on a day; none: all who work then
/// @param rooms the rooms that are shown on a day, [Column#NO_ROOM] among them; none: all
/// @param whose the doctor or the room that a week is of; of a day empty
record Layout(By by, Set<String> doctors, Set<String> rooms, String whose) {

    private static final int WEEK = 7;

    /// All doctors of a day, as everybody begins.
    static final Layout DAY = new Layout(By.DOCTOR, Set.of(), Set.of(), "");

    Layout {
        doctors = Set.copyOf(doctors);
        rooms = Set.copyOf(rooms);
    }

    boolean week() {
        return !whose.isEmpty();
    }

    /// The doctors or rooms that stand on a day; none: all.
    Set<String> shown() {
        return by == By.DOCTOR ? doctors : rooms;
    }

    Layout showing(Set<String> ids) {
        return by == By.DOCTOR
                ? new Layout(by, ids, rooms, whose)
                : new Layout(by, doctors, ids, whose);
    }

    Layout by(By next) {
        return new Layout(next, doctors, rooms, "");
    }

    Layout day() {
        return new Layout(by, doctors, rooms, "");
    }

    Layout weekOf(String id) {
        return new Layout(by, doctors, rooms, id);
    }

    /// Whether a doctor has a column, whatever the day.
    boolean showsDoctor(String id) {
        return by == By.DOCTOR
                && (week() ? whose.equals(id) : doctors.isEmpty() || doctors.contains(id));
    }

    LocalDate first(LocalDate date) {
        return week() ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : date;
    }

    int length() {
        return week() ? WEEK : 1;
    }

    /// The days read to show a date.
    List<LocalDate> days(LocalDate date) {
        var first = first(date);
        return first.datesUntil(first.plusDays(length())).toList();
    }
}
