package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Each test books on a day of its own, so that none is in another's way.
@OnServer
class AppointmentApiTest {

    private static final Duration AS_IT_IS = Duration.ZERO;

    private final TestServer server;
    private final FrontDesk desk;
    private final String doctor;
    private final String other;

    AppointmentApiTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.doctor = desk.doctor("Dr. Lê Thu Hà");
        this.other = desk.doctor("Dr. James Whitlow");
    }

    @Test
    void booksAVisitAndShowsItOnTheBoard() {
        var booked =
                desk.book(
                        desk.wish(desk.patient("Mai"), doctor, at(7, "09:00"))
                                .setReason("Ho kéo dài"));
        assertEquals(booked, desk.onBoard(7, booked));
        assertEquals("Mai Trương", booked.getPerson().getName());
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, booked.getStatus());
    }

    @Test
    void takesTheLengthOfTheServiceWhenNoneIsAsked() {
        var wish = desk.wish(desk.patient("Sen"), doctor, at(7, "10:00")).setMinutes(0);
        var booked = desk.book(wish.setServiceId(desk.service("New patient")));
        assertEquals(Protos.timestamp(at(7, "10:45")), booked.getEnd());
    }

    @Test
    void showsTheHoursOfEachPractitionerAsColumns() {
        var column =
                desk.day(8).getColumnsList().stream()
                        .filter(one -> one.getPractitionerId().equals(doctor))
                        .findFirst()
                        .orElseThrow();
        assertEquals("Dermatology", column.getSpecialty());
        assertEquals(
                List.of(Protos.timestamp(at(8, "08:00")), Protos.timestamp(at(8, "13:00"))),
                column.getHoursList().stream().map(hours -> hours.getStart()).toList());
    }

    @Test
    void anEmptyDateIsTodayInTheClinic() {
        var request = GetDayRequest.newBuilder().setSiteId(desk.site()).build();
        assertEquals("2026-11-23", desk.appointments().getDay(request).getDate());
    }

    @Test
    void refusesADateThatIsNone() {
        var request =
                GetDayRequest.newBuilder().setSiteId(desk.site()).setDate("2026-02-30").build();
        assertEquals("date: date.none", Refusals.field(() -> desk.appointments().getDay(request)));
    }

    @Test
    void tellsThatThePractitionerIsTaken() {
        desk.book(desk.patient("Một"), doctor, at(9, "09:00"));
        assertEquals("practitioner", taken(desk.wish(desk.patient("Hai"), doctor, at(9, "09:29"))));
    }

    @Test
    void tellsThatTheRoomIsTaken() {
        desk.book(desk.wish(desk.patient("Ba"), doctor, at(10, "09:00")).setRoomId(desk.room(1)));
        var wish = desk.wish(desk.patient("Bốn"), other, at(10, "09:15")).setRoomId(desk.room(1));
        assertEquals("room", taken(wish));
    }

    @Test
    void tellsThatThePatientIsTaken() {
        var patient = desk.patient("Năm");
        desk.book(patient, doctor, at(11, "09:00"));
        assertEquals("patient", taken(desk.wish(patient, other, at(11, "08:45"))));
    }

    @Test
    void visitsMayTouch() {
        var patient = desk.patient("Sáu");
        desk.book(patient, doctor, at(12, "09:00"));
        desk.book(patient, doctor, at(12, "09:30"));
        desk.book(patient, doctor, at(12, "08:30"));
        assertEquals(3, desk.day(12).getAppointmentsCount());
    }

    @Test
    void refusesATimeOutsideTheHours() {
        var patient = desk.patient("Bảy");
        for (var time : List.of("07:30", "11:45", "12:30", "16:45", "20:00")) {
            var wish = desk.wish(patient, doctor, at(13, time)).build();
            assertEquals(
                    "appointment/OUTSIDE_HOURS",
                    Refusals.reason(() -> desk.appointments().book(wish)),
                    time);
        }
    }

    @Test
    void refusesATimeGoneBy() {
        var yesterday = desk.wish(desk.patient("Tám"), doctor, at(-1, "15:00"));
        assertEquals("appointment/IN_THE_PAST", outcome(yesterday));
        var justNow = desk.wish(desk.patient("Tám Nhỏ"), doctor, at(0, "08:49"));
        assertEquals("appointment/IN_THE_PAST", outcome(justNow));
    }

    /// Whether it is free besides is the sample's business.
    @Test
    void theTimeThatHasJustBegunIsNotThePast() {
        var running = desk.wish(desk.patient("Tám Lớn"), doctor, at(0, "08:51"));
        assertTrue(List.of("booked", "appointment/SLOT_TAKEN").contains(outcome(running)));
    }

    private String outcome(BookRequest.Builder wish) {
        try {
            desk.book(wish);
            return "booked";
        } catch (StatusRuntimeException e) {
            return Refusals.reason(e);
        }
    }

    @Test
    void refusesSomebodyWhoIsNotBookable() {
        var nurse = server.desk("nurse").getStaffId();
        var wish = desk.wish(desk.patient("Chín"), nurse, at(14, "09:00")).build();
        assertEquals(
                "practitioner_id: practitioner.not_bookable",
                Refusals.field(() -> desk.appointments().book(wish)));
    }

    @Test
    void refusesARoomThatOnlyLooksLikeOne() {
        var wish =
                desk.wish(desk.patient("Mười"), doctor, at(14, "09:00"))
                        .setRoomId("-".repeat(36))
                        .build();
        assertEquals(
                "room_id: string.pattern", Refusals.field(() -> desk.appointments().book(wish)));
    }

    @Test
    void refusesToBookForTheDead() {
        var patient = desk.patient("Cụ Lành", "1930");
        dies(patient);
        var wish = desk.wish(patient, doctor, at(14, "10:00")).build();
        assertEquals("patient/DECEASED", Refusals.reason(() -> desk.appointments().book(wish)));
    }

    @Test
    void refusesToMoveOrReinstateAVisitOfTheDeadButNotToCancelIt() {
        var patient = desk.patient("Bà Tĩnh", "1931");
        var visit = desk.book(patient, doctor, at(14, "14:00"));
        dies(patient);
        assertEquals(
                "patient/DECEASED",
                Refusals.reason(() -> desk.move(visit, doctor, at(14, "15:00"), AS_IT_IS)));
        var cancelled = desk.cancel(visit);
        assertEquals("patient/DECEASED", Refusals.reason(() -> desk.reinstate(cancelled)));
    }

    @Test
    void refusesToCheckInTheDead() {
        var visit = expected();
        dies(visit.getPerson().getPatientId());
        assertEquals("patient/DECEASED", Refusals.reason(() -> desk.checkIn(visit)));
    }

    /// A visit of today that is booked.
    private Appointment expected() {
        return desk.day(0).getAppointmentsList().stream()
                .filter(visit -> visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_BOOKED)
                .findFirst()
                .orElseThrow();
    }

    private void dies(String patient) {
        server.change(() ->
                server.clinic()
                        .features()
                        .patient
                        .patients()
                        .get(UUID.fromString(patient))
                        .died(null));
    }

    @Test
    void movesAVisitAndGivesTheOldTimeUp() {
        var visit = desk.book(desk.patient("An"), doctor, at(15, "09:00"));
        var moved = desk.move(visit, other, at(15, "14:00"), AS_IT_IS);
        assertEquals(other, moved.getPractitionerId());
        assertEquals(Protos.timestamp(at(15, "14:30")), moved.getEnd());
        desk.book(desk.patient("Bình"), doctor, at(15, "09:00"));
    }

    @Test
    void movesAVisitOntoItsOwnTime() {
        var visit = desk.book(desk.patient("Cúc"), doctor, at(16, "09:00"));
        var moved = desk.move(visit, doctor, at(16, "09:10"), Duration.ofMinutes(45));
        assertEquals(Protos.timestamp(at(16, "09:55")), moved.getEnd());
    }

    @Test
    void aRefusedMoveLeavesTheVisitWhereItWas() {
        var visit = desk.book(desk.patient("Dung"), doctor, at(17, "09:00"));
        desk.book(desk.patient("Giang"), doctor, at(17, "10:00"));
        assertEquals(
                "appointment/SLOT_TAKEN",
                Refusals.reason(() -> desk.move(visit, doctor, at(17, "10:15"), AS_IT_IS)));
        assertEquals(visit, desk.onBoard(17, visit));
        assertEquals(
                "practitioner", taken(desk.wish(desk.patient("Hoa"), doctor, at(17, "09:00"))));
    }

    @Test
    void refusesToMoveAStaleVisit() {
        var visit = desk.book(desk.patient("Khánh"), doctor, at(18, "09:00"));
        desk.move(visit, doctor, at(18, "10:00"), AS_IT_IS);
        assertEquals(
                "platform/STALE",
                Refusals.reason(() -> desk.move(visit, doctor, at(18, "11:00"), AS_IT_IS)));
    }

    @Test
    void refusesToMoveWhatIsCancelled() {
        var visit = desk.cancel(desk.book(desk.patient("Lan"), doctor, at(18, "14:00")));
        assertEquals(
                "appointment/NOT_MOVABLE",
                Refusals.reason(() -> desk.move(visit, doctor, at(18, "15:00"), AS_IT_IS)));
    }

    @Test
    void aCancelledVisitGivesItsTimeUp() {
        var visit = desk.cancel(desk.book(desk.patient("Minh"), doctor, at(19, "09:00")));
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED, visit.getStatus());
        desk.book(desk.patient("Nga"), doctor, at(19, "09:00"));
    }

    @Test
    void refusesToCancelTwice() {
        var visit = desk.cancel(desk.book(desk.patient("Oanh"), doctor, at(19, "10:00")));
        assertEquals("appointment/ALREADY_OVER", Refusals.reason(() -> desk.cancel(visit)));
    }

    @Test
    void reinstatesACancelledVisit() {
        var visit =
                desk.reinstate(
                        desk.cancel(desk.book(desk.patient("Phúc"), doctor, at(20, "09:00"))));
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, visit.getStatus());
        assertEquals(
                "practitioner", taken(desk.wish(desk.patient("Quân"), doctor, at(20, "09:00"))));
    }

    @Test
    void refusesToReinstateIntoATimeGivenAway() {
        var visit = desk.cancel(desk.book(desk.patient("Sơn"), doctor, at(20, "10:00")));
        desk.book(desk.patient("Tâm"), doctor, at(20, "10:15"));
        assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> desk.reinstate(visit)));
    }

    @Test
    void refusesToReinstateWhatIsNotCancelled() {
        var visit = desk.book(desk.patient("Uyên"), doctor, at(20, "14:00"));
        assertEquals("appointment/NOT_CANCELLED", Refusals.reason(() -> desk.reinstate(visit)));
    }

    @Test
    void refusesToCheckInOnAnotherDay() {
        var visit = desk.book(desk.patient("Vân"), doctor, at(21, "09:00"));
        assertEquals("appointment/NOT_TODAY", Refusals.reason(() -> desk.checkIn(visit)));
    }

    @Test
    void refusesToCheckInWhatIsCancelled() {
        var visit = desk.cancel(desk.book(desk.patient("Xuân"), doctor, at(21, "10:00")));
        assertEquals("appointment/CANCELLED", Refusals.reason(() -> desk.checkIn(visit)));
    }

    @Test
    void saysWhyNobodyIsCheckedInTwice() {
        for (var status :
                Map.of(
                                AppointmentStatus.APPOINTMENT_STATUS_ARRIVED,
                                "appointment/ALREADY_ARRIVED",
                                AppointmentStatus.APPOINTMENT_STATUS_IN_ROOM,
                                "appointment/IN_ROOM",
                                AppointmentStatus.APPOINTMENT_STATUS_FULFILLED,
                                "appointment/ALREADY_SEEN")
                        .entrySet()) {
            var visit =
                    desk.day(0).getAppointmentsList().stream()
                            .filter(found -> found.getStatus() == status.getKey())
                            .findFirst()
                            .orElseThrow();
            assertEquals(status.getValue(), Refusals.reason(() -> desk.checkIn(visit)));
        }
    }

    @Test
    void listsWhatIsOverTodayOnlyToWhoAsksForTheWholeDay() {
        var seen =
                desk.day(0).getAppointmentsList().stream()
                        .filter(visit ->
                                visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_FULFILLED)
                        .findFirst()
                        .orElseThrow();
        var request =
                ListUpcomingRequest.newBuilder().setPatientId(seen.getPerson().getPatientId());
        assertFalse(ids(request).contains(seen.getId()));
        assertTrue(ids(request.setWholeDay(true)).contains(seen.getId()));
    }

    private List<String> ids(ListUpcomingRequest.Builder request) {
        return desk.appointments().listUpcoming(request.build()).getAppointmentsList().stream()
                .map(Appointment::getId)
                .toList();
    }

    @Test
    void listsWhatIsAheadOfOnePersonInOrder() {
        var patient = desk.patient("Yến");
        var second = desk.book(patient, doctor, at(23, "09:00"));
        var first = desk.book(patient, doctor, at(22, "09:00"));
        desk.cancel(desk.book(patient, doctor, at(24, "09:00")));
        var request = ListUpcomingRequest.newBuilder().setPatientId(patient).build();
        assertEquals(
                List.of(first, second),
                desk.appointments().listUpcoming(request).getAppointmentsList());
    }

    @Test
    void listsWhatWasAndWhatWasCancelledLatestFirst() {
        var patient = desk.patient("Nhật Lệ");
        var kept = desk.book(patient, doctor, at(22, "11:00"));
        var sooner = desk.cancel(desk.book(patient, doctor, at(23, "11:00")));
        var later = desk.cancel(desk.book(patient, doctor, at(24, "11:00")));
        var request = ListUpcomingRequest.newBuilder().setPatientId(patient).setPast(10).build();
        var answer = desk.appointments().listUpcoming(request);
        assertEquals(List.of(kept), answer.getAppointmentsList());
        assertEquals(
                List.of(later.getId(), sooner.getId()),
                answer.getPastList().stream().map(Appointment::getId).toList());
        var one = request.toBuilder().setPast(1).build();
        assertEquals(1, desk.appointments().listUpcoming(one).getPastCount());
    }

    @Test
    void listsVisitsOfDaysBefore() {
        var patient = desk.patient("Bảo Châu");
        var visit = desk.book(patient, doctor, at(22, "13:00"));
        var request = ListUpcomingRequest.newBuilder().setPatientId(patient).setPast(10).build();
        try {
            server.clock().set(at(30, "09:00"));
            var answer = new FrontDesk(server).appointments().listUpcoming(request);
            assertEquals(List.of(visit), answer.getPastList());
            assertEquals(List.of(), answer.getAppointmentsList());
        } finally {
            server.clock().set(TestServer.MONDAY_MORNING);
        }
    }

    @Test
    void keepsAHistoryOfEveryChange() {
        var visit = desk.book(desk.patient("Ý Nhi"), doctor, at(25, "09:00"));
        var moved = desk.move(visit, other, at(25, "10:00"), AS_IT_IS);
        var back = desk.reinstate(desk.cancel(moved));
        var history = history(back);
        assertEquals(
                List.of(Status.BOOKED, Status.BOOKED, Status.CANCELLED, Status.BOOKED),
                history.stream().map(change -> change.after().status()).toList());
        assertEquals(at(25, "09:00"), history.get(1).before().orElseThrow().startsAt());
        assertEquals(at(25, "10:00"), history.get(1).after().startsAt());
        assertEquals(
                server.desk("receptionist").getStaffId(),
                history.get(1).staffId().orElseThrow().toString());
        assertTrue(history.getFirst().before().isEmpty());
    }

    private List<AppointmentHistory> history(Appointment visit) {
        return server.inDatabase(() ->
                server.clinic()
                        .features()
                        .appointment
                        .appointments()
                        .history(UUID.fromString(visit.getId())));
    }

    @Test
    void expectsTodayWhoIsBookedAndHasNotArrived() {
        var appointments = server.clinic().features().appointment.appointments();
        var expected =
                desk.day(0).getAppointmentsList().stream()
                        .filter(visit ->
                                visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_BOOKED)
                        .filter(visit -> visit.getPractitionerId().equals(other))
                        .findFirst()
                        .orElseThrow();
        var patient = UUID.fromString(expected.getPerson().getPatientId());
        var found = server.inDatabase(() -> appointments.expectedToday(patient));
        assertTrue(
                found.stream().anyMatch(visit -> visit.id().toString().equals(expected.getId())));
        assertTrue(found.stream().allMatch(visit -> visit.status() == Status.BOOKED));
    }

    @Test
    void countsTheVisitsOfADayByWhereTheyStand() {
        desk.cancel(desk.book(desk.patient("Đào"), doctor, at(26, "09:00")));
        desk.book(desk.patient("Đông"), doctor, at(26, "09:00"));
        var counts =
                server.inDatabase(() ->
                        server.clinic()
                                .features()
                                .appointment
                                .appointments()
                                .counts(
                                        UUID.fromString(desk.site()),
                                        FrontDesk.TODAY.plusDays(26)));
        assertEquals(Map.of(Status.BOOKED, 1L, Status.CANCELLED, 1L), counts);
    }

    @Test
    void theSampleDayIsFilledAndHasNoOverlaps() {
        var today = desk.day(0);
        assertTrue(today.getAppointmentsCount() > 30, "only " + today.getAppointmentsCount());
        assertEquals(5, today.getColumnsCount());
        assertEquals(
                List.of(),
                server.inDatabase(
                        () -> server.clinic().features().appointment.appointments().overlaps()));
    }

    private String taken(BookRequest.Builder wish) {
        var info = Refusals.info(() -> desk.appointments().book(wish.build()));
        assertEquals("SLOT_TAKEN", info.getReason());
        return info.getMetadataOrThrow("resource");
    }
}
