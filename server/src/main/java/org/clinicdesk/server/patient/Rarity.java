package org.clinicdesk.server.patient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/// How many people are found by a term, remembered for some minutes. Only speed depends on it.
final class Rarity {

    private static final int MOST_TERMS = 5_000;
    private static final Duration VALID = Duration.ofMinutes(10);

    private record Count(long people, Instant until) {}

    private final Clock clock;
    private final Map<String, Count> counts =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > MOST_TERMS;
                }
            };

    Rarity(Clock clock) {
        this.clock = clock;
    }

    /// @param ask counts the people of a term; asked when it is not known, or not any more
    long of(String term, ToLongFunction<String> ask) {
        var now = clock.instant();
        synchronized (counts) {
            var known = counts.get(term);
            if (known != null && now.isBefore(known.until)) {
                return known.people;
            }
        }
        // Not inside the lock: the database is asked.
        var people = ask.applyAsLong(term);
        synchronized (counts) {
            counts.put(term, new Count(people, now.plus(VALID)));
        }
        return people;
    }
}
