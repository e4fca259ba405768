package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Everything the board shows, as it was when it was read: a day, or the days of a week. Cancelled visits are left out:
/// their time is free.
///
/// @param date the day asked for; of a week any of its days
/// @param visits those of the first column in the order of time, then those of the next
/// @param held what desks keep for themselves this moment
/// @param doctors all who are there in these days, whether they have a column or not
/// @param known all visits that were read, whether they stand in a column or not
/// @param offered what can be booked at the site
record Day(
        LocalDate date,
        Layout layout,
        WallTime wall,
        List<Column> columns,
        List<Visit> visits,
        List<Held> held,
        List<Doctor> doctors,
        List<Appointment> known,
        Offered offered) {

    private static final Minutes USUAL = new Minutes(8 * 60, 17 * 60);

    Day {
        columns = List.copyOf(columns);
        visits = List.copyOf(visits);
        held = List.copyOf(held);
        doctors = List.copyOf(doctors);
        known = List.copyOf(known);
    }

    static Day blank(LocalDate date, Layout layout, ZoneId zone) {
        return new Day(
                date,
                layout,
                new WallTime(zone),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Offered.NOTHING);
    }

    private Day with(List<Held> kept) {
        return new Day(date, layout, wall, columns, visits, kept, doctors, known, offered);
    }

    /// Whether this is what is asked for, and not what was on screen before.
    boolean answers(LocalDate date, Layout layout) {
        return this.date.equals(date) && this.layout.equals(layout);
    }

    /// Without the times that are kept no more.
    Day at(Instant now) {
        return held.stream().allMatch(kept -> kept.holds(now))
                ? this
                : with(held.stream().filter(kept -> kept.holds(now)).toList());
    }

    ZoneId zone() {
        return wall.zone();
    }

    static Instant instant(Timestamp timestamp) {
        return WallTime.instant(timestamp);
    }

    /// The instant of a wall-clock minute in a column.
    Instant instant(int column, int minute) {
        return wall.instant(columns.get(column).date(), minute);
    }

    /// The minute of a column's day that an instant is; before or after the day it lies outside `0..1440`.
    int minute(int column, Instant instant) {
        return wall.minute(instant, columns.get(column).date());
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

    int indexOf(String columnId) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).id().equals(columnId))
                .findFirst()
                .orElse(-1);
    }

    Optional<Column> column(String columnId) {
        return columns.stream().filter(column -> column.id().equals(columnId)).findFirst();
    }

    /// The column of a doctor on a day; -1 where he has none.
    int indexOf(String practitionerId, LocalDate on) {
        return IntStream.range(0, columns.size())
                .filter(i ->
                        columns.get(i).practitionerId().equals(practitionerId)
                                && columns.get(i).date().equals(on))
                .findFirst()
                .orElse(-1);
    }

    /// Whether a visit must stand in a column, unless it is gone.
    boolean shows(Appointment visit) {
        var on = wall.date(visit.getStart());
        return columns.stream().anyMatch(column -> column.date().equals(on) && column.takes(visit));
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

    /// Whether nobody is there and there is work at all. In the column of no room many visits stand at a time.
    ///
    /// @param except a visit that does not count, because it is the one to be moved; empty for none
    boolean free(int column, Minutes time, String except) {
        return columns.get(column).works(time) && !taken(column, time, except);
    }

    boolean taken(int column, Minutes time, String except) {
        return taking(column, time, except).isPresent() || holding(column, time).isPresent();
    }

    /// The visit that keeps a doctor or a room busy.
    Optional<Appointment> taking(int column, Minutes time, String except) {
        var at = columns.get(column);
        return known.stream()
                .filter(visit ->
                        keepsTime(visit)
                                && at.busyWith(visit)
                                && !visit.getId().equals(except)
                                && wall.minutes(visit, at.date()).overlaps(time))
                .findFirst();
    }

    /// What another desk keeps for itself there.
    Optional<Held> holding(int column, Minutes time) {
        return columns.get(column).isNoRoom()
                ? Optional.empty()
                : held.stream()
                        .filter(kept ->
                                kept.column() == column
                                        && !kept.mine()
                                        && kept.time().overlaps(time))
                        .findFirst();
    }

    /// Who did not come leaves his time to others.
    private static boolean keepsTime(Appointment visit) {
        return visit.getStatus() != AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW;
    }

    /// Another visit that the patient of a visit has then, as far as was read.
    Optional<Appointment> otherOf(Appointment visit, LocalDate on, Minutes time) {
        var patient = visit.getPerson().getPatientId();
        return known.stream()
                .filter(other ->
                        keepsTime(other)
                                && other.getPerson().getPatientId().equals(patient)
                                && !other.getId().equals(visit.getId())
                                && wall.minutes(other, on).overlaps(time))
                .findFirst();
    }

    /// Whether a doctor works and has no other visit, as far as was read: a room's week tells only of the visits there.
    boolean free(Doctor doctor, LocalDate on, Minutes time, String except) {
        return hours(doctor, on).stream().anyMatch(hours -> hours.contains(time))
                && known.stream()
                        .noneMatch(visit ->
                                keepsTime(visit)
                                        && doctor.has(visit)
                                        && !visit.getId().equals(except)
                                        && wall.minutes(visit, on).overlaps(time));
    }

    /// When a doctor can be booked on a day.
    List<Minutes> hours(Doctor doctor, LocalDate on) {
        return doctor.read().getHoursList().stream()
                .map(span -> wall.minutes(span, on))
                .filter(time -> time.length() > 0)
                .toList();
    }

    Optional<Doctor> doctor(String id) {
        return doctors.stream().filter(doctor -> doctor.id().equals(id)).findFirst();
    }

    int count(AppointmentStatus... statuses) {
        return (int) visits.stream().filter(visit -> visit.is(statuses)).count();
    }

    /// The share of a practitioner's working time that is booked, 0 to 1; 1 where there are visits without hours.
    double load(int column) {
        var work = columns.get(column).minutesOfWork();
        var booked =
                of(column).stream()
                        .filter(Visit::keepsTime)
                        .mapToInt(visit -> visit.time().length())
                        .sum();
        return work == 0 ? (booked == 0 ? 0 : 1) : Math.min(1, booked / (double) work);
    }
}
