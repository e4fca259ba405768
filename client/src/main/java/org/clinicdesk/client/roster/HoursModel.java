package org.clinicdesk.client.roster;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.SetWeekRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.session.v1.Desk.Room;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Changes the hours of a practitioner's day.
final class HoursModel {

    /// The room changes.
    private static final Room NO_ROOM = Room.getDefaultInstance();

    private final Desk desk;
    private final WeekModel week;
    private final RosterRow row;
    private final RosterDay day;
    private final Runnable saved;
    private final RosterServiceGrpc.RosterServiceBlockingV2Stub roster;
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty wrong = new SimpleStringProperty("");
    private final ObjectProperty<Room> room;
    private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.DAY);
    private final StringProperty until = new SimpleStringProperty("");
    private final StringProperty untilWrong = new SimpleStringProperty("");
    private final Weekdays weekdays;
    private final HoursWrite write;
    private boolean dayOffAsked;

    /// For which days the hours hold.
    enum Reach {
        DAY,
        /// Beside the hours the day has.
        EXTRA,
        WEEKLY,
        FORTNIGHTLY
    }

    /// @param saved what follows
    HoursModel(WeekModel week, RosterRow row, RosterDay day, Runnable saved) {
        this.desk = week.desk();
        this.week = week;
        this.row = row;
        this.day = day;
        this.saved = saved;
        this.write = new HoursWrite(week);
        this.weekdays = new Weekdays(row, day);
        this.roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        typed.set(HoursText.write(day.getShiftsList()));
        typed.addListener(change -> wrong.set(""));
        until.addListener(change -> untilWrong.set(""));
        room = new SimpleObjectProperty<>(usualRoom());
        reach.addListener((property, before, now) -> suggest(before, now));
        if (weekdays.isNew()) {
            // Whoever has no hours at all begins with those of every week.
            reach.set(Reach.WEEKLY);
        }
    }

    /// For which weekly hours hold.
    Weekdays weekdays() {
        return weekdays;
    }

    RosterRow row() {
        return row;
    }

    RosterDay day() {
        return day;
    }

    LocalDate date() {
        return LocalDate.parse(day.getDate());
    }

    StringProperty typed() {
        return typed;
    }

    /// What is wrong with the hours typed; empty when nothing is.
    StringProperty wrong() {
        return wrong;
    }

    /// The last day of weekly hours in ISO 8601; empty until further notice.
    StringProperty until() {
        return until;
    }

    /// What is wrong with the last day; empty when nothing is.
    StringProperty untilWrong() {
        return untilWrong;
    }

    /// The first day for which what is entered holds: weekly hours begin with this week.
    LocalDate first() {
        return weekdays.chosen().stream()
                .filter(_ -> lasts())
                .min(Comparator.naturalOrder())
                .map(weekday -> week.monday().plusDays(weekday.ordinal()))
                .orElseGet(this::date);
    }

    /// Whether hours hold for more than a day, so that a last day makes sense.
    boolean lasts() {
        return reach.get() == Reach.WEEKLY || reach.get() == Reach.FORTNIGHTLY;
    }

    /// The last day; none until further notice.
    Optional<LocalDate> last() {
        try {
            return until.get().isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(until.get().strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    ObjectProperty<Reach> reach() {
        return reach;
    }

    Busy busy() {
        return write.busy();
    }

    /// What was understood, in words.
    String understood() {
        return HoursText.read(typed.get())
                .map(shifts ->
                        shifts.isEmpty()
                                ? desk.texts().get("roster.hours.none")
                                : HoursText.write(shifts) + " · " + length(shifts))
                .orElse("");
    }

    private String length(List<Shift> shifts) {
        var minutes = HoursText.minutes(shifts);
        return desk.texts().get("roster.length", minutes / 60, "%02d".formatted(minutes % 60));
    }

    void save() {
        var read = HoursText.read(typed.get());
        if (read.isEmpty() || reach.get() == Reach.EXTRA && read.get().isEmpty()) {
            wrong.set(desk.texts().get("roster.hours.wrong"));
            return;
        }
        if (lasts() && !until.get().isBlank() && last().filter(this::notBefore).isEmpty()) {
            untilWrong.set(desk.texts().get("roster.hours.until.wrong"));
            return;
        }
        if (lasts() && weekdays.chosen().isEmpty()) {
            wrong.set(desk.texts().get("roster.hours.no-weekday"));
            return;
        }
        if (asksForDayOff()) {
            return;
        }
        var shifts = inRoom(read.get());
        switch (reach.get()) {
            case DAY ->
                    set(shifts.isEmpty() ? DayMode.DAY_MODE_OFF : DayMode.DAY_MODE_INSTEAD, shifts);
            case EXTRA -> set(DayMode.DAY_MODE_EXTRA, shifts);
            case WEEKLY -> setWeek(shifts, 1);
            case FORTNIGHTLY -> setWeek(shifts, 2);
        }
    }

    /// Nobody gets a day off by pressing Enter in a form that was only opened.
    private boolean asksForDayOff() {
        var untouched = typed.get().isBlank() && day.getShiftsCount() == 0;
        var asks =
                untouched
                        && reach.get() == Reach.DAY
                        && day.getMode() == DayMode.DAY_MODE_WEEKLY
                        && !dayOffAsked;
        if (asks) {
            dayOffAsked = true;
            wrong.set(desk.texts().get("roster.hours.off"));
        }
        return asks;
    }

    private boolean notBefore(LocalDate last) {
        return !last.isBefore(date());
    }

    /// Takes the day back to the weekly hours.
    void asEveryWeek() {
        set(DayMode.DAY_MODE_WEEKLY, List.of());
    }

    /// Nothing typed is lost: only hours that are as they were are taken away, since they are no extra ones.
    private void suggest(Reach before, Reach now) {
        var hours = HoursText.write(day.getShiftsList());
        if (now == Reach.EXTRA && typed.get().equals(hours)) {
            typed.set("");
        } else if (before == Reach.EXTRA && typed.get().isEmpty()) {
            typed.set(hours);
        }
    }

    /// Where the practitioner sits on this day, else nowhere in particular.
    private Room usualRoom() {
        return rooms().stream()
                .filter(known ->
                        day.getShiftsList().stream()
                                .anyMatch(shift -> shift.getRoomId().equals(known.getId())))
                .findFirst()
                .orElse(NO_ROOM);
    }

    /// Those of the site, first none in particular.
    List<Room> rooms() {
        return Stream.concat(Stream.of(NO_ROOM), desk.site().getRoomsList().stream()).toList();
    }

    /// The room of all that is typed.
    ObjectProperty<Room> room() {
        return room;
    }

    private List<Shift> inRoom(List<Shift> shifts) {
        return shifts.stream()
                .map(shift -> shift.toBuilder().setRoomId(room.get().getId()).build())
                .toList();
    }

    private void set(DayMode mode, List<Shift> shifts) {
        var request =
                SetDayRequest.newBuilder()
                        .setPractitionerId(row.getPractitionerId())
                        .setSiteId(week.site())
                        .setVersion(row.getVersion())
                        .setDate(day.getDate())
                        .setMode(mode)
                        .addAllShifts(shifts);
        send(despite -> roster.setDay(request.setDespiteBooked(despite).build()).getTaken());
    }

    /// From this week on; the weekdays that are not chosen keep their hours.
    private void setWeek(List<Shift> shifts, int everyWeeks) {
        var request =
                SetWeekRequest.newBuilder()
                        .setPractitionerId(row.getPractitionerId())
                        .setSiteId(week.site())
                        .setVersion(row.getVersion())
                        .setFrom(week.monday().toString())
                        .setTo(last().map(LocalDate::toString).orElse(""))
                        .setEveryWeeks(everyWeeks);
        weekdays.chosen().stream()
                .sorted()
                .forEach(weekday ->
                        request.addDaysBuilder()
                                .setWeekday(weekday.getValue())
                                .addAllShifts(shifts));
        weekdays.taken().forEach(taken -> request.addAsWeekly(taken.toString()));
        send(despite -> roster.setWeek(request.setDespiteBooked(despite).build()).getTaken());
    }

    private void send(HoursWrite.Change change) {
        write.send(
                change,
                this::refused,
                () -> {
                    desk.notices().done(told());
                    saved.run();
                });
    }

    private String told() {
        var texts = desk.texts();
        var left = lasts() ? weekdays.left() : List.<LocalDate>of();
        return left.isEmpty()
                ? texts.get("roster.saved", row.getName())
                : texts.get("roster.saved.but", row.getName(), days(left));
    }

    /// Days in words.
    String days(List<LocalDate> days) {
        return days.stream().map(desk.texts().dates()::day).collect(Collectors.joining(", "));
    }

    /// Where, and on which day first.
    private String elsewhere(Problem problem) {
        return desk.texts()
                .get(
                        "roster.elsewhere",
                        problem.metadata().getOrDefault("site", ""),
                        desk.texts().dates().day(LocalDate.parse(problem.metadata().get("day"))));
    }

    private void refused(Problem problem) {
        if (problem.reason().equals("SHIFTS_OVERLAP")) {
            wrong.set(desk.texts().get("roster.refused.SHIFTS_OVERLAP"));
        } else if (problem.reason().equals("WORKS_ELSEWHERE")) {
            wrong.set(elsewhere(problem));
        } else if (problem.fields().isEmpty()) {
            desk.explain(problem);
            week.refresh();
        } else {
            wrong.set(desk.texts().get("roster.hours.wrong"));
        }
    }
}
