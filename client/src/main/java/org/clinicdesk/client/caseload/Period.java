package org.clinicdesk.client.caseload;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// What the list is about.
enum Period {
    DAY,
    /// From Monday to Sunday.
    WEEK,
    MONTH,
    /// No days at all: the people under the doctor's care.
    PATIENTS;

    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY, PATIENTS -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /// Included.
    LocalDate last(LocalDate day) {
        return switch (this) {
            case DAY, PATIENTS -> day;
            case WEEK -> first(day).plusDays(6);
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /// So many periods on.
    LocalDate go(LocalDate day, int steps) {
        return switch (this) {
            case DAY -> day.plusDays(steps);
            case WEEK -> day.plusWeeks(steps);
            case MONTH -> first(day).plusMonths(steps);
            case PATIENTS -> day;
        };
    }
}
