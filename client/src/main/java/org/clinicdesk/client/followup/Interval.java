package org.clinicdesk.client.followup;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/// After how long somebody is seen again.
enum Interval {
    WEEK(Period.ofWeeks(1)),
    TWO_WEEKS(Period.ofWeeks(2)),
    MONTH(Period.ofMonths(1)),
    THREE_MONTHS(Period.ofMonths(3)),
    HALF_YEAR(Period.ofMonths(6)),
    YEAR(Period.ofYears(1)),
    /// On a day that was chosen.
    OTHER(null);

    private final @Nullable Period period;

    Interval(@Nullable Period period) {
        this.period = period;
    }

    Optional<LocalDate> after(LocalDate day) {
        return Optional.ofNullable(period).map(day::plus);
    }
}
