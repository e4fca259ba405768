package org.clinicdesk.server.drug;

import java.util.Locale;

/// Routes that mean the same to the checks. A route that is not known is compatible with every other.
enum RouteGroup {
    SYSTEMIC,
    INHALED,
    NASAL,
    OPHTHALMIC,
    OTIC,
    TOPICAL,
    VAGINAL,
    INTRAUTERINE,
    UNKNOWN;

    static RouteGroup of(String route) {
        return Route.named(route).map(Route::group).orElse(UNKNOWN);
    }

    /// As the knowledge writes it.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean compatible(RouteGroup other) {
        return this == other || this == UNKNOWN || other == UNKNOWN;
    }

    /// A route column of the knowledge: a group, or `any`, which is read as not restricted.
    static RouteGroup read(Table.Row row, String column) {
        String cell = row.get(column);
        if (cell.equals("any")) {
            return UNKNOWN;
        }
        for (RouteGroup group : values()) {
            if (group != UNKNOWN && group.id().equals(cell)) {
                return group;
            }
        }
        throw row.bad("unknown route '" + cell + "' in " + column);
    }
}
