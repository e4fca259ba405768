package org.clinicdesk.client.roster;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

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

import java.time.LocalDate;
import java.util.List;

/// Changes the hours of a practitioner's day.
final class HoursModel {

    private final Desk desk;
    private final WeekModel week;
    private final RosterRow row;
    private final RosterDay day;
    private final Runnable saved;
    private final RosterServiceGrpc.RosterServiceBlockingV2Stub roster;
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty wrong = new SimpleStringProperty("");
    private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.DAY);
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    /// For which days the hours hold.
    enum Reach {
        DAY,
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
        this.roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        typed.set(HoursText.write(day.getShiftsList()));
        typed.addListener(change -> wrong.set(""));
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
        var shifts = HoursText.read(typed.get());
        if (shifts.isEmpty()) {
            wrong.set(desk.texts().get("roster.hours.wrong"));
        } else if (reach.get() == Reach.DAY) {
            var off = shifts.get().isEmpty();
            set(off ? DayMode.DAY_MODE_OFF : DayMode.DAY_MODE_INSTEAD, withRooms(shifts.get()));
        } else {
            setWeek(withRooms(shifts.get()));
        }
    }

    /// Takes the day back to the weekly hours.
    void asEveryWeek() {
        set(DayMode.DAY_MODE_WEEKLY, List.of());
    }

    /// Who types other times stays in his room.
    private List<Shift> withRooms(List<Shift> shifts) {
        var room =
                day.getShiftsList().stream()
                        .map(Shift::getRoomId)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElse("");
        return shifts.stream().map(shift -> shift.toBuilder().setRoomId(room).build()).toList();
    }

    private void set(DayMode mode, List<Shift> shifts) {
        var request =
                SetDayRequest.newBuilder()
                        .setPractitionerId(row.getPractitionerId())
                        .setSiteId(week.site())
                        .setVersion(row.getVersion())
                        .setDate(day.getDate())
                        .setMode(mode)
                        .addAllShifts(shifts)
                        .build();
        send(() -> roster.setDay(request));
    }

    /// From this week on; the other weekdays keep their hours.
    private void setWeek(List<Shift> shifts) {
        var request =
                SetWeekRequest.newBuilder()
                        .setPractitionerId(row.getPractitionerId())
                        .setSiteId(week.site())
                        .setVersion(row.getVersion())
                        .setFrom(week.monday().toString())
                        .setEveryWeeks(reach.get() == Reach.WEEKLY ? 1 : 2)
                        .addDays(
                                DayPattern.newBuilder()
                                        .setWeekday(date().getDayOfWeek().getValue())
                                        .addAllShifts(shifts))
                        .build();
        send(() -> roster.setWeek(request));
    }

    private <T> void send(org.clinicdesk.client.platform.Calls.Work<T> call) {
        if (busy.is()) {
            return;
        }
        desk.calls()
                .call(call)
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(answer -> {
                    requestId = RequestId.fresh();
                    desk.notices().done(desk.texts().get("roster.saved", row.getName()));
                    saved.run();
                    week.refresh();
                });
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
