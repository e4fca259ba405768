package org.clinicdesk.server.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// How long visits take today. The median: one visit that took the morning, or one finished by mistake, says nothing.
final class Pace {

    /// A practitioner's own visits tell from so many on.
    private static final int ENOUGH = 2;

    private static final Duration BEFORE_ANY = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Map<UUID, List<Duration>> lengths;
    private final Duration usual;

    /// A visit that is over.
    record Visited(UUID practitioner, Duration length) {}

    Pace(Collection<Visited> visits) {
        this.lengths =
                visits.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Visited::practitioner,
                                        Collectors.mapping(Visited::length, Collectors.toList())));
        this.usual = median(visits.stream().map(Visited::length).toList());
    }

    /// How long a visit with a practitioner takes.
    Duration of(UUID practitioner) {
        var own = lengths.getOrDefault(practitioner, List.of());
        return own.size() < ENOUGH ? usual : median(own);
    }

    /// How long a visit takes with anybody.
    Duration usual() {
        return usual;
    }

    /// Who has seen somebody today.
    Set<UUID> practitioners() {
        return lengths.keySet();
    }

    private static Duration median(List<Duration> lengths) {
        if (lengths.size() < ENOUGH) {
            return BEFORE_ANY;
        }
        var median = lengths.stream().sorted().toList().get(lengths.size() / 2);
        return median.compareTo(SHORTEST) < 0 ? SHORTEST : median;
    }
}
