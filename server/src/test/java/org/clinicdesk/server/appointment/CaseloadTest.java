package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.ListMyPatientsRequest;
import org.clinicdesk.appointment.v1.ListMyPatientsResponse;
import org.clinicdesk.appointment.v1.ListMyVisitsRequest;
import org.clinicdesk.appointment.v1.ListMyVisitsResponse;
import org.clinicdesk.appointment.v1.ListVisitsTodayRequest;
import org.clinicdesk.appointment.v1.UnderCare;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A doctor's own visits and the people under his care. Each test has a day of its own.
@OnServer
class CaseloadTest {

    private final FrontDesk desk;
    private final TestServer server;
    private final String okafor;
    private final String other;

    CaseloadTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.okafor = desk.doctor("Dr. Amara Okafor");
        this.other = desk.doctor("Dr. Lê Thu Hà");
    }

    @Test
    void showsOnlyHisOwnEarliestFirst() {
        var later = desk.book(desk.patient("Sau"), okafor, at(8, "10:00"));
        var sooner = desk.book(desk.patient("Trước"), okafor, at(8, "09:00"));
        desk.book(desk.patient("Người khác"), other, at(8, "09:00"));
        assertEquals(List.of(sooner, later), mine(8, 8).getAppointmentsList());
    }

    @Test
    void whomHeSeesBesideAnotherDoctorIsHisToo() {
        var wish =
                desk.wish(desk.patient("Hội chẩn"), other, at(9, "09:00"))
                        .addAlsoPractitionerIds(okafor);
        var visit = desk.book(wish);
        assertEquals(List.of(visit), mine(9, 9).getAppointmentsList());
        desk.move(visit, other, at(9, "14:00"), Duration.ZERO);
        assertEquals(1, mine(9, 9).getTotal());
    }

    @Test
    void whatWasMovedToAnotherDoctorIsNotHisAnyMore() {
        var visit = desk.book(desk.patient("Chuyển"), okafor, at(10, "09:00"));
        desk.move(visit, other, at(10, "10:00"), Duration.ZERO);
        assertEquals(0, mine(10, 10).getTotal());
    }

    @Test
    void countsByStatusAndPages() {
        var gone = desk.book(desk.patient("Một"), okafor, at(11, "09:00"));
        desk.cancel(gone);
        var first = desk.book(desk.patient("Hai"), okafor, at(11, "10:00"));
        var second = desk.book(desk.patient("Ba"), okafor, at(14, "10:00"));
        var booked =
                request(11, 14)
                        .addStatuses(AppointmentStatus.APPOINTMENT_STATUS_BOOKED)
                        .setLimit(1);
        assertEquals(List.of(first), ask(booked).getAppointmentsList());
        assertEquals(List.of(second), ask(booked.setOffset(1)).getAppointmentsList());
        assertEquals(2, ask(booked).getTotal());
        assertEquals(
                List.of("APPOINTMENT_STATUS_BOOKED 2", "APPOINTMENT_STATUS_CANCELLED 1"),
                ask(booked).getCountsList().stream()
                        .map(count -> count.getStatus() + " " + count.getVisits())
                        .toList());
    }

    @Test
    void refusesDaysWithoutEnd() {
        assertEquals("until: date.range", Refusals.field(() -> mine(0, 62)));
        assertEquals("until: date.range", Refusals.field(() -> mine(1, 0)));
    }

    @Test
    void isForThoseWhoSeePatientsOnly() {
        var request = request(0, 0).build();
        assertEquals(
                "platform/DENIED",
                Refusals.reason(() -> desk.appointments().listMyVisits(request)));
    }

    @Test
    void underHisCareIsWhomHeSawThisYearAndWhoComes() {
        var coming = desk.patient("Sắp tới");
        var booked = desk.book(coming, okafor, at(15, "09:00"));
        var notHis = desk.patient("Bác sĩ khác");
        desk.book(notHis, other, at(15, "09:00"));
        var gone = desk.patient("Đã hủy");
        desk.cancel(desk.book(gone, okafor, at(15, "10:00")));
        var row = cared(coming).orElseThrow();
        assertEquals(booked.getStart(), row.getNextVisit());
        assertFalse(row.hasLastVisit());
        assertTrue(cared(notHis).isEmpty());
        assertTrue(cared(gone).isEmpty());
    }

    @Test
    void theCareEndsAYearAfterTheLastVisit() {
        var patient = desk.patient("Năm ngoái");
        var visit = desk.book(patient, okafor, at(16, "09:00"));
        seen(visit);
        server.clock().set(at(17, "09:00"));
        try {
            assertEquals(visit.getStart(), cared(patient).orElseThrow().getLastVisit());
            server.clock().set(at(16 + 366, "09:00"));
            assertTrue(cared(patient).isEmpty());
        } finally {
            server.clock().set(TestServer.MONDAY_MORNING);
        }
    }

    @Test
    void peopleOfALineAreShownWithTheirVisitsOfToday() {
        var visit = desk.book(desk.patient("Hôm nay"), okafor, at(0, "16:30"));
        desk.book(desk.patient("Mai"), okafor, at(1, "16:30"));
        var request =
                ListVisitsTodayRequest.newBuilder()
                        .addPatientIds(visit.getPerson().getPatientId())
                        .build();
        assertEquals(
                List.of(visit), desk.appointments().listVisitsToday(request).getAppointmentsList());
    }

    /// As if it had taken place, past the contract.
    private void seen(Appointment visit) {
        server.change(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createMutationQuery(
                                "update Appointment set status = FULFILLED where id = :id")
                        .setParameter("id", java.util.UUID.fromString(visit.getId()))
                        .executeUpdate());
    }

    private static ListMyVisitsRequest.Builder request(int from, int until) {
        return ListMyVisitsRequest.newBuilder()
                .setFrom(FrontDesk.TODAY.plusDays(from).toString())
                .setUntil(FrontDesk.TODAY.plusDays(until).toString());
    }

    private ListMyVisitsResponse mine(int from, int until) {
        return ask(request(from, until));
    }

    private ListMyVisitsResponse ask(ListMyVisitsRequest.Builder request) {
        return doctor().listMyVisits(request.build());
    }

    private Optional<UnderCare> cared(String patient) {
        var all = all();
        assertEquals(all.getTotal(), all.getPatientsCount());
        return all.getPatientsList().stream()
                .filter(row -> row.getPerson().getPatientId().equals(patient))
                .findFirst();
    }

    private ListMyPatientsResponse all() {
        return doctor().listMyPatients(ListMyPatientsRequest.newBuilder().setLimit(200).build());
    }

    /// Signed in anew: the clock may have gone on for days.
    private AppointmentServiceGrpc.AppointmentServiceBlockingStub doctor() {
        return new FrontDesk(server, "doctor").appointments();
    }
}
