package org.clinicdesk.server.platform;

/// Something that must hold over all rows. A feature declares its own.
///
/// @param name what must hold, in a short sentence
/// @param sql one column: each row names a fault, by ids only
public record Check(String name, String sql) {

    /// The current version of every row of a table stands in the audit trail. A row that an import brought, and nobody
    /// changed since, is audited by the row of that import.
    public static Check audited(String table, String entity) {
        return new Check(
                "every " + entity + " is audited",
                """
                select '%2$s ' || cast(t.id as varchar(60)) || ' version ' || cast(t.version as varchar(20)) from %1$s t
                where not exists (
                  select 1 from audit_change c
                  where c.entity = '%2$s' and c.entity_id = cast(t.id as varchar(60)) and c.version = t.version)
                and not (t.version = 0 and exists (select 1 from import_link l where l.entity_id = t.id))\
                """
                        .formatted(table, entity));
    }
}
