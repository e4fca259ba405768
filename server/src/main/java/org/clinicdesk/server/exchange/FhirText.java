package org.clinicdesk.server.exchange;

import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.record.Coding;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HumanName;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words, codes and dates of FHIR as ours.
final class FhirText {

    private FhirText() {}

    /// @throws NotTaken TOO_LONG
    static String fit(@Nullable String text, int most) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.length() > most) {
            throw new NotTaken(Why.TOO_LONG);
        }
        return stripped;
    }

    /// The text of a concept, else what its first code is called.
    static String text(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText().strip();
        }
        var first = concept.getCodingFirstRep();
        return (first.hasDisplay() ? first.getDisplay() : first.hasCode() ? first.getCode() : "")
                .strip();
    }

    /// @param preferred the system whose code is taken where there are several; empty for the first
    /// @throws NotTaken NO_CODE
    static Coding coding(CodeableConcept concept, String preferred) {
        var text = text(concept);
        if (text.isEmpty()) {
            throw new NotTaken(Why.NO_CODE);
        }
        var coding =
                concept.getCoding().stream()
                        .filter(candidate -> preferred.equals(candidate.getSystem()))
                        .findFirst()
                        .orElseGet(concept::getCodingFirstRep);
        return new Coding(fit(coding.getSystem(), 120), fit(coding.getCode(), 60), fit(text, 300));
    }

    static boolean has(CodeableConcept concept, String... codes) {
        return concept.getCoding().stream()
                .anyMatch(coding -> Stream.of(codes).anyMatch(coding.getCode()::equals));
    }

    /// The day as it was written there, to its precision.
    static PartialDate day(@Nullable BaseDateTimeType date) {
        var text = date == null || date.getValueAsString() == null ? "" : date.getValueAsString();
        return new PartialDate(text.length() > 10 ? text.substring(0, 10) : text);
    }

    /// @throws NotTaken NO_DATE
    static Instant instant(@Nullable BaseDateTimeType date) {
        if (date == null || date.getValue() == null) {
            throw new NotTaken(Why.NO_DATE);
        }
        return date.getValue().toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    static String given(HumanName name) {
        return name.getGiven().stream()
                .map(part -> part.getValue())
                .collect(Collectors.joining(" "));
    }
}
