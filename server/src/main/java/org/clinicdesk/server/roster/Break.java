package org.clinicdesk.server.roster;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Time inside a shift in which nobody is seen.
///
/// @param from minutes after the midnight that the shift is counted from
/// @param to half-open; more than a day when it lies after midnight
record Break(int from, int to) {

    /// As it is stored, `12:00-13:00 15:00-15:15`: readable for whoever looks into the table.
    static String write(Collection<Break> breaks) {
        return breaks.stream()
                .map(each -> WallClock.write(each.from) + "-" + WallClock.write(each.to))
                .collect(Collectors.joining(" "));
    }

    static List<Break> read(String stored) {
        return stored.isEmpty()
                ? List.of()
                : Arrays.stream(stored.split(" ")).map(Break::one).toList();
    }

    private static Break one(String stored) {
        var ends = stored.split("-");
        return new Break(WallClock.read(ends[0]), WallClock.read(ends[1]));
    }
}
