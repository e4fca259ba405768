package org.clinicdesk.server.exchange;

import org.clinicdesk.server.platform.Db;
import org.hibernate.StatelessSession;

import java.util.List;

/// Fills in what came after the rows that refer to it.
final class References {

    private static final String FILL =
            """
            update encounter set %1$s = (
              select l.entity_id from import_reference r
              join import_link l on l.resource_type = r.resource_type and l.source_key = r.source_key
              where r.entity_id = encounter.id and r.field = '%2$s')
            where exists (
              select 1 from import_reference r
              join import_link l on l.resource_type = r.resource_type and l.source_key = r.source_key
              where r.entity_id = encounter.id and r.field = '%2$s')\
            """;

    /// Whom an encounter was with can be booked. Asked once, when the reference is filled in: an administrator who says
    /// otherwise later is not overruled by the next import.
    private static final String BOOKABLE =
            """
            update staff set bookable = true, version = version + 1
            where not bookable and password_hash is null and id in (
              select l.entity_id from import_reference r
              join import_link l on l.resource_type = r.resource_type and l.source_key = r.source_key
              where r.field = 'practitioner')\
            """;

    private static final String DONE =
            """
            delete from import_reference where exists (
              select 1 from import_link l
              where l.resource_type = import_reference.resource_type and l.source_key = import_reference.source_key)\
            """;

    private final Db db;

    References(Db db) {
        this.db = db;
    }

    /// Fills in what can be. How many still wait, for a later import.
    long resolve() {
        var waiting = new long[1];
        db.bulk(session -> {
            for (var sql :
                    List.of(
                            FILL.formatted("practitioner_id", "practitioner"),
                            FILL.formatted("site_id", "site"),
                            BOOKABLE,
                            DONE)) {
                session.createNativeMutationQuery(sql).executeUpdate();
            }
            waiting[0] = count(session);
        });
        return waiting[0];
    }

    private static long count(StatelessSession session) {
        return session.createNativeQuery("select count(*) from import_reference", Long.class)
                .getSingleResult();
    }
}
