package org.clinicdesk.server.session;

import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;
import org.clinicdesk.session.v1.Desk;

import java.util.UUID;

/// Gathers what a desk knows from the moment it opens, so that it opens with one round trip.
final class DeskProtos {

    private final Staff staff;
    private final Sites sites;

    DeskProtos(Staff staff, Sites sites) {
        this.staff = staff;
        this.sites = sites;
    }

    Desk of(StaffMember member, DeskSession session) {
        var clinic = sites.clinic();
        var desk =
                Desk.newBuilder()
                        .setStaffId(member.id().toString())
                        .setName(member.name())
                        .addAllRoles(member.roles().stream().sorted().toList())
                        .addAllPermissions(staff.permissions(member.roles()))
                        .setMustChangePassword(member.mustChangePassword())
                        .setExpiresAt(Protos.timestamp(session.expiresAt()))
                        .setClinicName(clinic.name())
                        .setZone(clinic.zone().getId())
                        .setLockAfterMinutes(clinic.lockAfterMinutes());
        sites.sites()
                .forEach(site ->
                        desk.addSites(
                                Desk.Site.newBuilder()
                                        .setId(site.id().toString())
                                        .setName(site.name())
                                        .addAllRooms(rooms(site.id()))));
        sites.everyService()
                .forEach(service ->
                        desk.addServicesBuilder()
                                .setId(service.id().toString())
                                .setName(service.name())
                                .setMinutes((int) service.length().toMinutes())
                                .setActive(service.active()));
        staff.bookable()
                .forEach(practitioner ->
                        desk.addPractitionersBuilder()
                                .setId(practitioner.id().toString())
                                .setName(practitioner.name())
                                .setSpecialty(practitioner.specialty()));
        return desk.build();
    }

    private Iterable<Desk.Room> rooms(UUID site) {
        return sites.rooms().stream()
                .filter(room -> room.siteId().equals(site))
                .map(room ->
                        Desk.Room.newBuilder()
                                .setId(room.id().toString())
                                .setName(room.name())
                                .build())
                .toList();
    }
}
