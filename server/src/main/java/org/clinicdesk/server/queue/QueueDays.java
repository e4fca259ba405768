package org.clinicdesk.server.queue;

import org.clinicdesk.server.platform.Db;

import java.time.LocalDate;
import java.util.UUID;

/// The row of a site and day that is locked by whatever changes the queue, with the counter of its tickets.
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
                        "select tickets from queue_day where site_id = :site and on_day = :day for"
                                + " update",
                        Integer.class)
                .setParameter("site", site)
                .setParameter("day", day)
                .uniqueResultOptional()
                .isPresent();
    }

    private void make(UUID site, LocalDate day) {
        db.apart(connection -> {
            var sql =
                    "insert into queue_day (site_id, on_day, tickets) values (?, ?, 0) on conflict"
                            + " do nothing";
            try (var insert = connection.prepareStatement(sql)) {
                insert.setObject(1, site);
                insert.setObject(2, day);
                insert.executeUpdate();
            }
        });
    }

    /// The next number of the day; the row must be locked.
    int nextTicket(UUID site, LocalDate day) {
        db.session()
                .createNativeMutationQuery(
                        "update queue_day set tickets = tickets + 1 where site_id = :site and"
                                + " on_day = :day")
                .setParameter("site", site)
                .setParameter("day", day)
                .executeUpdate();
        return db.session()
                .createNativeQuery(
                        "select tickets from queue_day where site_id = :site and on_day = :day",
                        Integer.class)
                .setParameter("site", site)
                .setParameter("day", day)
                .getSingleResult();
    }
}
