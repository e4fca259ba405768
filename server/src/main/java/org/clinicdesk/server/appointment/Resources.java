package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What services need, and the rooms and the equipment there are of each type.
public final class Resources {

    /// Told when any of it changes.
    static final String TOPIC = "resources";

    private final Db db;

    Resources(Db db) {
        this.db = db;
    }

    Optional<VisitType> visitType(UUID service) {
        return Optional.ofNullable(db.session().find(VisitType.class, service));
    }

    Optional<Resource> find(UUID id) {
        return Optional.ofNullable(db.session().find(Resource.class, id));
    }

    /// Whether visits take place in a room, or with a piece of equipment.
    boolean inUse(Others.Other other) {
        return other.kind() == ResourceKind.ROOM
                ? db.get(Room.class, other.id()).active()
                : db.get(Resource.class, other.id()).active();
    }

    /// A service with how its visits look.
    record Offered(Service service, VisitType type) {}

    /// The services of which something is said.
    List<Offered> offered() {
        return db
                .session()
                .createQuery(
                        """
                        select t, s from VisitType t join Service s on s.id = t.serviceId
                        left join fetch t.needs order by t.serviceId\
                        """,
                        Object[].class)
                .list()
                .stream()
                // The join gives a row for each need.
                .map(row -> new Offered((Service) row[1], (VisitType) row[0]))
                .distinct()
                .toList();
    }

    List<Resource> all(UUID site) {
        return db.session()
                .createQuery("from Resource where siteId = :site order by name, id", Resource.class)
                .setParameter("site", site)
                .list();
    }

    /// Those of a type that can be booked, in the order in which they are taken.
    List<UUID> ofType(UUID site, VisitType.Need need) {
        return db.session()
                .createQuery(
                        """
                        select id from Resource
                        where siteId = :site and kind = :kind and type = :type and active order by name, id\
                        """,
                        UUID.class)
                .setParameter("site", site)
                .setParameter("kind", need.kind())
                .setParameter("type", need.type())
                .list();
    }

    /// The other rooms of a site that do as well as one: those of its type, or those without any, as it is.
    List<UUID> like(UUID site, UUID room) {
        return find(room)
                .map(known ->
                        ofType(site, new VisitType.Need(ResourceKind.ROOM, known.type())).stream()
                                .filter(other -> !other.equals(room))
                                .toList())
                .orElseGet(() -> plain(site, room));
    }

    private List<UUID> plain(UUID site, UUID except) {
        return db.session()
                .createQuery(
                        """
                        select r.id from Room r
                        where r.siteId = :site and r.active and r.id <> :room
                          and not exists (select 1 from Resource t where t.id = r.id)
                        order by r.name, r.id\
                        """,
                        UUID.class)
                .setParameter("site", site)
                .setParameter("room", except)
                .list();
    }

    /// Whether a visit needs it at some time that is not over.
    boolean bookedFrom(UUID id, Instant now) {
        return !db.session()
                .createQuery(
                        """
                        select id from Booking
                        where resourceId = :id and active and appointmentId is not null and endsAt > :now\
                        """,
                        UUID.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .setMaxResults(1)
                .list()
                .isEmpty();
    }

    public void add(VisitType type) {
        db.session().persist(type);
    }

    public void add(Resource resource) {
        db.session().persist(resource);
    }
}
