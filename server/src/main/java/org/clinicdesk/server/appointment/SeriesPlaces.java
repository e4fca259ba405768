package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which of how many a visit is in its series. Cancelled visits do not count: of six of which one was cancelled, five are
/// left.
final class SeriesPlaces {

    private final Db db;

    SeriesPlaces(Db db) {
        this.db = db;
    }

    /// @param number from 1
    record Place(int number, int visits) {}

    /// The places of some visits; those that are not in a series, or are cancelled, have none.
    record Places(Map<UUID, Place> byVisit) {
        Optional<Place> of(Appointment appointment) {
            return Optional.ofNullable(byVisit.get(appointment.id()));
        }
    }

    private record Row(UUID series, UUID visit) {}

    /// One query for all of them, and none where there is no series.
    Places of(Collection<Appointment> visits) {
        var series =
                visits.stream()
                        .flatMap(visit -> visit.seriesId().stream())
                        .collect(Collectors.toSet());
        return new Places(series.isEmpty() ? Map.of() : read(series));
    }

    private Map<UUID, Place> read(Set<UUID> series) {
        var places = new HashMap<UUID, Place>();
        rows(series).stream()
                .collect(Collectors.groupingBy(Row::series))
                .values()
                .forEach(rows -> {
                    for (var i = 0; i < rows.size(); i++) {
                        places.put(rows.get(i).visit, new Place(i + 1, rows.size()));
                    }
                });
        return places;
    }

    private List<Row> rows(Set<UUID> series) {
        return db
                .session()
                .createQuery(
                        """
                        select seriesId, id from Appointment
                        where seriesId in (:series) and status <> CANCELLED order by startsAt, id\
                        """,
                        Object[].class)
                .setParameterList("series", series)
                .list()
                .stream()
                .map(row -> new Row((UUID) row[0], (UUID) row[1]))
                .toList();
    }
}
