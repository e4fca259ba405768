package org.clinicdesk.server.exchange;

import org.hibernate.StatelessSession;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows to be inserted together, table by table.
final class Batch {

    private final StatelessSession session;
    private final Map<Class<?>, List<Object>> rows = new LinkedHashMap<>();

    Batch(StatelessSession session) {
        this.session = session;
    }

    void add(Object row) {
        rows.computeIfAbsent(row.getClass(), _ -> new ArrayList<>()).add(row);
    }

    void flush() {
        rows.values().forEach(session::insertMultiple);
        rows.clear();
    }
}
