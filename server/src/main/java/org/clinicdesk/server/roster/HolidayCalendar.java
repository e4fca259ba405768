package org.clinicdesk.server.roster;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.ICalDate;

import org.clinicdesk.server.platform.TextRules;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/// The holidays of a calendar file (iCalendar, RFC 5545): its events that take whole days.
///
/// An event that comes again is a holiday for each of its days, known by the day behind the name of the event. A single one
/// of them that was moved is an event of its own, which says whose place it takes.
///
/// @param decided what the calendar calls the events of which it says all the days, or that there are none: cancelled, over,
///     too far
record HolidayCalendar(List<Holiday> holidays, List<PassedOver> passedOver, Set<String> decided) {

    private static final int LONGEST_UID = 200;
    private static final int LONGEST_NAME = 200;

    /// @param uid what the calendar calls it; one that comes again has the day behind it
    /// @param last the last day, included
    record Holiday(String uid, String name, LocalDate first, LocalDate last) {}

    /// Why an event is no holiday to be entered.
    enum Why {
        CANCELLED,
        TIME_OF_DAY,
        OVER,
        TOO_FAR,
        /// Without a name, a day, or what the calendar calls it.
        INCOMPLETE
    }

    /// @param day its first, in the clinic; null when it says none
    record PassedOver(String name, @Nullable LocalDate day, Why why) {}

    /// Reads what falls on some days, the last included. @return empty when it is no calendar
    static Optional<HolidayCalendar> read(byte[] file, LocalDate from, LocalDate to, ZoneId zone) {
        var text = TextRules.withoutControls(new String(file, StandardCharsets.UTF_8));
        return Optional.ofNullable(Biweekly.parse(text).first())
                .map(calendar -> new Reading(calendar.getEvents(), from, to, zone).read());
    }

    static String again(String uid, LocalDate day) {
        return uid + "/" + day;
    }

    /// One calendar, for some days.
    private static final class Reading {

        private final List<VEvent> events;
        private final LocalDate from;
        private final LocalDate to;
        private final ZoneId zone;
        private final Map<String, Set<LocalDate>> moved = new HashMap<>();
        private final List<Holiday> found = new ArrayList<>();
        private final List<PassedOver> passedOver = new ArrayList<>();
        private final Set<String> decided = new HashSet<>();

        private Reading(List<VEvent> events, LocalDate from, LocalDate to, ZoneId zone) {
            this.events = events;
            this.from = from;
            this.to = to;
            this.zone = zone;
        }

        private HolidayCalendar read() {
            for (var event : events) {
                if (event.getUid() != null) {
                    day(event.getRecurrenceId())
                            .ifPresent(day ->
                                    moved.computeIfAbsent(uid(event), _ -> new HashSet<>())
                                            .add(day));
                }
            }
            events.forEach(this::read);
            return new HolidayCalendar(found, passedOver, decided);
        }

        private void read(VEvent event) {
            var start = day(event.getDateStart());
            var cancelled = event.getStatus() != null && event.getStatus().isCancelled();
            if (event.getUid() == null
                    || event.getSummary() == null
                    || event.getDateStart() == null) {
                pass(event, Why.INCOMPLETE);
            } else if (cancelled) {
                decided.add(uid(event));
                pass(event, Why.CANCELLED);
            } else if (start.isEmpty()) {
                pass(event, Why.TIME_OF_DAY);
            } else {
                read(event, start.get());
            }
        }

        private void read(VEvent event, LocalDate start) {
            // DTEND of whole days is the day after the last; without it, it is one day.
            var last = day(event.getDateEnd()).map(end -> end.minusDays(1)).orElse(start);
            var days = Math.max(0, last.toEpochDay() - start.toEpochDay());
            var again = event.getRecurrenceRule() != null;
            var within =
                    (again ? starts(event) : List.of(start))
                            .stream()
                                    .filter(first ->
                                            !first.plusDays(days).isBefore(from)
                                                    && !first.isAfter(to))
                                    .toList();
            within.forEach(first ->
                    found.add(
                            new Holiday(
                                    key(event, first, again),
                                    name(event),
                                    first,
                                    first.plusDays(days))));
            if (again || within.isEmpty()) {
                decided.add(uid(event));
            }
            if (within.isEmpty()) {
                pass(event, start.isAfter(to) ? Why.TOO_FAR : Why.OVER);
            }
        }

        /// One that was moved takes the place of the day it would have been on.
        private static String key(VEvent event, LocalDate first, boolean again) {
            return day(event.getRecurrenceId())
                    .map(instead -> HolidayCalendar.again(uid(event), instead))
                    .orElseGet(() -> again ? HolidayCalendar.again(uid(event), first) : uid(event));
        }

        private List<LocalDate> starts(VEvent event) {
            var elsewhere = moved.getOrDefault(uid(event), Set.of());
            var starts = new ArrayList<LocalDate>();
            var dates = event.getDateIterator(TimeZone.getDefault());
            while (dates.hasNext()) {
                var next = day(new ICalDate(dates.next(), false));
                if (next.isAfter(to)) {
                    break;
                }
                if (!elsewhere.contains(next)) {
                    starts.add(next);
                }
            }
            return starts;
        }

        private void pass(VEvent event, Why why) {
            var name = event.getSummary() == null ? "" : name(event);
            passedOver.add(new PassedOver(name, began(event).orElse(null), why));
        }

        /// Of a time of day too: the day on which it is in the clinic.
        private Optional<LocalDate> began(VEvent event) {
            return day(event.getDateStart())
                    .or(() ->
                            Optional.ofNullable(event.getDateStart())
                                    .map(start -> start.getValue())
                                    .map(date -> LocalDate.ofInstant(date.toInstant(), zone)));
        }
    }

    private static String uid(VEvent event) {
        return cut(event.getUid().getValue(), LONGEST_UID);
    }

    private static String name(VEvent event) {
        return cut(event.getSummary().getValue().strip(), LONGEST_NAME);
    }

    /// Empty for a time of day.
    private static Optional<LocalDate> day(@Nullable DateOrDateTimeProperty property) {
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
