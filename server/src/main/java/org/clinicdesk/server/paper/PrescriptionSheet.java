package org.clinicdesk.server.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is printed of a signed prescription. The locale is the patient's language, the zone the clinic's. `copy` is set
/// from the second printing on. Lines that were stopped are left out by the caller.
public record PrescriptionSheet(
        Clinic clinic,
        String number,
        String prescriber,
        Person person,
        Allergies allergies,
        List<Line> lines,
        Instant signedAt,
        ZoneId zone,
        LocalDate validUntil,
        String code,
        boolean copy,
        Locale locale) {
    public PrescriptionSheet {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a prescription without a line");
        }
        lines = List.copyOf(lines);
    }

    /// Who it is for.
    ///
    /// @param months of age; below 0 when nobody knows
    /// @param kg of a child, where it was weighed lately; empty for none
    public record Person(
            String name, String number, BirthDate birth, Sex sex, int months, String kg) {
        private static final int MONTHS = 12;

        /// From so many months on in years.
        private static final int YEARS = 24;

        /// "Female · 3 years · 14 kg"; empty when nothing of it is known.
        String details(Words words) {
            var age =
                    months < 0
                            ? ""
                            : months < YEARS
                                    ? words.text("paper.age.months", months)
                                    : words.text("paper.age.years", months / MONTHS);
            return Stream.of(
                            sex == Sex.UNKNOWN ? "" : words.text("paper.sex." + sex),
                            age,
                            kg.isEmpty() ? "" : words.text("paper.weight", number(kg)))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        /// With the sign of the language before its decimals, where it is a number.
        private static Object number(String kg) {
            return kg.matches("\\d{1,3}(\\.\\d{1,3})?") ? new BigDecimal(kg) : kg;
        }
    }

    /// As it is printed.
    public enum Sex {
        FEMALE,
        MALE,
        UNKNOWN
    }

    /// "Amoxicillin 500 mg capsule", what the patient reads, what is handed out ("2 × 100 ml") and how often once
    /// more.
    public record Line(
            String medicine, String instructions, String supply, int repeats, boolean asWritten) {

        public Line(String medicine, String instructions, String supply) {
            this(medicine, instructions, supply, 0, false);
        }

        /// What the pharmacy has to know; empty when there is nothing.
        String note(Words words) {
            return Stream.of(
                            repeats > 0 ? words.text("paper.prescription.repeats", repeats) : "",
                            asWritten ? words.text("paper.prescription.as_written") : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }
}
