package org.clinicdesk.server.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Wall time as minutes after a midnight, and the instants it stands for on a certain day.
final class WallClock {

    static final int DAY = 24 * 60;

    private WallClock() {}

    /// `08:00`; hours go on after 24 for what lies on the next day.
    static String write(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    static int read(String time) {
        var parts = time.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    /// When the clock shows it. A time that is skipped is moved forward by what is skipped; of two it is the first.
    static Instant at(LocalDate day, int minute, ZoneId zone) {
        return local(day, minute).atZone(zone).toInstant();
    }

    /// The first instant from which on the clock shows this time or a later one.
    static Instant earliest(LocalDate day, int minute, ZoneId zone) {
        var local = local(day, minute);
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /// The instant from which on the clock never shows an earlier time again.
    static Instant latest(LocalDate day, int minute, ZoneId zone) {
        var local = local(day, minute);
        var change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        // What ends at the time that the clock is set back to has ended before that.
        return change != null && local.isAfter(change.getDateTimeAfter())
                ? local.atZone(zone).withLaterOffsetAtOverlap().toInstant()
                : local.atZone(zone).toInstant();
    }

    private static LocalDateTime local(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute);
    }
}
