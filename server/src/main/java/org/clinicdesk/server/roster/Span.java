package org.clinicdesk.server.roster;

import java.time.Duration;
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

    boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /// How far away an instant is; nothing when it lies within.
    public Duration distance(Instant at) {
        if (at.isBefore(start)) {
            return Duration.between(at, start);
        }
        return at.isBefore(end) ? Duration.ZERO : Duration.between(end, at);
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

    /// What of some spans lies within a window, in their order.
    public static List<Span> common(Collection<Span> spans, Span window) {
        return spans.stream()
                .filter(window::overlaps)
                .map(span ->
                        new Span(
                                span.start.isAfter(window.start) ? span.start : window.start,
                                span.end.isBefore(window.end) ? span.end : window.end))
                .toList();
    }

    /// What is left of the first when the second are taken out, in order.
    public static List<Span> without(Collection<Span> spans, Collection<Span> taken) {
        var holes = joined(taken);
        var left = new ArrayList<Span>();
        var next = 0;
        for (var span : joined(spans)) {
            while (next < holes.size() && !holes.get(next).end.isAfter(span.start)) {
                next++;
            }
            // The last of them may reach into the span that follows.
            var last = next;
            while (last < holes.size() && holes.get(last).start.isBefore(span.end)) {
                last++;
            }
            span.without(holes.subList(next, last), left);
        }
        return left;
    }

    /// @param holes that overlap it, in order, none touching another
    private void without(List<Span> holes, List<Span> left) {
        var from = start;
        for (var hole : holes) {
            if (from.isBefore(hole.start)) {
                left.add(new Span(from, hole.start));
            }
            from = hole.end;
        }
        if (from.isBefore(end)) {
            left.add(new Span(from, end));
        }
    }
}
