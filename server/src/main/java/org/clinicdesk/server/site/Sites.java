package org.clinicdesk.server.site;

import jakarta.persistence.LockModeType;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/// The clinic, its sites, rooms and kinds of visit.
public final class Sites {

    private final Db db;
    private final List<Consumer<Site>> onClosing = new ArrayList<>();

    public Sites(Db db) {
        this.db = db;
    }

    /// The clinic. It exists from the first start on.
    public Clinic clinic() {
        return Objects.requireNonNull(
                db.session().find(Clinic.class, (short) 1), "no clinic was set up");
    }

    /// Asks before a site is closed, inside the transaction: whoever has something against it refuses. To be called while the
    /// features are put together.
    public void onClosing(Consumer<Site> judge) {
        onClosing.add(judge);
    }

    void close(Site site) {
        onClosing.forEach(judge -> judge.accept(site));
    }

    /// @throws Refusal SITE_CLOSED when nobody is seen there any more
    public UUID open(UUID id) {
        var site = db.get(Site.class, id);
        if (!site.active()) {
            throw new Refusal(SiteRefusal.SITE_CLOSED);
        }
        return site.id();
    }

    public List<Site> sites() {
        return db.session().createQuery("from Site where active order by name", Site.class).list();
    }

    public List<Room> rooms() {
        return db.session().createQuery("from Room where active order by name", Room.class).list();
    }

    public List<Service> services() {
        return db.session()
                .createQuery("from Service where active order by name", Service.class)
                .list();
    }

    /// Those that are not booked any more too.
    public List<Service> everyService() {
        return db.session().createQuery("from Service order by name", Service.class).list();
    }

    public Service service(UUID id) {
        return db.get(Service.class, id);
    }

    /// @throws Refusal NOT_OFFERED when no new visits of the service are booked
    public Service offered(UUID id) {
        var service = service(id);
        if (!service.active()) {
            throw new Refusal(SiteRefusal.NOT_OFFERED);
        }
        return service;
    }

    /// Gives a service another version though nothing of it changed: what belongs to it did.
    public void touch(Service service) {
        db.session().lock(service, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    public void add(Object part) {
        db.session().persist(part);
    }
}
