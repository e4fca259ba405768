package org.clinicdesk.server.paper;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/// A birth date as exact as it is known, ISO 8601: "1986-03-14", "1986-03", "1986", or empty when unknown. An estimated
/// one is printed as its year only, marked: nobody shall take a guess for an identifier.
public record BirthDate(String iso, boolean estimated) {
    public BirthDate {
        if (!iso.matches("|\\d{4}(-\\d{2}(-\\d{2})?)?")) {
            throw new IllegalArgumentException("not a birth date");
        }
    }

    String printed(Words words) {
        if (iso.isEmpty()) {
            return words.text("paper.birth.unknown");
        }
        if (estimated) {
            return "~" + Year.parse(iso.substring(0, 4));
        }
        return switch (iso.length()) {
            case 4 -> iso;
            case 7 -> words.format("paper.format.month").format(YearMonth.parse(iso));
            default -> words.date(LocalDate.parse(iso));
        };
    }
}
