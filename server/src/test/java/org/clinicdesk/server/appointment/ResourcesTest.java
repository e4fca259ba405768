package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What visits keep busy beside a doctor and a patient. Each test books on a day of its own.
@OnServer
class ResourcesTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final Bookables bookables;
    private final String doctor;
    private final String other;

    ResourcesTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.bookables = new Bookables(server);
        this.doctor = desk.doctor(0);
        this.other = desk.doctor(1);
    }

    @Test
    void keepsHowAServiceLooksAndWhatItCosts() {
        var said =
                VisitType.newBuilder()
                        .setServiceId(bookables.service("Siêu âm tim"))
                        .setColour("#2E7D32")
                        .setPreparation("Nhịn ăn 6 giờ")
                        .setPriceMinor(350_000)
                        .setCurrency("VND")
                        .setBufferAfterMinutes(10)
                        .addNeeds(need(ResourceKind.RESOURCE_KIND_ROOM, "treatment"));
        var type = bookables.set(said);
        assertEquals(said.setVersion(type.getVersion()).build(), type);
        assertTrue(desk.day(1).getVisitTypesList().contains(type));
    }

    private static VisitType.Need.Builder need(ResourceKind kind, String type) {
        return VisitType.Need.newBuilder().setKind(kind).setType(type);
    }

    @Test
    void refusesAVisitTypeThatChangedSinceItWasSeen() {
        var type = bookables.set(VisitType.newBuilder().setServiceId(bookables.service("Stale")));
        bookables.set(type.toBuilder().setColour("#000000"));
        assertEquals("platform/STALE", Refusals.reason(() -> bookables.set(type.toBuilder())));
    }

    @Test
    void picksWhatTheServiceNeedsUntilNothingIsLeft() {
        var first = bookables.equipment("doppler", "Siêu âm 1").getId();
        var second = bookables.equipment("doppler", "Siêu âm 2").getId();
        var service = bookables.serviceWith("Doppler", "doppler");
        var visits =
                List.of(
                        desk.book(wish("Một", doctor, 7, "09:00", service)),
                        desk.book(wish("Hai", other, 7, "09:15", service)));
        assertEquals(
                List.of(List.of(first), List.of(second)),
                visits.stream().map(visit -> List.copyOf(visit.getResourceIdsList())).toList());
        assertEquals("equipment", taken(wish("Ba", desk.doctor(2), 7, "09:20", service)));
        desk.book(wish("Bốn", desk.doctor(2), 7, "09:30", service));
    }

    @Test
    void aPieceAskedForByNameIsProtectedToo() {
        var laser = bookables.equipment("laser", "Láser").getId();
        desk.book(desk.wish(desk.patient("Ana"), doctor, at(8, "09:00")).addEquipmentIds(laser));
        var wish = desk.wish(desk.patient("Eva"), other, at(8, "09:29")).addEquipmentIds(laser);
        assertEquals("equipment", taken(wish));
    }

    @Test
    void aServiceThatNeedsTwoOfATypeGetsTwo() {
        var first = bookables.equipment("pump", "Bơm 1").getId();
        var second = bookables.equipment("pump", "Bơm 2").getId();
        var service = bookables.serviceWith("Infusion", "pump", "pump");
        var wish = wish("Truyền dịch", doctor, 17, "09:00", service);
        var visit = desk.book(wish.addEquipmentIds(first));
        assertEquals(Set.of(first, second), Set.copyOf(visit.getResourceIdsList()));
    }

    @Test
    void refusesAPieceThatIsNotUsedAnyMore() {
        var old = bookables.equipment("laser", "Cũ");
        bookables.set(old.toBuilder().setActive(false));
        var wish =
                desk.wish(desk.patient("Eva"), other, at(8, "11:00"))
                        .addEquipmentIds(old.getId())
                        .build();
        assertEquals(
                "equipment_ids: equipment.elsewhere",
                Refusals.field(() -> desk.appointments().book(wish)));
    }

    @Test
    void aMovedVisitKeepsItsPieceOrGetsAnotherOne() {
        var first = bookables.equipment("ecg", "ECG 1").getId();
        var second = bookables.equipment("ecg", "ECG 2").getId();
        var service = bookables.serviceWith("ECG", "ecg");
        desk.book(wish("Sáng", doctor, 9, "09:00", service));
        var visit = desk.book(wish("Chiều", other, 9, "14:00", service));
        assertEquals(List.of(first), visit.getResourceIdsList());
        var later = desk.move(visit, other, at(9, "14:10"), Duration.ZERO);
        assertEquals(List.of(first), later.getResourceIdsList());
        var earlier = desk.move(later, other, at(9, "09:00"), Duration.ZERO);
        assertEquals(List.of(second), earlier.getResourceIdsList());
    }

    @Test
    void buffersKeepTheDoctorBusyButNotThePatient() {
        var service = bookables.serviceWithBuffers("Surgery", 15, 10);
        var patient = desk.patient("Đệm");
        desk.book(desk.wish(patient, doctor, at(10, "10:00")).setServiceId(service));
        for (var time : List.of("09:16", "10:39")) {
            assertEquals("practitioner", taken(desk.wish(desk.patient("Ô"), doctor, at(10, time))));
        }
        desk.book(patient, other, at(10, "10:30"));
        desk.book(desk.patient("Trước"), doctor, at(10, "09:15"));
        desk.book(desk.patient("Sau"), doctor, at(10, "10:40"));
    }

    @Test
    void picksARoomOfTheKindAndLeavesBlockedOnesAlone() {
        var rooms = List.of(desk.room(1), desk.room(2));
        rooms.forEach(room ->
                bookables.set(
                        Resource.newBuilder()
                                .setId(room)
                                .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                                .setType("dressing")
                                .setName("Room " + rooms.indexOf(room))
                                .setActive(true)));
        block(rooms.getFirst(), 11, "08:00", "10:00");
        var type = VisitType.newBuilder().setServiceId(bookables.service("Dressing"));
        var service =
                bookables
                        .set(type.addNeeds(need(ResourceKind.RESOURCE_KIND_ROOM, "dressing")))
                        .getServiceId();
        assertEquals(
                rooms.getLast(), desk.book(wish("A", doctor, 11, "09:00", service)).getRoomId());
        assertEquals("room", taken(wish("B", other, 11, "09:00", service)));
        assertEquals(
                rooms.getFirst(),
                desk.book(wish("C", desk.doctor(2), 11, "10:00", service)).getRoomId());
    }

    @Test
    void refusesABlockedRoomAskedForByName() {
        block(desk.room(3), 12, "08:00", "10:00");
        var wish = desk.wish(desk.patient("D"), doctor, at(12, "09:45")).setRoomId(desk.room(3));
        assertEquals("room", taken(wish));
    }

    private void block(String room, int days, String from, String to) {
        bookables.block(room, FrontDesk.TODAY.plusDays(days), from, to);
    }

    @Test
    void aVisitWithTwoDoctorsKeepsBothBusyAndStandsInBothColumns() {
        var visit =
                desk.book(
                        desk.wish(desk.patient("Hội chẩn"), doctor, at(13, "09:00"))
                                .addAlsoPractitionerIds(other));
        assertEquals(List.of(other), visit.getAlsoPractitionerIdsList());
        assertEquals("practitioner", taken(desk.wish(desk.patient("E"), other, at(13, "09:15"))));
        var free = desk.move(visit, doctor, at(13, "10:00"), Duration.ZERO);
        assertEquals(List.of(other), free.getAlsoPractitionerIdsList());
        desk.book(desk.patient("F"), other, at(13, "09:15"));
        assertEquals("practitioner", taken(desk.wish(desk.patient("G"), other, at(13, "10:15"))));
    }

    @Test
    void allOfAVisitIsHadOrNothing() {
        desk.book(desk.patient("Bận"), other, at(14, "09:00"));
        var wish =
                desk.wish(desk.patient("Cả hai"), doctor, at(14, "09:00"))
                        .addAlsoPractitionerIds(other);
        assertEquals("practitioner", taken(wish));
        desk.book(desk.patient("Chỉ một"), doctor, at(14, "09:00"));
    }

    @Test
    void refusesTheSameDoctorTwice() {
        var wish =
                desk.wish(desk.patient("Đôi"), doctor, at(14, "11:00"))
                        .addAlsoPractitionerIds(doctor)
                        .build();
        assertEquals(
                "also_practitioner_ids: practitioner.twice",
                Refusals.field(() -> desk.appointments().book(wish)));
    }

    @Test
    void tellsWhenThePersonWasAskedToArrive() {
        var wish = desk.wish(desk.patient("Sớm"), doctor, at(15, "09:00"));
        var visit = desk.book(wish.setArriveEarlyMinutes(20));
        assertEquals(Protos.timestamp(at(15, "08:40")), visit.getAskedToArrive());
        assertNotEquals(visit.getStart(), visit.getAskedToArrive());
    }

    @Test
    void aCancelledVisitGivesItsPieceUp() {
        bookables.equipment("xray", "X");
        var service = bookables.serviceWith("X-ray", "xray");
        var visit = desk.book(wish("H", doctor, 16, "09:00", service));
        desk.cancel(visit);
        desk.book(wish("I", other, 16, "09:00", service));
        assertEquals(1, busy(UUID.fromString(visit.getResourceIds(0))));
    }

    private long busy(UUID resource) {
        return server.inDatabase(() ->
                server.clinic()
                        .platform()
                        .db()
                        .session()
                        .createQuery(
                                "select count(*) from Booking where resourceId = :id and active",
                                Long.class)
                        .setParameter("id", resource)
                        .getSingleResult());
    }

    private BookRequest.Builder wish(
            String given, String doctor, int days, String time, String service) {
        return desk.wish(desk.patient(given), doctor, at(days, time)).setServiceId(service);
    }

    private String taken(BookRequest.Builder wish) {
        var info = Refusals.info(() -> desk.appointments().book(wish.build()));
        assertEquals("SLOT_TAKEN", info.getReason());
        return info.getMetadataOrThrow("resource");
    }
}
