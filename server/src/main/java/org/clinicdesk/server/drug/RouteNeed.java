package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The route column of a rule about one medicine: `any`, a group of routes, or one route.
record RouteNeed(RouteGroup group, @Nullable Route specific) {
    static RouteNeed read(Table.Row row) {
        String cell = row.required("route");
        Optional<Route> route = Route.named(cell);
        if (cell.equals("any")
                || route.isEmpty()
                || route.get().group().id().equals(cell)
                || !route.get().id().equals(cell)) {
            return new RouteNeed(RouteGroup.read(row, "route"), null);
        }
        return new RouteNeed(route.get().group(), route.get());
    }

    /// 0 for any, 1 for a group, 2 for one route.
    int specificity() {
        return specific != null ? 2 : group == RouteGroup.UNKNOWN ? 0 : 1;
    }

    /// A route that was not said may be any.
    boolean allows(Use use) {
        return specific == null
                ? group.compatible(use.route())
                : use.specificRoute() == null || certain(use);
    }

    boolean certain(Use use) {
        return specific == null
                ? group.compatible(use.route())
                : use.specificRoute() != null && use.specificRoute().is(specific) == Truth.TRUE;
    }
}
