package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.BookSeriesRequest;
import org.clinicdesk.appointment.v1.BookSeriesResponse;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.appointment.v1.CancelResponse;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.appointment.v1.MoveRequest;
import org.clinicdesk.appointment.v1.MoveResponse;
import org.clinicdesk.appointment.v1.Scope;
import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.appointment.v1.SetConfirmationResponse;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.appointment.v1.UndoResponse;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Visits every two weeks, six times. Each test has a doctor and a time of its own.
@OnServer
class SeriesTest {

    private final TestServer server;
    private final FrontDesk desk;

    SeriesTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
    }

    @Test
    void booksVisitsOfTheirOwnWithALink() {
        var booked = series(desk.patient("Đợt"), 0, "08:00");
        assertEquals(every("08:00", 7, 21, 35, 49, 63, 77), wanted(booked.getRowsList()));
        for (var row : booked.getRowsList()) {
            assertEquals(booked.getSeriesId(), row.getAppointment().getSeriesId());
            assertEquals("", row.getRefused());
        }
        assertEquals(
                6,
                booked.getRowsList().stream()
                        .map(row -> row.getAppointment().getId())
                        .distinct()
                        .count());
    }

    @Test
    void tellsOfEachVisitThatCouldNotBeBookedAndWhatIsFreeInstead() {
        desk.book(desk.patient("Trước"), desk.doctor(0), at(35, "09:00"));
        var rows = series(desk.patient("Vướng"), 0, "09:00").getRowsList();
        assertEquals(
                List.of("", "", "SLOT_TAKEN", "", "", ""),
                rows.stream().map(SeriesRow::getRefused).toList());
        var instead = rows.get(2).getInstead(0);
        assertEquals(desk.doctor(0), instead.getPractitionerId());
        assertEquals(Protos.timestamp(at(35, "08:30")), instead.getStart());
        desk.book(desk.patient("Thay"), desk.doctor(0), Protos.instant(instead.getStart()));
    }

    @Test
    void whatIsOverStaysAsItIs() {
        var visits = visits(series(desk.patient("Đã qua"), 3, "11:30"));
        server.clock().set(at(22, "08:00"));
        try {
            var now = new SeriesTest(server);
            var others = now.cancel(visits.get(3), Scope.SCOPE_ALL).getOthersList();
            assertEquals(every("11:30", 35, 63, 77), starts(others));
        } finally {
            server.clock().set(TestServer.MONDAY_MORNING);
        }
    }

    @Test
    void cancelsThisTheFollowingOrAll() {
        var patient = desk.patient("Hủy dần");
        var visits = visits(series(patient, 0, "10:00"));
        assertEquals(List.of(), cancel(visits.getFirst(), Scope.SCOPE_UNSPECIFIED).getOthersList());
        assertEquals(5, ahead(patient).size());
        assertEquals(1, cancel(visits.get(4), Scope.SCOPE_FOLLOWING).getOthersCount());
        assertEquals(every("10:00", 21, 35, 49), starts(ahead(patient)));
        var rest = cancel(visits.get(2), Scope.SCOPE_ALL);
        assertEquals(every("10:00", 21, 49), starts(rest.getOthersList()));
        assertEquals(List.of(), ahead(patient));
        assertTrue(
                rest.getOthersList().stream()
                        .allMatch(visit ->
                                visit.getStatus()
                                        == AppointmentStatus.APPOINTMENT_STATUS_CANCELLED));
    }

    @Test
    void takesAllOfASeriesBackOrNone() {
        var patient = desk.patient("Lấy lại cả đợt");
        var visits = visits(series(patient, 0, "13:30"));
        var gone = cancel(visits.getFirst(), Scope.SCOPE_ALL);
        var all = new ArrayList<>(List.of(gone.getAppointment()));
        all.addAll(gone.getOthersList());
        var stranger =
                desk.book(
                        desk.patient("Chen vào"),
                        visits.get(2).getPractitionerId(),
                        Protos.instant(visits.get(2).getStart()));
        var info = Refusals.info(() -> undo(all));
        assertEquals("NOT_TAKEN_BACK", info.getReason());
        assertEquals(visits.get(2).getId(), info.getMetadataOrThrow("visits"));
        assertEquals("SLOT_TAKEN", info.getMetadataOrThrow("reasons"));
        assertEquals(List.of(), ahead(patient));
        desk.cancel(stranger);
        assertEquals(5, undo(all).getOthersCount());
        assertEquals(6, ahead(patient).size());
    }

    @Test
    void takesAMoveOfASeriesOntoItsOwnTimesBack() {
        var patient = desk.patient("Dời cả đợt");
        var visits = visits(series(patient, 0, "14:30"));
        var before = starts(ahead(patient));
        var there = move(visits.getFirst(), at(21, "14:30"), Scope.SCOPE_ALL);
        var all = new ArrayList<>(List.of(there.getAppointment()));
        there.getOthersList().forEach(row -> all.add(row.getAppointment()));
        assertNotEquals(before, starts(ahead(patient)));
        undo(all);
        assertEquals(before, starts(ahead(patient)));
    }

    @Test
    void agreesToAllOfASeriesOrToNone() {
        var patient = desk.patient("Đồng ý cả đợt");
        var visits = visits(series(patient, 1, "13:30"));
        var gone = cancel(visits.get(2), Scope.SCOPE_UNSPECIFIED).getAppointment();
        var info = Refusals.info(() -> agree(visits));
        assertEquals("NOT_NOTED", info.getReason());
        assertEquals(gone.getId(), info.getMetadataOrThrow("visits"));
        assertEquals("STALE", info.getMetadataOrThrow("reasons"));
        assertEquals(visits.getFirst().getVersion(), ahead(patient).getFirst().getVersion());
        var rest = visits.stream().filter(visit -> !visit.getId().equals(gone.getId())).toList();
        var answer = agree(rest);
        assertEquals(4, answer.getOthersCount());
        var agreed = new ArrayList<>(List.of(answer.getAppointment()));
        agreed.addAll(answer.getOthersList());
        assertTrue(
                agreed.stream()
                        .allMatch(visit ->
                                visit.getConfirmation() == Confirmation.CONFIRMATION_CONFIRMED));
        undo(agreed);
        assertTrue(
                ahead(patient).stream()
                        .allMatch(visit ->
                                visit.getConfirmation() == Confirmation.CONFIRMATION_UNCONFIRMED));
    }

    private SetConfirmationResponse agree(List<Appointment> visits) {
        var request =
                SetConfirmationRequest.newBuilder()
                        .setId(visits.getFirst().getId())
                        .setVersion(visits.getFirst().getVersion())
                        .setConfirmation(Confirmation.CONFIRMATION_CONFIRMED);
        visits.stream()
                .skip(1)
                .forEach(visit ->
                        request.addOthersBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion()));
        return desk.appointments().setConfirmation(request.build());
    }

    private UndoResponse undo(List<Appointment> visits) {
        var request =
                UndoRequest.newBuilder()
                        .setId(visits.getFirst().getId())
                        .setVersion(visits.getFirst().getVersion());
        visits.stream()
                .skip(1)
                .forEach(visit ->
                        request.addOthersBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion()));
        return desk.appointments().undo(request.build());
    }

    @Test
    void tellsWhichOfHowManyAVisitIs() {
        var patient = desk.patient("Thứ mấy");
        var visits = visits(series(patient, 0, "11:00"));
        assertEquals(
                List.of("1/6", "2/6", "3/6", "4/6", "5/6", "6/6"),
                ahead(patient).stream().map(SeriesTest::place).toList());
        var gone = cancel(visits.get(1), Scope.SCOPE_UNSPECIFIED).getAppointment();
        assertEquals("0/0", place(gone));
        assertEquals("2/5", place(ahead(patient).get(1)));
        assertEquals("2/5", place(desk.onBoard(35, visits.get(2))));
    }

    @Test
    void aSingleVisitIsInNoSeries() {
        var visit = desk.book(desk.patient("Một lần"), desk.doctor(2), at(8, "10:00"));
        assertEquals("0/0", place(visit));
    }

    private static String place(Appointment visit) {
        return visit.getSeriesNumber() + "/" + visit.getSeriesVisits();
    }

    @Test
    void movesOneOnly() {
        var patient = desk.patient("Dời một");
        var visits = visits(series(patient, 1, "08:00"));
        move(visits.get(1), at(22, "08:30"), Scope.SCOPE_UNSPECIFIED);
        assertEquals(Protos.timestamp(at(22, "08:30")), ahead(patient).get(1).getStart());
        assertEquals(Protos.timestamp(at(35, "08:00")), ahead(patient).get(2).getStart());
    }

    @Test
    void movesTheFollowingByAsManyDaysToTheSameWallTime() {
        var patient = desk.patient("Dời sau");
        var visits = visits(series(patient, 1, "09:00"));
        var moved = move(visits.get(3), at(50, "09:45"), Scope.SCOPE_FOLLOWING);
        assertEquals(2, moved.getOthersCount());
        var now = starts(ahead(patient));
        assertEquals(every("09:00", 7, 21, 35), now.subList(0, 3));
        assertEquals(every("09:45", 50, 64, 78), now.subList(3, 6));
    }

    @Test
    void movesAllOntoTimesTheyHadThemselves() {
        var patient = desk.patient("Dời hết");
        var visits = visits(series(patient, 1, "10:30"));
        var moved = move(visits.getFirst(), at(21, "10:30"), Scope.SCOPE_ALL);
        assertEquals(5, moved.getOthersCount());
        assertEquals(every("10:30", 21, 35, 49, 63, 77, 91), starts(ahead(patient)));
    }

    @Test
    void leavesThoseWhereTheyAreThatCannotBeMoved() {
        var patient = desk.patient("Vướng dời");
        var visits = visits(series(patient, 2, "08:00"));
        desk.book(desk.patient("Chặn"), desk.doctor(2), at(35, "09:00"));
        var moved = move(visits.getFirst(), at(7, "09:00"), Scope.SCOPE_ALL);
        assertEquals(
                List.of("", "SLOT_TAKEN", "", "", ""),
                moved.getOthersList().stream().map(SeriesRow::getRefused).toList());
        assertEquals(Protos.timestamp(at(35, "08:00")), ahead(patient).get(2).getStart());
    }

    @Test
    void movesNothingWhenTheVisitItselfCannotBe() {
        var patient = desk.patient("Không dời");
        var visits = visits(series(patient, 2, "10:00"));
        desk.book(desk.patient("Chặn"), desk.doctor(2), at(7, "11:00"));
        assertEquals(
                "appointment/SLOT_TAKEN",
                Refusals.reason(() -> move(visits.getFirst(), at(7, "11:00"), Scope.SCOPE_ALL)));
        assertEquals(every("10:00", 7, 21, 35, 49, 63, 77), starts(ahead(patient)));
    }

    private BookSeriesResponse series(String patient, int doctor, String time) {
        return desk.appointments()
                .bookSeries(
                        BookSeriesRequest.newBuilder()
                                .setFirst(desk.wish(patient, desk.doctor(doctor), at(7, time)))
                                .setEveryWeeks(2)
                                .setTimes(6)
                                .build());
    }

    private static List<Appointment> visits(BookSeriesResponse booked) {
        return booked.getRowsList().stream().map(SeriesRow::getAppointment).toList();
    }

    private static List<Timestamp> wanted(List<SeriesRow> rows) {
        return rows.stream().map(SeriesRow::getStart).toList();
    }

    private static List<Timestamp> starts(List<Appointment> visits) {
        return visits.stream().map(Appointment::getStart).toList();
    }

    private static List<Timestamp> every(String time, int... days) {
        return IntStream.of(days).mapToObj(day -> Protos.timestamp(at(day, time))).toList();
    }

    private List<Appointment> ahead(String patient) {
        return desk.appointments()
                .listUpcoming(ListUpcomingRequest.newBuilder().setPatientId(patient).build())
                .getAppointmentsList();
    }

    private CancelResponse cancel(Appointment visit, Scope scope) {
        return desk.appointments()
                .cancel(
                        CancelRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setReason(CancelReason.CANCEL_REASON_PATIENT)
                                .setScope(scope)
                                .build());
    }

    private MoveResponse move(Appointment visit, Instant start, Scope scope) {
        return desk.appointments()
                .move(
                        MoveRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setPractitionerId(visit.getPractitionerId())
                                .setStart(Protos.timestamp(start))
                                .setScope(scope)
                                .build());
    }
}
