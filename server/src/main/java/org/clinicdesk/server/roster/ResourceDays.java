package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.UUID;

/// Lines up all who want somebody or something on a day, be it to book or to close it.
///
/// There is a row for each resource on each day. Who has locked those he wants, in their order, finds what is free and it
/// stays so until his transaction ends; nobody waits in a circle.
public final class ResourceDays {

    private static final String LOCK =
            "select 1 from resource_day where resource_id = ? and on_day = ? for update";
    private static final String MAKE =
            "insert into resource_day (resource_id, on_day) values (?, ?) on conflict do nothing";

    private final Db db;

    public ResourceDays(Db db) {
        this.db = db;
    }

    /// A row to be locked; they sort in the order of locking.
    public record ResourceDay(UUID resourceId, LocalDate day) implements Comparable<ResourceDay> {
        private static final Comparator<ResourceDay> ORDER =
                Comparator.comparing(ResourceDay::resourceId).thenComparing(ResourceDay::day);

        @Override
        public int compareTo(ResourceDay other) {
            return ORDER.compare(this, other);
        }
    }

    /// Locks them until the transaction ends.
    public void lock(SortedSet<ResourceDay> rows) {
        db.sql(connection -> {
            try (var lock = connection.prepareStatement(LOCK)) {
                for (var row : rows) {
                    if (!locked(lock, row)) {
                        make(row);
                        locked(lock, row);
                    }
                }
            }
        });
    }

    private static boolean locked(PreparedStatement lock, ResourceDay row) throws SQLException {
        lock.setObject(1, row.resourceId);
        lock.setObject(2, row.day);
        try (var found = lock.executeQuery()) {
            return found.next();
        }
    }

    /// Makes a row that is not there yet in a transaction of its own: made in this one, it would line
    /// up everybody behind it until we commit.
    private void make(ResourceDay row) {
        db.apart(connection -> {
            try (var insert = connection.prepareStatement(MAKE)) {
                insert.setObject(1, row.resourceId);
                insert.setObject(2, row.day);
                insert.executeUpdate();
            }
        });
    }
}
