package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.DoctorLimits;
import org.clinicdesk.appointment.v1.GetSetupRequest;
import org.clinicdesk.appointment.v1.GetSetupResponse;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.queue.v1.AddWalkInRequest;
import org.clinicdesk.queue.v1.Limits;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.SetLimitsRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.session.v1.Desk;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What administrators set up about bookings, from the first word on.
@OnServer
class SetupTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final Bookables bookables;

    SetupTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.bookables = new Bookables(server);
    }

    private GetSetupResponse setup() {
        return bookables
                .stub()
                .getSetup(GetSetupRequest.newBuilder().setSiteId(desk.site()).build());
    }

    private VisitType type(String name) {
        return setup().getVisitTypesList().stream()
                .filter(type -> type.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static VisitType.Builder said(String name) {
        return VisitType.newBuilder().setName(name).setMinutes(45).setActive(true);
    }

    @Test
    void aNewServiceIsBookedAtItsLength() {
        var type = bookables.set(said("Nội soi").setColour("#00838F"));
        assertEquals(type, type("Nội soi"));
        var visit =
                desk.book(
                        desk.wish(desk.patient("Mới"), desk.doctor(0), at(20, "09:00"))
                                .setMinutes(0)
                                .setServiceId(type.getServiceId()));
        assertEquals(45 * 60, visit.getEnd().getSeconds() - visit.getStart().getSeconds());
    }

    @Test
    void aServiceThatNeedsTwoThingsIsThereOnce() {
        bookables.equipment("laser", "Laser A");
        bookables.equipment("camera", "Camera A");
        var service = bookables.serviceWith("Đốt laser", "laser", "camera");
        assertEquals(2, type("Đốt laser").getNeedsCount());
        assertEquals(
                1,
                desk.day(0).getVisitTypesList().stream()
                        .filter(type -> type.getServiceId().equals(service))
                        .count());
    }

    @Test
    void noTwoServicesAreCalledTheSame() {
        bookables.set(said("Đo điện tim"));
        assertEquals(
                "visit_type.name: name.taken",
                Refusals.field(() -> bookables.set(said("đo điện tim"))));
    }

    @Test
    void noPriceIsWithoutItsCurrency() {
        assertEquals(
                "visit_type.currency: price.without",
                Refusals.field(() -> bookables.set(said("Gratis").setPriceMinor(1))));
    }

    @Test
    void aServiceThatIsNotOfferedAnyMoreIsNotBookedButKeepsItsName() {
        var type = bookables.set(said("Cũ"));
        bookables.set(type.toBuilder().setActive(false));
        var wish =
                desk.wish(desk.patient("Muộn"), desk.doctor(0), at(20, "14:00"))
                        .setServiceId(type.getServiceId());
        assertEquals("site/NOT_OFFERED", Refusals.reason(() -> desk.book(wish)));
        assertEquals("site/NOT_OFFERED", Refusals.reason(() -> walkIn(type.getServiceId())));
        var shown =
                server.freshSignIn("linh").getDesk().getServicesList().stream()
                        .filter(service -> service.getId().equals(type.getServiceId()))
                        .findFirst()
                        .orElseThrow();
        assertFalse(shown.getActive());
        assertEquals("Cũ", shown.getName());
    }

    private void walkIn(String service) {
        var _ =
                desk.queue()
                        .addWalkIn(
                                AddWalkInRequest.newBuilder()
                                        .setSiteId(desk.site())
                                        .setPatientId(desk.patient("Ghé"))
                                        .setServiceId(service)
                                        .build());
    }

    @Test
    void aRoomIsTakenOutOfUseWhenNoVisitNeedsItAnyMore() {
        var room = bookables.set(room("Phòng tạm"));
        var visit =
                desk.book(
                        desk.wish(desk.patient("Tạm"), desk.doctor(1), at(21, "09:00"))
                                .setRoomId(room.getId()));
        var closed = room.toBuilder().setActive(false);
        assertEquals("appointment/STILL_BOOKED", Refusals.reason(() -> bookables.set(closed)));
        desk.cancel(visit);
        assertFalse(bookables.set(closed).getActive());
        assertFalse(shownRooms().contains("Phòng tạm"));
        var wish =
                desk.wish(desk.patient("Sau"), desk.doctor(1), at(21, "09:00"))
                        .setRoomId(room.getId());
        assertEquals("room_id: room.elsewhere", Refusals.field(() -> desk.book(wish)));
    }

    private List<String> shownRooms() {
        return server.freshSignIn("linh").getDesk().getSites(0).getRoomsList().stream()
                .map(Desk.Room::getName)
                .toList();
    }

    @Test
    void whoSaysSomethingSecondOfANewServiceIsTold() {
        var service = bookables.service("Của hai người");
        var seen = type("Của hai người");
        assertEquals(service, seen.getServiceId());
        bookables.set(seen.toBuilder().setColour("#111111"));
        assertEquals(
                "platform/STALE",
                Refusals.reason(() -> bookables.set(seen.toBuilder().setColour("#222222"))));
    }

    @Test
    void whatOnlyConcernsItsNeedsChangesTheVersionToo() {
        var type = bookables.set(said("Tiêm"));
        var need =
                VisitType.Need.newBuilder()
                        .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                        .setType("injection");
        var changed = bookables.set(type.toBuilder().addNeeds(need));
        assertTrue(changed.getVersion() > type.getVersion());
        assertEquals(changed, type("Tiêm"));
    }

    private static Resource.Builder room(String name) {
        return Resource.newBuilder()
                .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                .setType("quiet")
                .setName(name)
                .setActive(true);
    }

    @Test
    void aNewRoomIsKnownToEveryDesk() {
        var added = bookables.set(room("Phòng yên tĩnh"));
        assertTrue(setup().getResourcesList().contains(added));
        assertTrue(
                server.freshSignIn("linh").getDesk().getSites(0).getRoomsList().stream()
                        .anyMatch(room ->
                                room.getId().equals(added.getId())
                                        && room.getName().equals("Phòng yên tĩnh")));
    }

    @Test
    void aRoomOfWhichNothingIsSaidIsListedAndTheSecondWordIsStale() {
        var plain =
                setup().getResourcesList().stream()
                        .filter(it -> it.getVersion() == 0)
                        .findFirst()
                        .orElseThrow();
        var first = bookables.set(plain.toBuilder().setType("consulting"));
        assertEquals(1, first.getVersion());
        assertEquals(
                "platform/STALE",
                Refusals.reason(() -> bookables.set(plain.toBuilder().setType("other"))));
    }

    @Test
    void noTwoRoomsOfASiteAreCalledTheSame() {
        bookables.set(room("Phòng 99"));
        assertEquals(
                "resource.name: name.taken", Refusals.field(() -> bookables.set(room("phòng 99"))));
    }

    private DoctorLimits limits(String doctor) {
        return setup().getDoctorsList().stream()
                .filter(it -> it.getPractitionerId().equals(doctor))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void limitsAreReadAsTheyWereSaidAndTheSecondWordIsStale() {
        var doctor = desk.doctor(2);
        bookables.set(Bookables.limits(doctor).setDayVisits(8));
        var request =
                Bookables.limits(doctor)
                        .setVersion(limits(doctor).getVersion())
                        .setDayVisits(9)
                        .setDayOverbooked(-1)
                        .build();
        var saved = bookables.stub().setLimits(request).getLimits();
        assertEquals(saved, limits(doctor));
        var read = limits(doctor);
        assertEquals(9, read.getDayVisits());
        assertEquals(-1, read.getDayOverbooked());
        assertEquals(0, read.getDayMinutes());
        assertEquals("platform/STALE", Refusals.reason(() -> bookables.stub().setLimits(request)));
        bookables.set(Bookables.limits(doctor).setVersion(read.getVersion()));
        assertEquals(0, limits(doctor).getDayVisits());
    }

    @Test
    void tellsWhatTheClinicGivesADoctor() {
        assertTrue(setup().getUsual().getDayVisits() > 0);
    }

    @Test
    void theBoardTellsFromWhenOnWaitingIsLong() {
        var queue = QueueServiceGrpc.newBlockingStub(server.as("administrator"));
        var before = setup().getWaiting();
        assertEquals(0, before.getVersion());
        var mine = Limits.newBuilder().setLongMinutes(7).setTooLongMinutes(21).build();
        var request = SetLimitsRequest.newBuilder().setSiteId(desk.site()).setLimits(mine).build();
        var saved = queue.setLimits(request).getLimits();
        assertEquals(saved, desk.day(1).getWaiting());
        assertEquals(7, saved.getLongMinutes());
        assertEquals("platform/STALE", Refusals.reason(() -> queue.setLimits(request)));
    }
}
