package org.clinicdesk.client.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.IssueCardRequest;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Printers;
import org.clinicdesk.kiosk.v1.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Somebody at the kiosk, with the account of the machine.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KioskModelTest {

    private SampleServer server;
    private Desk desk;
    private KioskModel model;

    @BeforeEach
    void stand() {
        server = SampleServer.start();
        desk = server.deskOf("kiosk");
        model = new KioskModel(desk);
    }

    @AfterEach
    void leave() {
        server.close();
    }

    @Test
    void aTicketTypedKeyByKeySaysWhereItStands() {
        for (var key : "A001".split("")) {
            model.type(key);
        }
        model.submit();
        var placed = assertInstanceOf(KioskModel.Placed.class, model.shown().get());
        assertEquals("A-001", placed.places().getFirst().getTicket());
        assertEquals(15, model.secondsLeft().get());
    }

    @Test
    void nothingOfTheLastPersonStays() {
        model.take("A-001");
        model.type("9");
        model.start();
        assertEquals(new KioskModel.Start(), model.shown().get());
        assertEquals("", model.typed().get());
    }

    @Test
    void anUnknownCodeIsRefusedInWords() {
        model.take("A-999");
        assertEquals(new KioskModel.Refused("kiosk.refused.UNKNOWN_CODE"), model.shown().get());
    }

    @Test
    void afterTooManyUnknownCodesTheKioskSaysSo() {
        for (var i = 0; i < 6; i++) {
            model.take("Z-999");
        }
        assertEquals(new KioskModel.Refused("kiosk.refused.TOO_MANY_CODES"), model.shown().get());
    }

    @Test
    void whoComesHoursTooEarlyIsToldWhenToComeBack() {
        var visit = laterToday();
        model.take(card(visit.getPerson().getPatientId()));
        var start = Instant.ofEpochSecond(visit.getStart().getSeconds());
        assertEquals(
                new KioskModel.Early(start, start.minus(Duration.ofHours(1))), model.shown().get());
    }

    /// The only visit of somebody that day.
    private Appointment laterToday() {
        var reception = server.deskOf("linh");
        var request = GetDayRequest.newBuilder().setSiteId(reception.site().getId()).build();
        var visits = new ArrayList<Appointment>();
        reception
                .calls()
                .call(() ->
                        AppointmentServiceGrpc.newBlockingV2Stub(reception.channel())
                                .getDay(request))
                .then(day -> visits.addAll(day.getAppointmentsList()));
        return visits.reversed().stream()
                .filter(visit -> visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_BOOKED)
                .filter(visit ->
                        visits.stream()
                                .noneMatch(other ->
                                        other != visit
                                                && other.getPerson().equals(visit.getPerson())))
                .findFirst()
                .orElseThrow();
    }

    private String card(String patient) {
        var reception = server.deskOf("linh");
        var request = IssueCardRequest.newBuilder().setPatientId(patient).build();
        var code = new ArrayList<String>();
        reception
                .calls()
                .call(() ->
                        CardServiceGrpc.newBlockingV2Stub(reception.channel()).issueCard(request))
                .then(card -> code.add(card.getCode()));
        return code.getFirst();
    }

    @Test
    void anEmptyFieldIsNoCode() {
        model.submit();
        assertEquals(new KioskModel.Start(), model.shown().get());
    }

    @Test
    void aTicketIsPrintedWhereTheKioskIsSetToPrint() {
        var printed = new ArrayList<String>();
        desk.paper().printsWith(new Roll(printed, "Hall"));
        var waiting = waiting();
        assertEquals(List.of(), printed);
        desk.settings().tickets(true);
        model.take(waiting);
        assertEquals(List.of("Hall"), printed);
        assertEquals("kiosk.paper.printed", model.paper().get());
        model.start();
        assertEquals("", model.paper().get());
    }

    @Test
    void withoutAPrinterTheNumberStaysOnTheScreen() {
        desk.paper().printsWith(new Roll(new ArrayList<>()));
        var waiting = waiting();
        desk.settings().tickets(true);
        model.take(waiting);
        assertInstanceOf(KioskModel.Placed.class, model.shown().get());
        assertEquals("kiosk.paper.none", model.paper().get());
    }

    /// A ticket whose turn is to come.
    private String waiting() {
        for (var number = 1; number < 20; number++) {
            var ticket = "A-%03d".formatted(number);
            model.take(ticket);
            var shown = model.shown().get();
            if (shown instanceof KioskModel.Placed placed
                    && placed.places().getFirst().getState() == Place.State.STATE_WAITS) {
                return ticket;
            }
        }
        throw new AssertionError("Nobody waits");
    }

    private record Roll(List<String> printed, String... there) implements Printers {

        @Override
        public List<String> names() {
            return List.of(there);
        }

        @Override
        public void print(byte[] pdf, String name) {
            printed.add(name);
        }
    }
}
