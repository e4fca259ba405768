package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.SetLimitsRequest;
import org.clinicdesk.appointment.v1.SetLimitsResponse;
import org.clinicdesk.appointment.v1.SetResourceRequest;
import org.clinicdesk.appointment.v1.SetResourceResponse;
import org.clinicdesk.appointment.v1.SetVisitTypeRequest;
import org.clinicdesk.appointment.v1.SetVisitTypeResponse;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Problem.Stale;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// What of AppointmentService says what services need, what there is of it, and how much doctors are given.
final class ResourceApi {

    private final Db db;
    private final Clock clock;
    private final Sites sites;
    private final Resources resources;

    ResourceApi(Db db, Clock clock, Sites sites, Resources resources) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
        this.resources = resources;
    }

    SetVisitTypeResponse setVisitType(SetVisitTypeRequest request) {
        var said = request.getVisitType();
        var details =
                new VisitType.Details(
                        said.getColour(),
                        said.getPreparation().strip(),
                        said.getPriceMinor(),
                        said.getCurrency(),
                        Duration.ofMinutes(said.getBufferBeforeMinutes()),
                        Duration.ofMinutes(said.getBufferAfterMinutes()),
                        said.getNeedsList().stream()
                                .map(need ->
                                        new VisitType.Need(
                                                kind(need.getKind()), need.getType().strip()))
                                .toList());
        if (details.currency().isEmpty() && details.priceMinor() > 0) {
            throw new Invalid("visit_type.currency", "price.without");
        }
        var service = service(said);
        resources
                .visitType(service.id())
                .ifPresentOrElse(
                        type -> type.set(details),
                        () -> resources.add(new VisitType(service.id(), details)));
        db.session().flush();
        return SetVisitTypeResponse.newBuilder()
                .setVisitType(AppointmentProtos.proto(service, details))
                .build();
    }

    /// The service as it is called and as long as it is said to be; a new one when none is named.
    private Service service(org.clinicdesk.appointment.v1.VisitType said) {
        var name = said.getName().strip();
        var length = Duration.ofMinutes(said.getMinutes());
        var id = said.getServiceId().isEmpty() ? null : Ids.of(said.getServiceId());
        if (sites.everyService().stream()
                .anyMatch(other -> !other.id().equals(id) && other.name().equalsIgnoreCase(name))) {
            throw new Invalid("visit_type.name", "name.taken");
        }
        if (id == null) {
            var added = new Service(Ids.next(clock), name, length);
            added.set(name, length, said.getActive());
            sites.add(added);
            return added;
        }
        var service = sites.service(id);
        refuseStale(service.version(), said.getVersion(), VisitType.class, id);
        sites.touch(service);
        service.set(name, length, said.getActive());
        return service;
    }

    SetResourceResponse setResource(SetResourceRequest request) {
        var said = request.getResource();
        var kind = kind(said.getKind());
        var site = db.get(Site.class, Ids.of(said.getSiteId())).id();
        var type = said.getType().strip();
        var name = said.getName().strip();
        var id = id(said, kind, site);
        var resource = resources.find(id).orElse(null);
        refuseStale(
                resource == null ? 0 : resource.version() + 1,
                said.getVersion(),
                Resource.class,
                id);
        if (!said.getActive() && resources.bookedFrom(id, clock.instant())) {
            throw new Refusal(AppointmentRefusal.STILL_BOOKED);
        }
        if (resource == null) {
            resource = new Resource(id, site, kind, type, name, said.getActive());
            resources.add(resource);
        } else {
            resource.set(type, name, said.getActive());
        }
        db.session().flush();
        return SetResourceResponse.newBuilder()
                .setResource(AppointmentProtos.proto(resource))
                .build();
    }

    /// That of the room, which is called so from now on, or of the piece of equipment; a new one has none yet.
    private UUID id(org.clinicdesk.appointment.v1.Resource said, ResourceKind kind, UUID site) {
        var name = said.getName().strip();
        if (kind == ResourceKind.ROOM) {
            return room(said, name, site).id();
        }
        if (said.getId().isEmpty()) {
            return Ids.next(clock);
        }
        var known = db.get(Resource.class, Wishes.id("resource.id", said.getId()));
        if (known.kind() != kind || !known.siteId().equals(site)) {
            throw new Invalid("resource.id", "resource.other");
        }
        return known.id();
    }

    private Room room(org.clinicdesk.appointment.v1.Resource said, String name, UUID site) {
        var id = said.getId();
        if (sites.rooms().stream()
                .anyMatch(other ->
                        other.siteId().equals(site)
                                && !other.id().toString().equals(id)
                                && other.name().equalsIgnoreCase(name))) {
            throw new Invalid("resource.name", "name.taken");
        }
        if (id.isEmpty()) {
            var added = new Room(Ids.next(clock), site, name);
            sites.add(added);
            return added;
        }
        var room = db.get(Room.class, Wishes.id("resource.id", id));
        if (!room.siteId().equals(site)) {
            throw new Invalid("resource.id", "room.elsewhere");
        }
        room.set(name, said.getActive());
        return room;
    }

    private static void refuseStale(long version, long shown, Class<?> type, UUID id) {
        if (version != shown) {
            throw new Stale(type, id);
        }
    }

    private static ResourceKind kind(org.clinicdesk.appointment.v1.ResourceKind kind) {
        return ResourceKind.valueOf(kind.name().substring("RESOURCE_KIND_".length()));
    }

    SetLimitsResponse setLimits(SetLimitsRequest request) {
        var doctor = db.get(StaffMember.class, Ids.of(request.getPractitionerId()));
        var practitioner = doctor.id();
        var limits = db.session().find(DoctorLimits.class, practitioner);
        refuseStale(
                limits == null ? 0 : limits.version() + 1,
                request.getVersion(),
                DoctorLimits.class,
                practitioner);
        if (limits == null) {
            limits = new DoctorLimits(practitioner);
            db.session().persist(limits);
        }
        var overbooked = request.getDayOverbooked();
        limits.set(
                unlessZero(request.getDayMinutes()),
                unlessZero(request.getDayVisits()),
                unlessZero(request.getSlotMinutes()),
                overbooked < 0 ? Integer.valueOf(0) : unlessZero(overbooked));
        db.session().flush();
        return SetLimitsResponse.newBuilder()
                .setLimits(AppointmentProtos.proto(practitioner, doctor.name(), limits))
                .build();
    }

    private static @Nullable Integer unlessZero(int value) {
        return value == 0 ? null : value;
    }
}
