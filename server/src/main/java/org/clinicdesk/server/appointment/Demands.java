package org.clinicdesk.server.appointment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// What visits of services at a site would take: what there is of each type is read once.
final class Demands {

    private final Resources resources;
    private final UUID site;
    private final Map<VisitType.Need, List<UUID>> candidates = new HashMap<>();

    Demands(Resources resources, UUID site) {
        this.resources = resources;
        this.site = site;
    }

    Demand of(UUID service, Duration length, @Nullable UUID patient) {
        return of(service, length, patient, List.of());
    }

    /// @param more that it needs beside what the service does
    Demand of(UUID service, Duration length, @Nullable UUID patient, List<VisitType.Need> more) {
        var type = resources.visitType(service);
        var needs = Stream.concat(type.stream().flatMap(it -> it.needs().stream()), more.stream());
        return new Demand(
                site,
                length,
                type.map(it -> it.details().before()).orElse(Duration.ZERO),
                type.map(it -> it.details().after()).orElse(Duration.ZERO),
                patient,
                List.of(),
                List.of(),
                needs.map(need ->
                                candidates.computeIfAbsent(need, it -> resources.ofType(site, it)))
                        .toList());
    }
}
