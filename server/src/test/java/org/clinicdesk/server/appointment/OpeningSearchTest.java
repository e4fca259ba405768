package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Opening;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The first free times over doctors and days. Each test looks at days of its own.
@OnServer
class OpeningSearchTest {

    private final FrontDesk desk;
    private final Bookables bookables;

    OpeningSearchTest(TestServer server) {
        this.desk = new FrontDesk(server);
        this.bookables = new Bookables(server);
    }

    private SearchOpeningsRequest.Builder wanted(int days) {
        return SearchOpeningsRequest.newBuilder()
                .setSiteId(desk.site())
                .setServiceId(desk.service("Consultation"))
                .setMinutes(30)
                .setFrom(FrontDesk.TODAY.plusDays(days).toString());
    }

    private List<Opening> found(SearchOpeningsRequest.Builder wanted) {
        return desk.appointments().searchOpenings(wanted.build()).getOpeningsList();
    }

    private static ZonedDateTime start(Opening opening) {
        return Protos.instant(opening.getStart()).atZone(SampleClinic.ZONE);
    }

    @Test
    void everyOneOfThemCanBeBooked() {
        var patient = desk.patient("Mở");
        var taken = desk.book(patient, desk.doctor(0), at(14, "09:00"));
        var found = found(wanted(14).setDays(3).setPatientId(patient).setLimit(8));
        assertEquals(8, found.size());
        for (var opening : found) {
            var visit =
                    desk.book(
                            desk.patient("Mở"),
                            opening.getPractitionerId(),
                            Protos.instant(opening.getStart()));
            desk.cancel(visit);
        }
        desk.cancel(taken);
    }

    @Test
    void theEarliestComeFirst() {
        var starts = found(wanted(15)).stream().map(OpeningSearchTest::start).toList();
        assertEquals(20, starts.size());
        assertEquals(starts.stream().sorted(Comparator.naturalOrder()).toList(), starts);
    }

    @Test
    void findsMorningsOnlyAndNotOnTuesdays() {
        var found = found(wanted(16).addAllWeekdays(List.of(1, 3, 4, 5)).setToMinute(12 * 60));
        assertFalse(found.isEmpty());
        for (var opening : found) {
            var start = start(opening);
            assertFalse(start.getDayOfWeek() == DayOfWeek.TUESDAY, start.toString());
            assertFalse(
                    start.plusMinutes(30).toLocalTime().isAfter(LocalTime.NOON), start.toString());
        }
    }

    @Test
    void findsOnlyDoctorsOfTheSpecialty() {
        var found = found(wanted(17).setSpecialty("cardiology"));
        assertEquals(
                List.of(desk.doctor("Dr. Trần Minh Đức")),
                found.stream().map(Opening::getPractitionerId).distinct().toList());
    }

    @Test
    void leavesOutWhatADoctorOrThePatientHas() {
        var patient = desk.patient("Bận");
        var doctor = desk.doctor(1);
        desk.book(patient, desk.doctor(2), at(21, "08:00"));
        desk.book(desk.patient("Khác"), doctor, at(21, "08:30"));
        var found = found(wanted(21).setDays(1).addPractitionerIds(doctor).setPatientId(patient));
        assertEquals(at(21, "09:00"), Protos.instant(found.getFirst().getStart()));
    }

    @Test
    void leavesOutWhatADeskHolds() {
        var doctor = desk.doctor(3);
        var other = desk.wish(desk.patient("Giữ"), doctor, at(22, "08:00"));
        desk.appointments()
                .hold(
                        org.clinicdesk.appointment.v1.HoldRequest.newBuilder()
                                .setSiteId(other.getSiteId())
                                .setPractitionerId(doctor)
                                .setServiceId(other.getServiceId())
                                .setStart(other.getStart())
                                .setMinutes(30)
                                .build());
        var found = found(wanted(22).setDays(1).addPractitionerIds(doctor));
        assertEquals(at(22, "08:30"), Protos.instant(found.getFirst().getStart()));
    }

    @Test
    void leavesOutADayOnWhichTheDoctorHasEnough() {
        var doctor = desk.doctor(4);
        bookables.set(Bookables.limits(doctor).setDayVisits(1));
        desk.book(desk.patient("Đủ"), doctor, at(23, "08:00"));
        assertTrue(found(wanted(23).setDays(1).addPractitionerIds(doctor)).isEmpty());
        bookables.set(Bookables.limits(doctor));
    }

    @Test
    void leavesOutATimeAtWhichTheRoomIsBlocked() {
        var service = bookables.serviceInRoom("Nội soi", desk.room(2));
        bookables.block(desk.room(2), FrontDesk.TODAY.plusDays(25), "07:00", "10:00");
        var found = found(wanted(25).setDays(1).setServiceId(service));
        assertEquals(at(25, "10:00"), Protos.instant(found.getFirst().getStart()));
    }

    @Test
    void findsOnlyTimesAtWhichWhatIsNeededIsFree() {
        bookables.equipment("lift", "Lift 1");
        var service = bookables.serviceWith("With a lift", "lift");
        var booked =
                desk.wish(desk.patient("Thang"), desk.doctor(0), at(24, "08:00"))
                        .setServiceId(service);
        desk.book(booked);
        var need =
                VisitType.Need.newBuilder()
                        .setKind(ResourceKind.RESOURCE_KIND_EQUIPMENT)
                        .setType("lift");
        var found = found(wanted(24).setDays(1).addNeeds(need));
        assertEquals(at(24, "08:30"), Protos.instant(found.getFirst().getStart()));
    }

    @Test
    void namesWhatIsFreeOfWhatWasAskedForSoThatItCanBeBooked() {
        var first = bookables.equipment("scales", "Scales 1").getId();
        var second = bookables.equipment("scales", "Scales 2").getId();
        var taken =
                desk.wish(desk.patient("Cân"), desk.doctor(0), at(26, "08:00"))
                        .addEquipmentIds(first);
        desk.book(taken);
        var need =
                VisitType.Need.newBuilder()
                        .setKind(ResourceKind.RESOURCE_KIND_EQUIPMENT)
                        .setType("scales");
        var found =
                found(
                        wanted(26)
                                .setDays(1)
                                .addNeeds(need)
                                .addPractitionerIds(desk.doctor(1))
                                .setFromMinute(8 * 60)
                                .setToMinute(9 * 60));
        assertEquals(List.of(second), found.getFirst().getResourceIdsList());
        assertEquals(List.of(first), found.getLast().getResourceIdsList());
        var booked =
                desk.wish(desk.patient("Đo"), desk.doctor(1), at(26, "08:00"))
                        .addEquipmentIds(second);
        assertEquals(List.of(second), desk.book(booked).getResourceIdsList());
    }

    @Test
    void givesAtMostThreeOfADoctorADay() {
        var most =
                found(wanted(28).setLimit(100)).stream()
                        .collect(
                                Collectors.groupingBy(
                                        opening ->
                                                opening.getPractitionerId()
                                                        + start(opening).toLocalDate(),
                                        Collectors.counting()))
                        .values()
                        .stream()
                        .max(Comparator.naturalOrder());
        assertEquals(3, most.orElseThrow());
    }

    @Test
    void refusesAPartOfTheDayThatEndsBeforeItBegins() {
        assertEquals(
                "to_minute: time.order",
                Refusals.field(() -> found(wanted(1).setFromMinute(600).setToMinute(540))));
    }
}
