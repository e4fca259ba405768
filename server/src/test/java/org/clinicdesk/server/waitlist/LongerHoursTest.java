package org.clinicdesk.server.waitlist;

import static org.clinicdesk.server.appointment.FrontDesk.TODAY;
import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.roster.v1.CopyWeekRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.roster.v1.DayPattern;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.RosterServiceGrpc.RosterServiceBlockingStub;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.SetWeekRequest;
import org.clinicdesk.roster.v1.Shift;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.clinicdesk.staff.v1.StaffServiceGrpc.StaffServiceBlockingStub;
import org.clinicdesk.staff.v1.UpdateStaffRequest;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// Hours that are longer than before reach the waiting list. Each test has a day of its own.
@OnServer
class LongerHoursTest {

    private final WaitingDesk here;
    private final RosterServiceBlockingStub head;
    private final StaffServiceBlockingStub staff;
    private final String doctor;

    LongerHoursTest(TestServer server) {
        this.here = new WaitingDesk(server);
        this.head = RosterServiceGrpc.newBlockingStub(server.as("human-resources"));
        this.staff = StaffServiceGrpc.newBlockingStub(server.as("human-resources"));
        this.doctor = here.desk.doctor(2);
    }

    @Test
    void aShiftMoreOnADayIsProposed() {
        var entry = waits(7);
        day(7, DayMode.DAY_MODE_EXTRA, "18:00-20:00");
        assertEquals(List.of("18:00-18:30"), here.times(7));
        assertEquals(List.of(entry.getId()), here.proposed(7));
    }

    @Test
    void ofOtherHoursOnlyWhatIsNewIsProposed() {
        waits(8);
        day(8, DayMode.DAY_MODE_INSTEAD, "08:00-12:00", "13:00-18:30");
        assertEquals(List.of("17:00-17:30"), here.times(8));
    }

    @Test
    void shorterHoursOpenNothing() {
        waits(9);
        day(9, DayMode.DAY_MODE_INSTEAD, "08:00-10:00");
        assertEquals(List.of(), here.times(9));
        day(9, DayMode.DAY_MODE_WEEKLY);
        assertEquals(List.of("10:00-10:30", "13:00-13:30"), here.times(9));
    }

    @Test
    void weeklyHoursAreProposedForTheWeeksAhead() {
        var first = waits(12 + 7);
        var later = waits(12 + 14);
        week(TODAY.plusDays(14).toString(), 6, "08:00-12:00", "19:00-21:00");
        assertEquals(List.of("19:00-19:30"), here.times(12 + 7));
        assertEquals(List.of(first.getId()), here.proposed(12 + 7));
        assertEquals(List.of(later.getId()), here.proposed(12 + 14));
    }

    @Test
    void aWeekThatIsCopiedIsProposed() {
        day(6, DayMode.DAY_MODE_INSTEAD, "19:00-20:00");
        waits(13);
        var _ =
                head.copyWeek(
                        CopyWeekRequest.newBuilder()
                                .setSiteId(here.desk.site())
                                .setWeek(TODAY.toString())
                                .setWeeks(1)
                                .setDespiteBooked(true)
                                .addPractitioners(
                                        CopyWeekRequest.Practitioner.newBuilder()
                                                .setId(doctor)
                                                .setVersion(version()))
                                .build());
        assertEquals(List.of("19:00-19:30"), here.times(13));
    }

    @Test
    void whatIsProposedThenCanBeBooked() {
        waits(10);
        day(10, DayMode.DAY_MODE_EXTRA, "18:00-20:00");
        var booked = here.book(here.offer(here.proposals(10).getFirst()));
        assertEquals(Protos.timestamp(at(10, "18:00")), booked.getStart());
    }

    @Test
    void theHoursOfSomebodyWhoCanBeBookedAgainAreProposed() {
        var other = here.desk.doctor(1);
        var entry = here.waits("Chờ lại", 11, wanted -> wanted.addPractitionerIds(other));
        bookable(other, false);
        assertEquals(List.of(), here.times(11));
        bookable(other, true);
        assertEquals(List.of(entry.getId()), here.proposed(11).stream().distinct().toList());
        var times = here.times(11);
        bookable(other, true);
        assertEquals(times, here.times(11));
    }

    private void bookable(String id, boolean bookable) {
        var member =
                staff.listStaff(ListStaffRequest.getDefaultInstance()).getStaffList().stream()
                        .filter(one -> one.getId().equals(id))
                        .findFirst()
                        .orElseThrow();
        var _ =
                staff.updateStaff(
                        UpdateStaffRequest.newBuilder()
                                .setId(id)
                                .setVersion(member.getVersion())
                                .setName(member.getName())
                                .setSpecialty(member.getSpecialty())
                                .addAllRoles(member.getRolesList())
                                .setActive(true)
                                .setBookable(bookable)
                                .build());
    }

    private WaitingEntry waits(int day) {
        return here.waits("Chờ " + day, day, wanted -> wanted.addPractitionerIds(doctor));
    }

    private void day(int day, DayMode mode, String... shifts) {
        var request =
                SetDayRequest.newBuilder()
                        .setPractitionerId(doctor)
                        .setSiteId(here.desk.site())
                        .setVersion(version())
                        .setDate(TODAY.plusDays(day).toString())
                        .setMode(mode);
        Arrays.stream(shifts).map(LongerHoursTest::shift).forEach(request::addShifts);
        var _ = head.setDay(request.build());
    }

    private void week(String from, int weekday, String... shifts) {
        var pattern = DayPattern.newBuilder().setWeekday(weekday);
        Arrays.stream(shifts).map(LongerHoursTest::shift).forEach(pattern::addShifts);
        var _ =
                head.setWeek(
                        SetWeekRequest.newBuilder()
                                .setPractitionerId(doctor)
                                .setSiteId(here.desk.site())
                                .setVersion(version())
                                .setFrom(from)
                                .setEveryWeeks(1)
                                .addDays(pattern)
                                .build());
    }

    private static Shift shift(String text) {
        var ends = text.split("-");
        return Shift.newBuilder().setFrom(ends[0]).setTo(ends[1]).build();
    }

    private long version() {
        var request =
                GetRosterRequest.newBuilder()
                        .setSiteId(here.desk.site())
                        .setFrom(TODAY.toString())
                        .setDays(1)
                        .build();
        return head.getRoster(request).getRowsList().stream()
                .filter(row -> row.getPractitionerId().equals(doctor))
                .findFirst()
                .orElseThrow()
                .getVersion();
    }
}
