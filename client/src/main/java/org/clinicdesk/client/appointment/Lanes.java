package org.clinicdesk.client.appointment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the visits of a column side by side where they overlap.
final class Lanes {

    private static final Comparator<Visit> ORDER =
            Comparator.<Visit>comparingInt(visit -> visit.time().from())
                    .thenComparingInt(visit -> -visit.time().to())
                    .thenComparing(Visit::id);

    private Lanes() {}

    /// The same visits, in the order of time, each in a lane of its own among those it overlaps.
    static List<Visit> spread(List<Visit> column) {
        var spread = new ArrayList<Visit>();
        var group = new ArrayList<Visit>();
        var end = Integer.MIN_VALUE;
        for (var visit : column.stream().sorted(ORDER).toList()) {
            if (visit.time().from() >= end) {
                spread.addAll(close(group));
                group.clear();
            }
            group.add(visit);
            end = Math.max(end, visit.time().to());
        }
        spread.addAll(close(group));
        return spread;
    }

    private static List<Visit> close(List<Visit> group) {
        var ends = new ArrayList<Integer>();
        var lanes = new ArrayList<Integer>();
        for (var visit : group) {
            var lane = 0;
            while (lane < ends.size() && ends.get(lane) > visit.time().from()) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(0);
            }
            ends.set(lane, visit.time().to());
            lanes.add(lane);
        }
        var placed = new ArrayList<Visit>();
        for (int i = 0; i < group.size(); i++) {
            placed.add(group.get(i).in(lanes.get(i), ends.size()));
        }
        return placed;
    }
}
