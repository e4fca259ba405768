package org.clinicdesk.server.paper;

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
    public record Person(String name, String number, BirthDate birth) {}

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
