package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.MoveRequest;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/// Visits that are given another room.
@OnServer
class RoomMoveTest {

    private final FrontDesk desk;
    private final FrontDesk neighbour;
    private final Bookables bookables;
    private final String doctor;
    private final String other;

    RoomMoveTest(TestServer server) {
        this.desk = new FrontDesk(server);
        this.neighbour = new FrontDesk(server);
        this.bookables = new Bookables(server);
        this.doctor = desk.doctor(0);
        this.other = desk.doctor(1);
    }

    private Appointment booked(String given, String doctor, Instant start, String room) {
        return desk.book(desk.wish(desk.patient(given), doctor, start).setRoomId(room));
    }

    private Appointment move(Appointment visit, Instant start, String room) {
        return desk.appointments()
                .move(
                        MoveRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setPractitionerId(visit.getPractitionerId())
                                .setStart(Protos.timestamp(start))
                                .setRoomId(room)
                                .build())
                .getAppointment();
    }

    private String taken(Appointment visit, Instant start, String room) {
        return Refusals.info(() -> move(visit, start, room)).getMetadataOrDefault("resource", "");
    }

    @Test
    void aVisitGoesToTheRoomAskedFor() {
        var visit = booked("Một", doctor, at(7, "09:00"), desk.room(1));
        assertEquals(desk.room(2), move(visit, at(7, "09:00"), desk.room(2)).getRoomId());
        assertEquals(desk.room(2), desk.onBoard(7, visit).getRoomId());
    }

    @Test
    void itsOldRoomIsFreeThen() {
        var visit = booked("Hai", doctor, at(8, "09:00"), desk.room(1));
        move(visit, at(8, "09:00"), desk.room(2));
        booked("Ba", other, at(8, "09:00"), desk.room(1));
    }

    @Test
    void aRoomThatIsTakenIsRefusedAndTheVisitStays() {
        booked("Trước", other, at(9, "09:00"), desk.room(2));
        var visit = booked("Sau", doctor, at(9, "09:15"), desk.room(1));
        assertEquals("room", taken(visit, at(9, "09:15"), desk.room(2)));
        assertEquals(desk.room(1), desk.onBoard(9, visit).getRoomId());
    }

    @Test
    void aRoomAnotherDeskKeepsIsRefused() {
        var visit = booked("Giữ", doctor, at(10, "09:00"), desk.room(1));
        var _ =
                neighbour
                        .appointments()
                        .hold(
                                HoldRequest.newBuilder()
                                        .setSiteId(desk.site())
                                        .setPractitionerId(other)
                                        .setServiceId(desk.service("Consultation"))
                                        .setStart(Protos.timestamp(at(10, "09:00")))
                                        .setRoomId(desk.room(2))
                                        .build());
        assertEquals(
                "appointment/SLOT_HELD",
                Refusals.reason(() -> move(visit, at(10, "09:00"), desk.room(2))));
    }

    @Test
    void aVisitCanGiveItsRoomUp() {
        var visit = booked("Không", doctor, at(11, "09:00"), desk.room(1));
        assertEquals("", move(visit, at(11, "09:30"), "").getRoomId());
        booked("Có", other, at(11, "09:30"), desk.room(1));
    }

    @Test
    void aMoveThatNamesNoRoomKeepsIt() {
        var visit = booked("Nguyên", doctor, at(12, "09:00"), desk.room(1));
        var later = desk.move(visit, doctor, at(12, "10:00"), Duration.ZERO);
        assertEquals(desk.room(1), later.getRoomId());
    }

    @Test
    void aServiceThatNeedsARoomKeepsOneAndTakesExactlyTheOneAskedFor() {
        for (var number = 1; number <= 2; number++) {
            bookables.set(
                    Resource.newBuilder()
                            .setId(desk.room(number))
                            .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                            .setType("suture")
                            .setName("Room " + number)
                            .setActive(true));
        }
        var need =
                VisitType.Need.newBuilder()
                        .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                        .setType("suture");
        var service =
                bookables
                        .set(
                                VisitType.newBuilder()
                                        .setServiceId(bookables.service("Suture"))
                                        .addNeeds(need))
                        .getServiceId();
        var wish = desk.wish(desk.patient("Khâu"), doctor, at(13, "09:00")).setServiceId(service);
        var visit = desk.book(wish.setRoomId(desk.room(1)));
        assertEquals(
                "appointment/ROOM_NEEDED", Refusals.reason(() -> move(visit, at(13, "09:00"), "")));
        booked("Đang dùng", other, at(13, "10:00"), desk.room(2));
        assertEquals("room", taken(visit, at(13, "10:00"), desk.room(2)));
        assertEquals(desk.room(2), move(visit, at(13, "11:00"), desk.room(2)).getRoomId());
    }

    @Test
    void takingTheMoveBackBringsTheRoomBack() {
        var visit = booked("Lại", doctor, at(14, "09:00"), desk.room(1));
        var moved = move(visit, at(14, "09:00"), desk.room(2));
        var back =
                desk.appointments()
                        .undo(
                                UndoRequest.newBuilder()
                                        .setId(moved.getId())
                                        .setVersion(moved.getVersion())
                                        .build())
                        .getAppointment();
        assertEquals(desk.room(1), back.getRoomId());
    }
}
