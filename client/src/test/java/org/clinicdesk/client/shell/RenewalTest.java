package org.clinicdesk.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.SetResourceRequest;
import org.clinicdesk.appointment.v1.SetVisitTypeRequest;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.staff.v1.AddStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A desk at which somebody sits takes what an administrator sets up meanwhile.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RenewalTest {

    private SampleServer server;
    private Desk mine;
    private Desk office;
    private AppointmentServiceBlockingV2Stub setup;
    private final Semaphore another = new Semaphore(0);
    private final Semaphore again = new Semaphore(0);

    @BeforeEach
    void sitDown() throws InterruptedException {
        server = SampleServer.start();
        mine =
                server.desk(
                        server.settings(),
                        new Threads(Thread::startVirtualThread, Runnable::run, Thread::sleep));
        server.signIn(mine, "linh");
        office = server.deskOf("quynh");
        setup = AppointmentServiceGrpc.newBlockingV2Stub(office.channel());
        new Renewal(mine, another::release, again::release).install();
        var following = new Semaphore(0);
        mine.changes().follow(Set.of("staff"), following::release);
        assertTrue(following.tryAcquire(20, TimeUnit.SECONDS));
    }

    @AfterEach
    void leave() {
        mine.close();
        office.close();
        server.close();
    }

    @Test
    void aNewVisitTypeIsOfferedWithoutSigningInAgain() throws InterruptedException {
        save(VisitType.newBuilder().setName("Nội soi").setMinutes(45).setActive(true).build());
        assertTrue(again.tryAcquire(20, TimeUnit.SECONDS));
        assertTrue(another.tryAcquire());
        assertTrue(
                mine.session().desk().getServicesList().stream()
                        .anyMatch(service -> service.getName().equals("Nội soi")));
    }

    @Test
    void aNewRoomIsShownWithoutSigningInAgain() throws InterruptedException {
        var room =
                Resource.newBuilder()
                        .setSiteId(mine.site().getId())
                        .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                        .setType("treatment")
                        .setName("Phòng mới")
                        .setActive(true);
        var request = SetResourceRequest.newBuilder().setResource(room).build();
        office.calls()
                .call(() -> setup.setResource(request))
                .once(RequestId.fresh())
                .then(saved -> {});
        assertTrue(again.tryAcquire(20, TimeUnit.SECONDS));
        assertTrue(another.tryAcquire());
        assertTrue(
                mine.site().getRoomsList().stream()
                        .anyMatch(known -> known.getName().equals("Phòng mới")));
    }

    @Test
    void aNewDoctorIsOfferedWithoutSigningInAgain() throws InterruptedException {
        var staff = StaffServiceGrpc.newBlockingV2Stub(office.channel());
        var request =
                AddStaffRequest.newBuilder()
                        .setLogin("ngoc")
                        .setName("Dr. Đỗ Bích Ngọc")
                        .setSpecialty("Pediatrics")
                        .addRoles("doctor")
                        .setBookable(true)
                        .build();
        office.calls()
                .call(() -> staff.addStaff(request))
                .once(RequestId.fresh())
                .then(saved -> {});
        assertTrue(again.tryAcquire(20, TimeUnit.SECONDS));
        assertTrue(another.tryAcquire());
        assertTrue(
                mine.session().desk().getPractitionersList().stream()
                        .anyMatch(known -> known.getName().equals("Dr. Đỗ Bích Ngọc")));
    }

    /// The colour is not among what is told at sign-in: the screen reads it, and is not built anew.
    @Test
    void aScreenReadsAgainWhatItReadsForItself() throws InterruptedException {
        var before = mine.session().desk();
        var known = before.getServices(0);
        save(
                VisitType.newBuilder()
                        .setServiceId(known.getId())
                        .setVersion(version(known.getId()))
                        .setName(known.getName())
                        .setMinutes(known.getMinutes())
                        .setActive(known.getActive())
                        .setColour("#00838F")
                        .build());
        assertTrue(again.tryAcquire(20, TimeUnit.SECONDS));
        assertFalse(another.tryAcquire());
        assertEquals(before.getServicesList(), mine.session().desk().getServicesList());
    }

    private long version(String service) {
        var found = new long[1];
        var request =
                org.clinicdesk.appointment.v1.GetSetupRequest.newBuilder()
                        .setSiteId(office.site().getId())
                        .build();
        office.calls()
                .call(() -> setup.getSetup(request))
                .then(answer ->
                        answer.getVisitTypesList().stream()
                                .filter(type -> type.getServiceId().equals(service))
                                .forEach(type -> found[0] = type.getVersion()));
        return found[0];
    }

    private void save(VisitType type) {
        var request = SetVisitTypeRequest.newBuilder().setVisitType(type).build();
        office.calls()
                .call(() -> setup.setVisitType(request))
                .once(RequestId.fresh())
                .then(saved -> {});
    }
}
