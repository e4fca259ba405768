package org.clinicdesk.server.roster;

import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.Break;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.DayPattern;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.RosterServiceGrpc.RosterServiceBlockingStub;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.SetWeekRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.roster.v1.WallTime;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.Desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Somebody who keeps the roster through the contract, for tests.
final class RosterDesk {

    /// A Monday.
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final RosterServiceBlockingStub roster;
    private final Desk desk;

    RosterDesk(TestServer server, String role) {
        this.roster = RosterServiceGrpc.newBlockingStub(server.as(role));
        this.desk = server.desk(role);
    }

    RosterServiceBlockingStub stub() {
        return roster;
    }

    String self() {
        return desk.getStaffId();
    }

    String site() {
        return desk.getSites(0).getId();
    }

    String room(int number) {
        return desk.getSites(0).getRooms(number).getId();
    }

    String doctor(int index) {
        return desk.getPractitioners(index).getId();
    }

    RosterRow row(String doctor, LocalDate from, int days) {
        return roster
                .getRoster(
                        GetRosterRequest.newBuilder()
                                .setSiteId(site())
                                .setFrom(from.toString())
                                .setDays(days)
                                .build())
                .getRowsList()
                .stream()
                .filter(row -> row.getPractitionerId().equals(doctor))
                .findFirst()
                .orElseThrow();
    }

    RosterDay day(String doctor, LocalDate date) {
        return row(doctor, date, 1).getDays(0);
    }

    /// "08:00-12:00 13:00-17:00": what can be booked.
    static String open(RosterDay day) {
        return day.getOpenList().stream()
                .map(open ->
                        List.of(open.getStart(), open.getEnd()).stream()
                                .map(at ->
                                        Protos.instant(at)
                                                .atZone(SampleClinic.ZONE)
                                                .toLocalTime()
                                                .toString())
                                .collect(Collectors.joining("-")))
                .collect(Collectors.joining(" "));
    }

    String open(String doctor, LocalDate date) {
        return open(day(doctor, date));
    }

    private long version(String doctor) {
        return row(doctor, TODAY, 1).getVersion();
    }

    /// "08:00-17:00/12:00-13:00": a shift with its breaks.
    static Shift shift(String text) {
        var parts = text.split("/");
        var ends = parts[0].split("-");
        var shift = Shift.newBuilder().setFrom(ends[0]).setTo(ends[1]);
        Arrays.stream(parts)
                .skip(1)
                .map(pause -> pause.split("-"))
                .forEach(pause ->
                        shift.addBreaks(Break.newBuilder().setFrom(pause[0]).setTo(pause[1])));
        return shift.build();
    }

    SetDayRequest.Builder change(String doctor, LocalDate day, DayMode mode, String... shifts) {
        var request =
                SetDayRequest.newBuilder()
                        .setPractitionerId(doctor)
                        .setSiteId(site())
                        .setVersion(version(doctor))
                        .setDate(day.toString())
                        .setMode(mode);
        Arrays.stream(shifts).forEach(text -> request.addShifts(shift(text)));
        return request;
    }

    void set(String doctor, LocalDate day, DayMode mode, String... shifts) {
        roster.setDay(change(doctor, day, mode, shifts).build());
    }

    /// The same shifts on each day of the week.
    SetWeekRequest.Builder week(String doctor, LocalDate from, int every, String... shifts) {
        var day = DayPattern.newBuilder();
        Arrays.stream(shifts).forEach(text -> day.addShifts(shift(text)));
        var request =
                SetWeekRequest.newBuilder()
                        .setPractitionerId(doctor)
                        .setSiteId(site())
                        .setVersion(version(doctor))
                        .setFrom(from.toString())
                        .setEveryWeeks(every);
        for (var weekday = 1; weekday <= 7; weekday++) {
            request.addDays(day.setWeekday(weekday));
        }
        return request;
    }

    AddAbsenceRequest.Builder absence(AbsenceKind kind, LocalDate day, String from, String to) {
        return AddAbsenceRequest.newBuilder()
                .setKind(kind)
                .setNote("Họp")
                .setTime(time(day, from, to));
    }

    static WallTime time(LocalDate day, String from, String to) {
        return WallTime.newBuilder().setFirstDay(day.toString()).setFrom(from).setTo(to).build();
    }
}
