package org.clinicdesk.server.queue;

import org.clinicdesk.server.platform.Db;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// The row of a site and day that is locked by whatever changes the queue, and the counters of its tickets.
final class QueueDays {

    private final Db db;

    QueueDays(Db db) {
        this.db = db;
    }

    /// Waits until nobody else changes the queue of that site and day; held until the transaction ends.
    /// A missing row is made first, in a transaction of its own: made in this one, it would line up everybody behind it.
    void lock(UUID site, LocalDate day) {
        if (!locked(site, day)) {
            make(site, day);
            locked(site, day);
        }
    }

    private boolean locked(UUID site, LocalDate day) {
        return db.session()
                .createNativeQuery(
                        "select 1 from queue_day where site_id = :site and on_day = :day for"
                                + " update",
                        Integer.class)
                .setParameter("site", site)
                .setParameter("day", day)
                .uniqueResultOptional()
                .isPresent();
    }

    private void make(UUID site, LocalDate day) {
        apart(
                "insert into queue_day (site_id, on_day) values (?, ?) on conflict do nothing",
                site,
                day);
    }

    /// The next ticket of the day for a service; the row of the day must be locked.
    Ticket nextTicket(UUID site, LocalDate day, UUID service) {
        var letter = letter(service);
        var counted =
                db.session()
                        .createNativeMutationQuery(
                                "update queue_counter set tickets = tickets + 1 where site_id ="
                                        + " :site and on_day = :day and letter = :letter")
                        .setParameter("site", site)
                        .setParameter("day", day)
                        .setParameter("letter", letter)
                        .executeUpdate();
        if (counted == 0) {
            db.session()
                    .createNativeMutationQuery(
                            "insert into queue_counter (site_id, on_day, letter, tickets) values"
                                    + " (:site, :day, :letter, 1)")
                    .setParameter("site", site)
                    .setParameter("day", day)
                    .setParameter("letter", letter)
                    .executeUpdate();
        }
        return new Ticket(letter, tickets(site, day, letter));
    }

    private int tickets(UUID site, LocalDate day, String letter) {
        return db.session()
                .createNativeQuery(
                        "select tickets from queue_counter where site_id = :site and on_day = :day"
                                + " and letter = :letter",
                        Integer.class)
                .setParameter("site", site)
                .setParameter("day", day)
                .setParameter("letter", letter)
                .getSingleResult();
    }

    /// The letter of a service; the next free one when nobody ever came for it. Of two sites that give one away at once,
    /// the second takes the one after it.
    private String letter(UUID service) {
        for (var given = letters(); ; given++) {
            var known =
                    db.session()
                            .createNativeQuery(
                                    "select letter from queue_letter where service_id = :service",
                                    String.class)
                            .setParameter("service", service)
                            .uniqueResultOptional();
            if (known.isPresent()) {
                return known.get();
            }
            apart(
                    "insert into queue_letter (service_id, letter) values (?, ?) on conflict do"
                            + " nothing",
                    service,
                    Ticket.letter(given));
        }
    }

    /// What somebody with a ticket waits for.
    Optional<UUID> service(Ticket ticket) {
        return db.session()
                .createNativeQuery(
                        "select service_id from queue_letter where letter = :letter", UUID.class)
                .setParameter("letter", ticket.letter())
                .uniqueResultOptional();
    }

    private int letters() {
        return db.session()
                .createNativeQuery("select count(*) from queue_letter", Integer.class)
                .getSingleResult();
    }

    private void apart(String sql, Object... values) {
        db.apart(connection -> {
            try (var insert = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.executeUpdate();
            }
        });
    }
}
