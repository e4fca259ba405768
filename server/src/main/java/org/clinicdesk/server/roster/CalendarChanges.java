package org.clinicdesk.server.roster;

import org.clinicdesk.server.roster.HolidayCalendar.Holiday;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a calendar says otherwise than when it was read before. What is as it was stays, and what somebody took out stays
/// out.
///
/// A holiday that comes again is known by its days: when the calendar has moved it, each new day stands for one that is gone.
/// A day that it simply does not come on any more is given back, and so is that of an event that was cancelled. Days that are over are left as they were.
///
/// @param fresh to be entered, by day
/// @param gone what was entered and does not hold any more
record CalendarChanges(List<Holiday> fresh, Set<Absence> gone) {

    static CalendarChanges of(
            HolidayCalendar calendar, Map<String, List<Absence>> known, LocalDate today) {
        var fresh = new ArrayList<Holiday>();
        var gone = new LinkedHashSet<Absence>();
        var said = new HashSet<String>();
        for (var holiday : calendar.holidays()) {
            said.add(holiday.uid());
            var before = known.getOrDefault(holiday.uid(), List.of());
            if (isNew(holiday, before)) {
                fresh.add(holiday);
                standing(before, today).findFirst().ifPresent(gone::add);
            }
        }
        known.forEach((uid, absences) -> {
            if (!said.contains(uid) && calendar.decided().contains(event(uid))) {
                standing(absences, today).forEach(gone::add);
            }
        });
        fresh.sort(Comparator.comparing(Holiday::first));
        return new CalendarChanges(fresh, gone);
    }

    /// What was struck out because the calendar said something else, nobody took out.
    private static boolean isNew(Holiday holiday, List<Absence> known) {
        var days = WallSpan.days(holiday.first(), holiday.last());
        var counted = known.stream().filter(absence -> !absence.replaced()).toList();
        var standing = counted.stream().filter(Absence::holds).toList();
        return counted.isEmpty()
                || !standing.isEmpty()
                        && standing.stream().noneMatch(absence -> absence.time().equals(days));
    }

    private static Stream<Absence> standing(List<Absence> known, LocalDate today) {
        return known.stream()
                .filter(Absence::holds)
                .filter(absence -> !absence.time().lastDay().isBefore(today));
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// How many of those entered stand for a day that is gone: of the same event.
    int corrected() {
        var left = gone.stream().map(CalendarChanges::event).collect(Collectors.toList());
        return (int) fresh.stream().filter(holiday -> left.remove(event(holiday.uid()))).count();
    }

    /// How many days are gone for which none is entered.
    int givenBack() {
        return gone.size() - corrected();
    }

    private static String event(Absence absence) {
        return event(absence.calendarUid().orElseThrow());
    }

    private static String event(String uid) {
        return Optional.of(uid.lastIndexOf('/'))
                .filter(cut -> cut > 0 && isDay(uid.substring(cut + 1)))
                .map(cut -> uid.substring(0, cut))
                .orElse(uid);
    }
}
