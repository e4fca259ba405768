package org.clinicdesk.server.prescription;

import jakarta.persistence.Embeddable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// How a medicine is taken.
///
/// @param dose amount at a time, in `unit`
/// @param days 0: until stopped
/// @param route "oral"
/// @param instructions what the patient reads, in his language
@Embeddable
public record Dosage(
        double dose,
        String unit,
        int timesDaily,
        boolean asNeeded,
        int days,
        String route,
        String instructions) {

    /// The last day of a course that begins on a day; empty: until stopped.
    Optional<LocalDate> lastDay(LocalDate first) {
        return days == 0 ? Optional.empty() : Optional.of(first.plusDays(days - 1L));
    }

    /// In short, for the list of what is taken: "1 tablet × 3/day, 7 days, oral".
    String shortForm() {
        var amount = BigDecimal.valueOf(dose).stripTrailingZeros().toPlainString();
        return amount
                + " "
                + unit
                + " × "
                + timesDaily
                + "/day"
                + (asNeeded ? " if needed" : "")
                + (days == 0 ? "" : ", " + days + " days")
                + ", "
                + route;
    }
}
