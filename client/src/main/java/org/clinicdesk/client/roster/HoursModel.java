package org.clinicdesk.client.roster;

import io.grpc.StatusException;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.DayPattern;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.SetWeekRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.roster.v1.TakenHours;
import org.clinicdesk.session.v1.Desk.Room;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final ObservableSet<DayOfWeek> weekdays = FXCollections.observableSet();
    private final StringProperty until = new SimpleStringProperty("");
    private final StringProperty untilWrong = new SimpleStringProperty("");
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// For which days the hours hold.
    enum Reach {
        DAY,
        /// Beside the hours the day has.
        EXTRA,
        WEEKLY,
        FORTNIGHTLY
    }

    /// Sends hours; tells what they hit.
    private interface Change {
        Sent send(boolean despiteBooked) throws StatusException;
    }

    /// @param version of the hours of the practitioner since
    private record Sent(TakenHours taken, long version) {}

    /// @param saved what follows
    HoursModel(WeekModel week, RosterRow row, RosterDay day, Runnable saved) {
        this.desk = week.desk();
        this.week = week;
        this.row = row;
        this.day = day;
        this.saved = saved;
        this.roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        typed.set(HoursText.write(day.getShiftsList()));
        typed.addListener(change -> wrong.set(""));
        until.addListener(change -> untilWrong.set(""));
        weekdays.add(date().getDayOfWeek());
        room = new SimpleObjectProperty<>(usualRoom());
        reach.addListener((property, before, now) -> suggest(before, now));
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

    /// On which days of a week hours hold that hold for more than a day; none is that of the cell.
    ObservableSet<DayOfWeek> weekdays() {
        return weekdays;
    }

    private Stream<DayOfWeek> chosenWeekdays() {
        return weekdays.isEmpty() ? Stream.of(date().getDayOfWeek()) : weekdays.stream().sorted();
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
        return busy;
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
        var shifts = inRoom(read.get());
        switch (reach.get()) {
            case DAY ->
                    set(shifts.isEmpty() ? DayMode.DAY_MODE_OFF : DayMode.DAY_MODE_INSTEAD, shifts);
            case EXTRA -> set(DayMode.DAY_MODE_EXTRA, shifts);
            case WEEKLY -> setWeek(shifts, 1);
            case FORTNIGHTLY -> setWeek(shifts, 2);
        }
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
        send(
                false,
                despite -> {
                    var answer = roster.setDay(request.setDespiteBooked(despite).build());
                    return new Sent(answer.getTaken(), answer.getVersion());
                },
                this::done);
    }

    /// From this week on; the other weekdays keep their hours. What the cell had in their place goes: it was this cell that
    /// was changed.
    private void setWeek(List<Shift> shifts, int everyWeeks) {
        var request =
                SetWeekRequest.newBuilder()
                        .setPractitionerId(row.getPractitionerId())
                        .setSiteId(week.site())
                        .setVersion(row.getVersion())
                        .setFrom(week.monday().toString())
                        .setTo(last().map(LocalDate::toString).orElse(""))
                        .setEveryWeeks(everyWeeks);
        chosenWeekdays()
                .forEach(weekday ->
                        request.addDays(
                                DayPattern.newBuilder()
                                        .setWeekday(weekday.getValue())
                                        .addAllShifts(shifts)));
        var shown =
                day.getMode() == DayMode.DAY_MODE_WEEKLY
                        || !weekdays.contains(date().getDayOfWeek());
        send(
                false,
                despite -> {
                    var answer = roster.setWeek(request.setDespiteBooked(despite).build());
                    return new Sent(answer.getTaken(), answer.getVersion());
                },
                sent -> {
                    if (shown) {
                        done(sent);
                    } else {
                        showWeekly(sent);
                    }
                });
    }

    private void showWeekly(Sent before) {
        var request =
                SetDayRequest.newBuilder()
                        .setPractitionerId(row.getPractitionerId())
                        .setSiteId(week.site())
                        .setVersion(before.version)
                        .setDate(day.getDate())
                        .setMode(DayMode.DAY_MODE_WEEKLY)
                        .setDespiteBooked(true)
                        .build();
        send(
                true,
                despite -> {
                    var answer = roster.setDay(request);
                    return new Sent(
                            before.taken.getVisits() > 0 ? before.taken : answer.getTaken(),
                            answer.getVersion());
                },
                this::done);
    }

    /// Asks once more when visits are booked in hours that go.
    private void send(boolean despiteBooked, Change change, Consumer<Sent> then) {
        if (busy.is()) {
            return;
        }
        desk.calls()
                .call(() -> change.send(despiteBooked))
                .once(requestId)
                .busy(busy)
                .refused(
                        "BOOKED",
                        problem -> {
                            requestId = RequestId.fresh();
                            Hit.ask(desk, problem, () -> send(true, change, then));
                        })
                .refused(this::refused)
                .then(sent -> {
                    requestId = RequestId.fresh();
                    then.accept(sent);
                });
    }

    private void done(Sent sent) {
        desk.notices().done(desk.texts().get("roster.saved", row.getName()));
        saved.run();
        week.refresh();
        Hit.taken(desk, sent.taken);
    }

    private void refused(Problem problem) {
        requestId = RequestId.fresh();
        if (problem.reason().equals("SHIFTS_OVERLAP")) {
            wrong.set(desk.texts().get("roster.refused.SHIFTS_OVERLAP"));
        } else if (problem.fields().isEmpty()) {
            desk.explain(problem);
            week.refresh();
        } else {
            wrong.set(desk.texts().get("roster.hours.wrong"));
        }
    }
}
