package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Duration;
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
        var site = db.get(Site.class, Ids.of(request.getSiteId())).id();
        var service = sites.service(Ids.of(request.getServiceId()));
        var start = Protos.instant(request.getStart());
        var length =
                request.getMinutes() == 0
                        ? service.length()
                        : Duration.ofMinutes(request.getMinutes());
        return new Wish(
                patient(request.getPatientId()),
                practitioner(request.getPractitionerId()),
                site,
                room(request.getRoomId(), site),
                service.id(),
                new Span(start, start.plus(length)),
                request.getReason().strip());
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

    private Optional<UUID> room(String id, UUID site) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var room = db.get(Room.class, roomId(id));
        if (!room.siteId().equals(site)) {
            throw new Invalid("room_id", "room.elsewhere");
        }
        return Optional.of(room.id());
    }

    /// The field rule of the contract lets through what only looks like an id.
    private static UUID roomId(String id) {
        try {
            return Ids.of(id);
        } catch (IllegalArgumentException _) {
            throw new Invalid("room_id", "string.uuid");
        }
    }
}
