package org.clinicdesk.server.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A half-open span of time: `start` belongs to it, `end` does not.
public record Span(Instant start, Instant end) {

    /// @throws IllegalArgumentException when it is empty or turned round
    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A span ends after its start");
        }
    }

    public boolean overlaps(Span other) {
        return start.isBefore(other.end) && end.isAfter(other.start);
    }

    public boolean contains(Span other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /// The same time in order, with those that touch or overlap joined into one.
    public static List<Span> joined(Collection<Span> spans) {
        var joined = new ArrayList<Span>();
        for (var span : spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            if (!joined.isEmpty() && !span.start.isAfter(joined.getLast().end)) {
                var last = joined.removeLast();
                joined.add(new Span(last.start, span.end.isAfter(last.end) ? span.end : last.end));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
