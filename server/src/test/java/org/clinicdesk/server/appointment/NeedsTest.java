package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.TODAY;
import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.ListNeedsRequest;
import org.clinicdesk.appointment.v1.ListNeedsResponse.Candidate;
import org.clinicdesk.appointment.v1.ListNeedsResponse.Need;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.sample.SampleClinic;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/// When what a visit needs is taken, for whoever carries it over the board. Each test has a day of its own.
@OnServer
class NeedsTest {

    private final FrontDesk desk;
    private final Bookables bookables;
    private final String doctor;
    private final String other;

    NeedsTest(TestServer server) {
        this.desk = new FrontDesk(server);
        this.bookables = new Bookables(server);
        this.doctor = desk.doctor(0);
        this.other = desk.doctor(1);
    }

    @Test
    void theRoomOfAVisitIsTakenWhereOthersHaveIt() {
        var visit = booked(doctor, 7, "09:00", desk.room(3));
        booked(other, 7, "10:00", desk.room(3));
        booked(other, 7, "11:00", desk.room(4));
        assertEquals(List.of("10:00-10:30"), taken(needs(visit, 7)));
    }

    @Test
    void aRoomThatIsClosedIsTaken() {
        var visit = booked(doctor, 8, "09:00", desk.room(3));
        bookables.block(desk.room(3), TODAY.plusDays(8), "14:00", "15:00");
        assertEquals(List.of("14:00-15:00"), taken(needs(visit, 8)));
    }

    @Test
    void aVisitWithoutARoomNeedsNone() {
        assertEquals(List.of(), needs(booked(doctor, 9, "09:00", ""), 9));
    }

    @Test
    void ofARoomOfAKindEachOneIsTold() {
        var room = desk.room(3);
        var service = bookables.serviceInRoom("Siêu âm tim", room);
        var visit =
                desk.book(
                        desk.wish(desk.patient("Tim"), doctor, at(10, "09:00"))
                                .setServiceId(service));
        booked(other, 10, "13:00", room);
        var need = needs(visit, 10).getFirst();
        assertEquals(
                List.of(room),
                need.getCandidatesList().stream().map(Candidate::getResourceId).toList());
        assertEquals(List.of("13:00-13:30"), taken(List.of(need)));
    }

    @Test
    void nobodyIsToldOfAVisitThatIsNotThere() {
        var request =
                ListNeedsRequest.newBuilder()
                        .setAppointmentId(new UUID(0, 1).toString())
                        .setDate(TODAY.toString())
                        .build();
        assertEquals(
                "platform/NOT_FOUND",
                Refusals.reason(() -> desk.appointments().listNeeds(request)));
    }

    private Appointment booked(String with, int day, String time, String room) {
        var patient = desk.patient("Phòng " + day);
        return desk.book(desk.wish(patient, with, at(day, time)).setRoomId(room));
    }

    private List<Need> needs(Appointment visit, int day) {
        return desk.appointments()
                .listNeeds(
                        ListNeedsRequest.newBuilder()
                                .setAppointmentId(visit.getId())
                                .setDate(TODAY.plusDays(day).toString())
                                .build())
                .getNeedsList();
    }

    /// "09:00-09:30"
    private static List<String> taken(List<Need> needs) {
        return needs.stream()
                .flatMap(need -> need.getCandidatesList().stream())
                .flatMap(one -> one.getTakenList().stream())
                .map(span -> wall(span.getStart()) + "-" + wall(span.getEnd()))
                .toList();
    }

    private static String wall(com.google.protobuf.Timestamp at) {
        return Protos.instant(at).atZone(SampleClinic.ZONE).toLocalTime().toString();
    }
}
