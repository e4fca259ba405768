package org.clinicdesk.client.roster;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.SetWeekRequest;
import org.clinicdesk.roster.v1.Shift;

import java.time.LocalDate;
import java.util.List;

/// Gives a practitioner the week of a colleague as weekly hours. The rooms are not taken along: two do not sit in one.
final class LikeModel {

    private final Desk desk;
    private final WeekModel week;
    private final RosterRow row;
    private final HoursWrite write;
    private final ObjectProperty<RosterRow> colleague;

    LikeModel(WeekModel week, RosterRow row) {
        this.desk = week.desk();
        this.week = week;
        this.row = row;
        this.write = new HoursWrite(week);
        this.colleague = new SimpleObjectProperty<>(colleagues(week, row).getFirst());
    }

    /// Those who have hours in the week shown.
    static List<RosterRow> colleagues(WeekModel week, RosterRow row) {
        return week.week().get().getRowsList().stream()
                .filter(other -> !other.equals(row))
                .filter(other ->
                        other.getDaysList().stream().anyMatch(day -> day.getShiftsCount() > 0))
                .toList();
    }

    List<RosterRow> colleagues() {
        return colleagues(week, row);
    }

    ObjectProperty<RosterRow> colleague() {
        return colleague;
    }

    RosterRow row() {
        return row;
    }

    LocalDate from() {
        return week.monday();
    }

    Busy busy() {
        return write.busy();
    }

    /// The days on which the colleague works.
    List<RosterDay> days() {
        return colleague.get().getDaysList().stream()
                .filter(day -> day.getShiftsCount() > 0)
                .toList();
    }

    void save() {
        var request =
                SetWeekRequest.newBuilder()
                        .setPractitionerId(row.getPractitionerId())
                        .setSiteId(week.site())
                        .setVersion(row.getVersion())
                        .setFrom(from().toString())
                        .setEveryWeeks(1);
        colleague
                .get()
                .getDaysList()
                .forEach(day ->
                        request.addDaysBuilder()
                                .setWeekday(
                                        LocalDate.parse(day.getDate()).getDayOfWeek().getValue())
                                .addAllShifts(withoutRooms(day)));
        var roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        write.send(
                despite -> roster.setWeek(request.setDespiteBooked(despite).build()).getTaken(),
                problem -> {
                    desk.explain(problem);
                    week.refresh();
                },
                () -> desk.notices().done(desk.texts().get("roster.saved", row.getName())));
    }

    private static List<Shift> withoutRooms(RosterDay day) {
        return day.getShiftsList().stream()
                .map(shift -> shift.toBuilder().clearRoomId().build())
                .toList();
    }
}
