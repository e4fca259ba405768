package org.clinicdesk.server.queue;

import org.clinicdesk.server.patient.PartialDate;

import java.time.LocalDate;
import java.util.Arrays;

/// How urgent somebody is; a heavier one goes first.
public enum Priority {
    NORMAL(1),
    /// Elderly, pregnant, small child, disabled.
    PREFERRED(2),
    URGENT(3),
    EMERGENCY(4);

    /// Years, from the birthday on.
    private static final int ELDERLY = 75;

    /// Years, until the birthday.
    private static final int SMALL_CHILD = 6;

    private final short weight;

    Priority(int weight) {
        this.weight = (short) weight;
    }

    short weight() {
        return weight;
    }

    static Priority of(short weight) {
        return Arrays.stream(values())
                .filter(priority -> priority.weight == weight)
                .findFirst()
                .orElseThrow();
    }

    /// What somebody gets by his age alone. Where the birth date leaves it open, the kinder answer.
    static Priority byAge(PartialDate birthDate, LocalDate today) {
        return birthDate
                .earliest()
                .filter(earliest ->
                        !earliest.plusYears(ELDERLY).isAfter(today)
                                || latest(birthDate, earliest)
                                        .plusYears(SMALL_CHILD)
                                        .isAfter(today))
                .map(_ -> PREFERRED)
                .orElse(NORMAL);
    }

    private static LocalDate latest(PartialDate birthDate, LocalDate earliest) {
        return switch (birthDate.text().length()) {
            case 4 -> earliest.plusYears(1).minusDays(1);
            case 7 -> earliest.plusMonths(1).minusDays(1);
            default -> earliest;
        };
    }
}
