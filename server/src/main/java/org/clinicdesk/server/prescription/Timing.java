package org.clinicdesk.server.prescription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/// When a medicine is taken.
///
/// @param count times a day, hours from one dose to the next, or days from one to the next: 2 is alternate days, 7 weekly
/// @param weekday 1 for Monday to 7 for Sunday, of what is taken every so many weeks; 0: not said
@Embeddable
public record Timing(
        @Enumerated(EnumType.STRING) @Column(name = "timing") Kind kind,
        @Column(name = "timing_count") int count,
        int weekday) {

    private static final int WEEK = 7;
    private static final double HOURS = 24;

    /// How it is counted.
    public enum Kind {
        TIMES_A_DAY,
        EVERY_HOURS,
        EVERY_DAYS
    }

    static Timing timesADay(int times) {
        return new Timing(Kind.TIMES_A_DAY, times, 0);
    }

    /// How often it is taken a day, on average.
    double daily() {
        return switch (kind) {
            case TIMES_A_DAY -> count;
            case EVERY_HOURS -> HOURS / count;
            case EVERY_DAYS -> 1.0 / count;
        };
    }

    /// Whether it is taken every so many weeks, so that it has a day of the week.
    boolean weekly() {
        return kind == Kind.EVERY_DAYS && count % WEEK == 0;
    }

    /// "3/day", "every 8 h", "every 2 days".
    String shortForm() {
        return switch (kind) {
            case TIMES_A_DAY -> count + "/day";
            case EVERY_HOURS -> "every " + count + " h";
            case EVERY_DAYS -> "every " + count + " days";
        };
    }
}
