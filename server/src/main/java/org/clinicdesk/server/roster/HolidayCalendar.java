package org.clinicdesk.server.roster;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.ICalDate;

import org.clinicdesk.server.platform.TextRules;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

/// The holidays of a calendar file (iCalendar, RFC 5545): its events that take whole days.
///
/// @param passedOver how many events are none, or lie outside the days asked for
record HolidayCalendar(List<Holiday> holidays, int passedOver) {

    private static final int LONGEST_UID = 200;
    private static final int LONGEST_NAME = 200;

    /// @param uid what the calendar calls it; one that comes again has the day behind it
    /// @param last the last day, included
    record Holiday(String uid, String name, LocalDate first, LocalDate last) {}

    /// Reads what falls on some days, the last included. @return empty when it is no calendar
    static Optional<HolidayCalendar> read(byte[] file, LocalDate from, LocalDate to) {
        var calendar =
                Biweekly.parse(TextRules.withoutControls(new String(file, StandardCharsets.UTF_8)))
                        .first();
        if (calendar == null) {
            return Optional.empty();
        }
        var found = new ArrayList<Holiday>();
        var passedOver = 0;
        for (var event : calendar.getEvents()) {
            var own = holidays(event, from, to);
            found.addAll(own);
            passedOver += own.isEmpty() ? 1 : 0;
        }
        return Optional.of(new HolidayCalendar(found, passedOver));
    }

    private static List<Holiday> holidays(VEvent event, LocalDate from, LocalDate to) {
        var start = day(event.getDateStart());
        var cancelled = event.getStatus() != null && event.getStatus().isCancelled();
        if (cancelled || start.isEmpty() || event.getUid() == null || event.getSummary() == null) {
            return List.of();
        }
        // DTEND of whole days is the day after the last; without it, it is one day.
        var last = day(event.getDateEnd()).map(end -> end.minusDays(1)).orElse(start.get());
        var days = Math.max(0, last.toEpochDay() - start.get().toEpochDay());
        var again = event.getRecurrenceRule() != null;
        return starts(event, start.get(), again, to).stream()
                .filter(first -> !first.plusDays(days).isBefore(from) && !first.isAfter(to))
                .map(first ->
                        new Holiday(
                                cut(event.getUid().getValue(), LONGEST_UID)
                                        + (again ? "/" + first : ""),
                                cut(event.getSummary().getValue().strip(), LONGEST_NAME),
                                first,
                                first.plusDays(days)))
                .toList();
    }

    private static List<LocalDate> starts(
            VEvent event, LocalDate start, boolean again, LocalDate to) {
        if (!again) {
            return List.of(start);
        }
        var starts = new ArrayList<LocalDate>();
        var dates = event.getDateIterator(TimeZone.getDefault());
        while (dates.hasNext()) {
            var next = day(new ICalDate(dates.next(), false));
            if (next.isAfter(to)) {
                break;
            }
            starts.add(next);
        }
        return starts;
    }

    /// Empty for a time of day.
    private static Optional<LocalDate> day(
            @org.jspecify.annotations.Nullable DateOrDateTimeProperty property) {
        return Optional.ofNullable(property)
                .map(found -> found.getValue())
                .filter(date -> !date.hasTime())
                .map(HolidayCalendar::day);
    }

    /// The library tells a day as its first instant in the zone of the process.
    private static LocalDate day(ICalDate date) {
        return LocalDate.ofInstant(date.toInstant(), TimeZone.getDefault().toZoneId());
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
