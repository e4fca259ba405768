package org.clinicdesk.client.followup;

import java.time.LocalDate;
import java.time.Period;

/// How far the list looks ahead.
enum Until {
    TODAY(Period.ZERO),
    MONTH(Period.ofDays(30)),
    ALL(Period.ofYears(10));

    private final Period period;

    Until(Period period) {
        this.period = period;
    }

    LocalDate day(LocalDate today) {
        return today.plus(period);
    }
}
