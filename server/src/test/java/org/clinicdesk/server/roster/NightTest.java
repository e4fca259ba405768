package org.clinicdesk.server.roster;

import static org.clinicdesk.server.roster.RosterDesk.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.ListUnfinishedRequest;
import org.clinicdesk.roster.v1.DayMode;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// A night shift: midnight is no border for those who wait.
@OnServer
class NightTest {

    private static final int DAY = 266;

    private final TestServer server;

    NightTest(TestServer server) {
        this.server = server;
    }

    @AfterEach
    void back() {
        server.clock().set(TestServer.MONDAY_MORNING);
    }

    @Test
    void whoWaitsOverMidnightIsNotOfYesterdayAndWhoIsBookedAfterItMayComeBefore() {
        var head = new RosterDesk(server, "head-doctor");
        var doctor = head.doctor(0);
        head.set(doctor, TODAY.plusDays(DAY), DayMode.DAY_MODE_INSTEAD, "20:00-04:00");
        server.clock().set(FrontDesk.at(DAY, "23:45"));
        var desk = new FrontDesk(server);
        var waiting =
                desk.checkIn(desk.book(desk.patient("Đêm"), doctor, FrontDesk.at(DAY, "23:50")));
        var early =
                desk.checkIn(
                        desk.book(desk.patient("Sớm"), doctor, FrontDesk.at(DAY + 1, "00:30")));
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, early.getStatus());
        var far = desk.book(desk.patient("Xa"), doctor, FrontDesk.at(DAY + 1, "03:00"));
        assertEquals("appointment/NOT_TODAY", Refusals.reason(() -> desk.checkIn(far)));
        server.clock().set(FrontDesk.at(DAY + 1, "00:05"));
        assertTrue(unresolved().stream().noneMatch(it -> it.getId().equals(waiting.getId())));
        server.clock().set(FrontDesk.at(DAY + 1, "09:00"));
        assertTrue(unresolved().stream().anyMatch(it -> it.getId().equals(waiting.getId())));
    }

    private List<Appointment> unresolved() {
        var desk = new FrontDesk(server);
        return desk.appointments()
                .listUnfinished(ListUnfinishedRequest.newBuilder().setSiteId(desk.site()).build())
                .getUnresolvedList();
    }
}
