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
import org.clinicdesk.server.platform.Problem.Stale;
import org.clinicdesk.server.site.Room;
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
        var service = sites.service(Ids.of(said.getServiceId())).id();
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
        var type = resources.visitType(service).orElse(null);
        if (type == null) {
            type = new VisitType(service, details);
            resources.add(type);
        } else {
            refuseStale(type.version(), said.getVersion(), VisitType.class, service);
            type.set(details);
        }
        db.session().flush();
        return SetVisitTypeResponse.newBuilder()
                .setVisitType(AppointmentProtos.proto(type))
                .build();
    }

    SetResourceResponse setResource(SetResourceRequest request) {
        var said = request.getResource();
        var kind = kind(said.getKind());
        var site = db.get(Site.class, Ids.of(said.getSiteId())).id();
        var id = id(said.getId(), kind, site);
        var type = said.getType().strip();
        var name = said.getName().strip();
        var resource = resources.find(id).orElse(null);
        if (resource == null) {
            resource = new Resource(id, site, kind, type, name, said.getActive());
            resources.add(resource);
        } else {
            refuseStale(resource.version(), said.getVersion(), Resource.class, id);
            resource.set(type, name, said.getActive());
        }
        db.session().flush();
        return SetResourceResponse.newBuilder()
                .setResource(AppointmentProtos.proto(resource))
                .build();
    }

    /// That of the room, or of the piece of equipment; a new one has none yet.
    private UUID id(String id, ResourceKind kind, UUID site) {
        if (kind == ResourceKind.ROOM) {
            var room = db.get(Room.class, Wishes.id("resource.id", id));
            if (!room.siteId().equals(site)) {
                throw new Invalid("resource.id", "room.elsewhere");
            }
            return room.id();
        }
        if (id.isEmpty()) {
            return Ids.next(clock);
        }
        var known = db.get(Resource.class, Wishes.id("resource.id", id));
        if (known.kind() != kind || !known.siteId().equals(site)) {
            throw new Invalid("resource.id", "resource.other");
        }
        return known.id();
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
        var practitioner = db.get(StaffMember.class, Ids.of(request.getPractitionerId())).id();
        var limits = db.session().find(DoctorLimits.class, practitioner);
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
        return SetLimitsResponse.getDefaultInstance();
    }

    private static @Nullable Integer unlessZero(int value) {
        return value == 0 ? null : value;
    }
}
