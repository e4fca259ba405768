package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.SlotHold;
import org.clinicdesk.appointment.v1.Span;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Everything the board shows, as it was when it was read. Cancelled visits are left out: their time is free.
///
/// @param visits those of the first column in the order of time, then those of the next
/// @param held what desks keep for themselves this moment
record Day(LocalDate date, ZoneId zone, List<Column> columns, List<Visit> visits, List<Held> held) {

    private static final Minutes USUAL = new Minutes(8 * 60, 17 * 60);

    Day {
        columns = List.copyOf(columns);
        visits = List.copyOf(visits);
        held = List.copyOf(held);
    }

    static Day blank(LocalDate date, ZoneId zone) {
        return new Day(date, zone, List.of(), List.of(), List.of());
    }

    /// @param now when it was answered
    static Day of(GetDayResponse answer, ZoneId zone, Instant now) {
        var date = LocalDate.parse(answer.getDate());
        var columns = new ArrayList<Column>();
        for (var column : answer.getColumnsList()) {
            var hours =
                    column.getHoursList().stream().map(span -> minutes(span, date, zone)).toList();
            columns.add(
                    new Column(
                            column.getPractitionerId(),
                            column.getName(),
                            column.getSpecialty(),
                            hours));
        }
        var day = of(date, zone, columns, answer.getAppointmentsList());
        return day.with(
                answer.getHoldsList().stream()
                        .map(hold -> held(hold, day, now))
                        .filter(held -> held.column() >= 0 && held.time().length() > 0)
                        .toList());
    }

    private static Held held(SlotHold hold, Day day, Instant now) {
        var span = Span.newBuilder().setStart(hold.getStart()).setEnd(hold.getEnd()).build();
        return new Held(
                day.indexOf(hold.getPractitionerId()),
                minutes(span, day.date, day.zone),
                hold.getBy(),
                now.plusSeconds(hold.getSecondsLeft()),
                hold.getMine());
    }

    private Day with(List<Held> kept) {
        return new Day(date, zone, columns, visits, kept);
    }

    /// Without the times that are kept no more.
    Day at(Instant now) {
        return held.stream().allMatch(kept -> kept.holds(now))
                ? this
                : with(held.stream().filter(kept -> kept.holds(now)).toList());
    }

    private static Day of(
            LocalDate date, ZoneId zone, List<Column> known, List<Appointment> appointments) {
        var shown =
                appointments.stream()
                        .filter(appointment ->
                                appointment.getStatus()
                                        != AppointmentStatus.APPOINTMENT_STATUS_CANCELLED)
                        .toList();
        var columns = withAllPractitioners(known, shown);
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < columns.size(); i++) {
            var column = i;
            visits.addAll(
                    Lanes.spread(
                            shown.stream()
                                    .filter(visit ->
                                            visit.getPractitionerId()
                                                    .equals(columns.get(column).id()))
                                    .map(visit ->
                                            new Visit(
                                                    visit,
                                                    column,
                                                    minutes(spanOf(visit), date, zone),
                                                    0,
                                                    1))
                                    .filter(visit -> visit.time().length() > 0)
                                    .toList()));
        }
        return new Day(date, zone, columns, visits, List.of());
    }

    /// A visit whose practitioner has no column is shown all the same.
    private static List<Column> withAllPractitioners(List<Column> known, List<Appointment> visits) {
        var columns = new LinkedHashMap<String, Column>();
        known.forEach(column -> columns.put(column.id(), column));
        visits.forEach(visit ->
                columns.computeIfAbsent(
                        visit.getPractitionerId(), id -> new Column(id, "?", "", List.of())));
        return List.copyOf(columns.values());
    }

    private static Span spanOf(Appointment visit) {
        return Span.newBuilder().setStart(visit.getStart()).setEnd(visit.getEnd()).build();
    }

    /// On the wall clock, cut at both midnights.
    private static Minutes minutes(Span span, LocalDate date, ZoneId zone) {
        return new Minutes(minute(span.getStart(), date, zone), minute(span.getEnd(), date, zone));
    }

    private static int minute(Timestamp timestamp, LocalDate date, ZoneId zone) {
        var at = instant(timestamp).atZone(zone);
        var day = at.toLocalDate();
        return day.isBefore(date)
                ? 0
                : day.isAfter(date) ? Minutes.DAY : at.getHour() * 60 + at.getMinute();
    }

    static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    /// The instant of a wall-clock minute of this day.
    Instant instant(int minute) {
        return date.atTime(LocalTime.MIN).plusMinutes(minute).atZone(zone).toInstant();
    }

    /// The minute of this day that an instant is; before or after the day it lies outside `0..1440`.
    int minute(Instant instant) {
        var at = instant.atZone(zone);
        var days = (int) (at.toLocalDate().toEpochDay() - date.toEpochDay());
        return days * Minutes.DAY + at.getHour() * 60 + at.getMinute();
    }

    /// From which to which hour the board reaches: all working hours and all visits, with a little around.
    Minutes bounds() {
        var spans = new ArrayList<Minutes>();
        columns.forEach(column -> spans.addAll(column.hours()));
        visits.forEach(visit -> spans.add(visit.slots()));
        var from = spans.stream().mapToInt(Minutes::from).min().orElse(USUAL.from());
        var to = spans.stream().mapToInt(Minutes::to).max().orElse(USUAL.to());
        return new Minutes(
                Math.max(0, Math.floorDiv(from, 60) * 60 - 2 * Minutes.SLOT),
                Math.min(Minutes.DAY, Math.ceilDiv(to, 60) * 60 + Minutes.SLOT));
    }

    int indexOf(String practitionerId) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).id().equals(practitionerId))
                .findFirst()
                .orElse(-1);
    }

    Optional<Column> column(String practitionerId) {
        return columns.stream().filter(column -> column.id().equals(practitionerId)).findFirst();
    }

    Optional<Visit> visit(String id) {
        return visits.stream().filter(visit -> visit.id().equals(id)).findFirst();
    }

    List<Visit> of(int column) {
        return visits.stream().filter(visit -> visit.column() == column).toList();
    }

    /// The visit in whose slots a minute lies; the first where there are several.
    Optional<Visit> at(int column, int minute) {
        return of(column).stream()
                .filter(visit -> visit.slots().overlaps(Minutes.slot(minute)))
                .findFirst();
    }

    /// Whether nobody is there and the practitioner works.
    ///
    /// @param except a visit that does not count, because it is the one to be moved; empty for none
    boolean free(int column, Minutes time, String except) {
        return columns.get(column).works(time) && !taken(column, time, except);
    }

    boolean taken(int column, Minutes time, String except) {
        return of(column).stream()
                        .anyMatch(
                                visit -> visit.time().overlaps(time) && !visit.id().equals(except))
                || held.stream()
                        .anyMatch(kept ->
                                kept.column() == column
                                        && !kept.mine()
                                        && kept.time().overlaps(time));
    }

    int count(AppointmentStatus... statuses) {
        return (int) visits.stream().filter(visit -> visit.is(statuses)).count();
    }

    /// The share of a practitioner's working time that is booked, 0 to 1; 1 where there are visits without hours.
    double load(int column) {
        var work = columns.get(column).minutesOfWork();
        var booked = of(column).stream().mapToInt(visit -> visit.time().length()).sum();
        return work == 0 ? (booked == 0 ? 0 : 1) : Math.min(1, booked / (double) work);
    }
}
