package org.clinicdesk.server.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Those who wait, in the order in which they will be called: by weight, then whose turn it is longest, then who came first.
/// Nothing is numbered anew; whoever did not answer stands directly behind the one he lets pass, for as long as that one
/// waits. Who is in a room keeps his place in the lines of the others, and is passed over until he is out.
final class Line {

    private static final Comparator<QueueEntry> ORDER =
            Comparator.comparing(QueueEntry::weight)
                    .reversed()
                    .thenComparing(QueueEntry::due)
                    .thenComparing(QueueEntry::since)
                    .thenComparing(QueueEntry::ticket);

    private final List<QueueEntry> waiting;
    private final Map<UUID, QueueEntry> inRooms;

    /// @param inRooms who is in a room, wherever that is
    Line(Collection<QueueEntry> entries, Collection<QueueEntry> inRooms) {
        this.inRooms =
                inRooms.stream()
                        .filter(entry -> entry.state() == StayState.IN_ROOM)
                        .collect(
                                Collectors.toMap(
                                        QueueEntry::patientId, Function.identity(), (a, _) -> a));
        var natural =
                entries.stream()
                        .filter(entry -> entry.state() == StayState.WAITING)
                        .sorted(ORDER)
                        .toList();
        waiting = new ArrayList<>(natural);
        natural.forEach(this::step);
    }

    private void step(QueueEntry back) {
        passed(back)
                .ifPresent(other -> {
                    var place = waiting.indexOf(other);
                    if (waiting.indexOf(back) < place) {
                        waiting.remove(back);
                        waiting.add(place, back);
                    }
                });
    }

    /// Whom somebody lets pass, if that one still waits.
    Optional<QueueEntry> passed(QueueEntry entry) {
        return entry.behindId()
                .flatMap(id -> waiting.stream().filter(other -> other.id().equals(id)).findFirst());
    }

    List<QueueEntry> waiting() {
        return List.copyOf(waiting);
    }

    /// The stay for which somebody is in a room while he waits for another.
    Optional<QueueEntry> elsewhere(QueueEntry entry) {
        return Optional.ofNullable(inRooms.get(entry.patientId()))
                .filter(other -> !other.id().equals(entry.id()));
    }

    /// Whom a practitioner calls next.
    Optional<QueueEntry> first(UUID practitioner) {
        return waiting.stream().filter(entry -> callable(entry, practitioner)).findFirst();
    }

    /// Whether anybody waits for a practitioner, wherever he is at this moment.
    boolean anybody(UUID practitioner) {
        return waiting.stream().anyMatch(entry -> entry.waitsFor(practitioner));
    }

    private boolean callable(QueueEntry entry, UUID practitioner) {
        return entry.waitsFor(practitioner) && elsewhere(entry).isEmpty();
    }

    /// The one after somebody whom this practitioner will call.
    Optional<QueueEntry> after(QueueEntry entry, UUID practitioner) {
        return waiting.stream()
                .dropWhile(other -> !other.equals(entry))
                .skip(1)
                .filter(other -> callable(other, practitioner))
                .findFirst();
    }

    /// How many go before somebody: those whom the one he waits for may call.
    int before(QueueEntry entry) {
        return (int)
                waiting.stream()
                        .takeWhile(other -> !other.equals(entry))
                        .filter(other -> meet(entry, other))
                        .count();
    }

    private static boolean meet(QueueEntry one, QueueEntry other) {
        return one.practitionerId().isEmpty()
                || other.practitionerId().isEmpty()
                || one.practitionerId().equals(other.practitionerId());
    }

    /// How long everybody will still wait, when visits take as long as those before did: plays the day on. Whoever is free
    /// first takes the first who waits for him.
    ///
    /// @param busy when each practitioner's present visit began
    Map<UUID, Duration> waits(Map<UUID, Instant> busy, Pace pace, Instant now) {
        var free = free(busy, pace, now);
        var left = new ArrayList<>(waiting);
        var waits = new HashMap<UUID, Duration>();
        while (!free.isEmpty() && !left.isEmpty()) {
            var next =
                    free.entrySet().stream()
                            .min(Map.Entry.<UUID, Instant>comparingByValue())
                            .orElseThrow();
            var called = left.stream().filter(entry -> entry.waitsFor(next.getKey())).findFirst();
            if (called.isEmpty()) {
                free.remove(next.getKey());
            } else {
                waits.put(called.get().id(), Duration.between(now, next.getValue()));
                left.remove(called.get());
                free.put(next.getKey(), next.getValue().plus(pace.of(next.getKey())));
            }
        }
        // Nobody works who could call these: at least they wait for each other.
        for (var i = 0; i < left.size(); i++) {
            waits.put(left.get(i).id(), pace.usual().multipliedBy(i));
        }
        return waits;
    }

    /// When each practitioner who works can call somebody.
    private Map<UUID, Instant> free(Map<UUID, Instant> busy, Pace pace, Instant now) {
        var free = new TreeMap<UUID, Instant>();
        pace.practitioners().forEach(practitioner -> free.put(practitioner, now));
        waiting.stream()
                .flatMap(entry -> entry.practitionerId().stream())
                .forEach(practitioner -> free.put(practitioner, now));
        busy.forEach((practitioner, began) -> {
            var end = began.plus(pace.of(practitioner));
            free.put(Objects.requireNonNull(practitioner), end.isAfter(now) ? end : now);
        });
        return free;
    }
}
