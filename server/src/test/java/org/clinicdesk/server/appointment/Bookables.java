package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.clinicdesk.appointment.v1.GetSetupRequest;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.SetLimitsRequest;
import org.clinicdesk.appointment.v1.SetResourceRequest;
import org.clinicdesk.appointment.v1.SetVisitTypeRequest;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.roster.v1.RosterServiceGrpc;
import org.clinicdesk.roster.v1.WallTime;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.site.Service;

import java.time.Duration;
import java.time.LocalDate;

/// An administrator who says what services need, what there is of it, and how much doctors are given, for tests.
public final class Bookables {

    private final TestServer server;
    private final AppointmentServiceBlockingStub stub;
    private final String site;

    public Bookables(TestServer server) {
        this.server = server;
        this.stub = AppointmentServiceGrpc.newBlockingStub(server.as("administrator"));
        this.site = server.desk("administrator").getSites(0).getId();
    }

    AppointmentServiceBlockingStub stub() {
        return stub;
    }

    /// A new service of half an hour.
    String service(String name) {
        var service = new Service(Ids.next(server.clock()), name, Duration.ofMinutes(30));
        server.change(() -> server.clinic().features().site.sites().add(service));
        return service.id().toString();
    }

    /// Of half an hour, offered, unless the name says that all is said.
    VisitType set(VisitType.Builder type) {
        if (type.getName().isEmpty()) {
            type.setName(name(type.getServiceId())).setMinutes(30).setActive(true);
        }
        return stub.setVisitType(SetVisitTypeRequest.newBuilder().setVisitType(type).build())
                .getVisitType();
    }

    private String name(String service) {
        return server.inDatabase(
                () -> server.clinic().features().site.sites().service(Ids.of(service)).name());
    }

    /// A new service of half an hour that needs one of each type of equipment.
    public String serviceWith(String name, String... types) {
        var type = VisitType.newBuilder().setServiceId(service(name));
        for (var needed : types) {
            type.addNeeds(
                    VisitType.Need.newBuilder()
                            .setKind(ResourceKind.RESOURCE_KIND_EQUIPMENT)
                            .setType(needed));
        }
        return set(type).getServiceId();
    }

    /// A new service of half an hour that one room alone will do for.
    public String serviceInRoom(String name, String room) {
        var type = "for " + name;
        set(resource(room).toBuilder().setType(type));
        return set(VisitType.newBuilder()
                        .setServiceId(service(name))
                        .addNeeds(
                                VisitType.Need.newBuilder()
                                        .setKind(ResourceKind.RESOURCE_KIND_ROOM)
                                        .setType(type)))
                .getServiceId();
    }

    /// Closes a room for a while.
    public void block(String room, LocalDate day, String from, String to) {
        absent(
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_BLOCKOUT)
                        .setRoomId(room)
                        .setNote("Sửa chữa")
                        .setTime(
                                WallTime.newBuilder()
                                        .setFirstDay(day.toString())
                                        .setFrom(from)
                                        .setTo(to)));
    }

    /// A doctor is away for a day.
    void leave(String doctor, LocalDate day) {
        absent(
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_SICK)
                        .setPractitionerId(doctor)
                        .setTime(WallTime.newBuilder().setFirstDay(day.toString()))
                        .setDespiteBooked(true));
    }

    private void absent(AddAbsenceRequest.Builder absence) {
        var _ =
                RosterServiceGrpc.newBlockingStub(server.as("human-resources"))
                        .addAbsence(absence.build());
    }

    String serviceWithBuffers(String name, int before, int after) {
        return set(VisitType.newBuilder()
                        .setServiceId(service(name))
                        .setBufferBeforeMinutes(before)
                        .setBufferAfterMinutes(after))
                .getServiceId();
    }

    public Resource equipment(String type, String name) {
        return set(
                Resource.newBuilder()
                        .setKind(ResourceKind.RESOURCE_KIND_EQUIPMENT)
                        .setType(type)
                        .setName(name)
                        .setActive(true));
    }

    public Resource resource(String id) {
        return stub
                .getSetup(GetSetupRequest.newBuilder().setSiteId(site).build())
                .getResourcesList()
                .stream()
                .filter(it -> it.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public Resource set(Resource.Builder resource) {
        return stub.setResource(
                        SetResourceRequest.newBuilder()
                                .setResource(resource.setSiteId(site))
                                .build())
                .getResource();
    }

    public static SetLimitsRequest.Builder limits(String doctor) {
        return SetLimitsRequest.newBuilder().setPractitionerId(doctor);
    }

    /// Whatever was said before.
    public void set(SetLimitsRequest.Builder limits) {
        var setup = stub.getSetup(GetSetupRequest.newBuilder().setSiteId(site).build());
        setup.getDoctorsList().stream()
                .filter(it -> it.getPractitionerId().equals(limits.getPractitionerId()))
                .forEach(it -> limits.setVersion(it.getVersion()));
        var _ = stub.setLimits(limits.build());
    }
}
