package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.CorrectRequest;
import org.clinicdesk.appointment.v1.HoldRequest;
import org.clinicdesk.appointment.v1.OrderFollowUpRequest;
import org.clinicdesk.appointment.v1.PinRequest;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Turns what a desk asks for into a [Wish] whose parts exist and fit together.
final class Wishes {

    private final Db db;
    private final Patients patients;
    private final Sites sites;

    Wishes(Db db, Patients patients, Sites sites) {
        this.db = db;
        this.patients = patients;
        this.sites = sites;
    }

    Wish of(BookRequest request) {
        var site = sites.open(Ids.of(request.getSiteId()));
        var service = sites.offered(Ids.of(request.getServiceId()));
        var start = Protos.instant(request.getStart());
        var length = length(request.getMinutes(), service);
        return new Wish(
                patient(request.getPatientId()),
                practitioner(request.getPractitionerId()),
                site,
                room(request.getRoomId(), site),
                service.id(),
                new Span(start, start.plus(length)),
                request.getReason().strip(),
                new Wish.More(
                        others(request.getPractitionerId(), request.getAlsoPractitionerIdsList()),
                        equipment(request.getEquipmentIdsList(), site),
                        request.getRequested(),
                        Duration.ofMinutes(request.getArriveEarlyMinutes())));
    }

    /// A time to be held.
    Subject of(HoldRequest request) {
        var site = sites.open(Ids.of(request.getSiteId()));
        var start = Protos.instant(request.getStart());
        var service = sites.service(Ids.of(request.getServiceId()));
        var first = practitioner(request.getPractitionerId());
        var doctors = new ArrayList<>(List.of(first));
        doctors.addAll(others(request.getPractitionerId(), request.getAlsoPractitionerIdsList()));
        var rooms = room(request.getRoomId(), site).stream().toList();
        return new Subject(
                site,
                service.id(),
                new Span(start, start.plus(length(request.getMinutes(), service))),
                doctors,
                request.getPatientId().isEmpty() ? null : patient(request.getPatientId()),
                Others.of(ResourceKind.ROOM, rooms)
                        .and(
                                Others.of(
                                        ResourceKind.EQUIPMENT,
                                        equipment(request.getEquipmentIdsList(), site))),
                request.getAppointmentId().isEmpty() ? null : Ids.of(request.getAppointmentId()));
    }

    /// What a visit is for in truth; what it is for already may not be offered any more.
    Correction of(CorrectRequest request, Appointment visit) {
        var service = Ids.of(request.getServiceId());
        return new Correction(
                service.equals(visit.serviceId()) ? service : sites.offered(service).id(),
                request.getReason().strip(),
                others(visit.practitionerId().toString(), request.getAlsoPractitionerIdsList()),
                equipment(request.getEquipmentIdsList(), visit.siteId()),
                Duration.ofMinutes(request.getArriveEarlyMinutes()));
    }

    /// A visit to be pinned: one that is booked, or one of which all is said but the time.
    PinnedVisit.Wanted of(PinRequest request, Appointments appointments) {
        if (!request.getAppointmentId().isEmpty()) {
            return booked(appointments.get(Ids.of(request.getAppointmentId())));
        }
        var site = sites.open(id("site_id", request.getSiteId()));
        var service = sites.offered(id("service_id", request.getServiceId()));
        id("patient_id", request.getPatientId());
        return new PinnedVisit.Wanted(
                site,
                patient(request.getPatientId()),
                request.getPractitionerId().isEmpty()
                        ? null
                        : practitioner(request.getPractitionerId()),
                service.id(),
                length(request.getMinutes(), service),
                request.getReason().strip(),
                null);
    }

    FollowUp.Order of(OrderFollowUpRequest request, LocalDate due) {
        return new FollowUp.Order(
                sites.open(Ids.of(request.getSiteId())),
                patient(request.getPatientId()),
                practitioner(request.getPractitionerId()),
                sites.offered(Ids.of(request.getServiceId())).id(),
                due,
                request.getReason().strip());
    }

    static PinnedVisit.Wanted booked(Appointment appointment) {
        appointment.refuseUnlessMovable();
        return new PinnedVisit.Wanted(
                appointment.siteId(),
                appointment.patientId(),
                appointment.practitionerId(),
                appointment.serviceId(),
                Duration.between(appointment.span().start(), appointment.span().end()),
                appointment.reason(),
                appointment.id());
    }

    private static Duration length(int minutes, Service service) {
        return minutes == 0 ? service.length() : Duration.ofMinutes(minutes);
    }

    private List<UUID> others(String first, List<String> ids) {
        if (ids.contains(first)) {
            throw new Invalid("also_practitioner_ids", "practitioner.twice");
        }
        return ids.stream().map(this::practitioner).toList();
    }

    private List<UUID> equipment(List<String> ids, UUID site) {
        return ids.stream()
                .map(id -> db.get(Resource.class, Ids.of(id)))
                .peek(resource -> {
                    if (resource.kind() != ResourceKind.EQUIPMENT
                            || !resource.active()
                            || !resource.siteId().equals(site)) {
                        throw new Invalid("equipment_ids", "equipment.elsewhere");
                    }
                })
                .map(Resource::id)
                .toList();
    }

    private UUID patient(String id) {
        return patients.living(Ids.of(id)).id();
    }

    /// Somebody whom visits can be booked with.
    UUID practitioner(String id) {
        var practitioner = db.get(StaffMember.class, Ids.of(id));
        if (!practitioner.bookable() || !practitioner.active()) {
            throw new Invalid("practitioner_id", "practitioner.not_bookable");
        }
        return practitioner.id();
    }

    /// A room of a site; empty when none is named.
    Optional<UUID> room(String id, UUID site) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var room = db.get(Room.class, id("room_id", id));
        if (!room.active() || !room.siteId().equals(site)) {
            throw new Invalid("room_id", "room.elsewhere");
        }
        return Optional.of(room.id());
    }

    /// The field rule of the contract lets through what only looks like an id, and nothing at all.
    static UUID id(String field, String id) {
        try {
            return Ids.of(id);
        } catch (IllegalArgumentException _) {
            throw new Invalid(field, "string.uuid");
        }
    }
}
