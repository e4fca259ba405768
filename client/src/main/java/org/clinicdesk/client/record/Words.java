package org.clinicdesk.client.record;

import com.google.protobuf.Timestamp;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.record.v1.Allergy;
import org.clinicdesk.record.v1.AllergyAnswer;
import org.clinicdesk.record.v1.Medication;
import org.clinicdesk.record.v1.Observation;

import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what the record holds, the same way wherever it is shown.
record Words(Desk desk) {

    private static final String INGREDIENT = "ing:";
    private static final String LOINC = "http://loinc.org";

    Texts texts() {
        return desk.texts();
    }

    /// `Penicillin — sốc phản vệ`.
    String allergy(Allergy allergy) {
        return joined(" — ", allergy.getSubstance(), allergy.getReaction());
    }

    /// `severe · intolerance · confirmed · since 1998`; nothing for what is not known or goes without saying.
    String nature(Allergy allergy) {
        return joined(
                " · ",
                switch (allergy.getSeverity()) {
                    case REACTION_SEVERITY_UNSPECIFIED, UNRECOGNIZED -> "";
                    default -> texts().get("record.severity." + allergy.getSeverity());
                },
                switch (allergy.getType()) {
                    case ALLERGY_TYPE_INTOLERANCE ->
                            texts().get("record.type." + allergy.getType());
                    default -> "";
                },
                switch (allergy.getCertainty()) {
                    case ALLERGY_CERTAINTY_PRESUMED, ALLERGY_CERTAINTY_CONFIRMED ->
                            texts().get("record.certainty." + allergy.getCertainty());
                    default -> "";
                },
                since(allergy.getOnset()));
    }

    /// What the checks heed, where that is another word than was told.
    String coded(Allergy allergy) {
        var inns =
                Stream.of(allergy.getAgent().split(Pattern.quote("+")))
                        .filter(agent -> agent.startsWith(INGREDIENT))
                        .map(agent -> agent.substring(INGREDIENT.length()))
                        .collect(Collectors.joining(" + "));
        return inns.isEmpty() || inns.equalsIgnoreCase(allergy.getSubstance())
                ? ""
                : texts().get("record.allergies.coded", inns);
    }

    /// Why, when and by whom it was struck out.
    String struck(Allergy allergy) {
        return joined(
                " · ",
                texts().get("record.struck_as." + allergy.getStruckAs()),
                allergy.getStruckReason(),
                allergy.hasStruckAt() ? date(allergy.getStruckAt()) : "",
                allergy.getStruckBy());
    }

    /// "No known allergies · 23 Nov 2026 · Bui Thu Ha".
    String answer(AllergyAnswer answer) {
        return joined(
                " · ",
                texts().get(
                                answer.getNoneKnown()
                                        ? "record.answer.none"
                                        : "record.answer.no-other"),
                date(answer.getAskedAt()),
                answer.getAskedBy());
    }

    /// Why, when and by whom it was taken back.
    String takenBack(AllergyAnswer answer) {
        return joined(
                " · ",
                texts().get("record.answer.taken-back"),
                answer.getTakenBackReason(),
                date(answer.getTakenBackAt()),
                answer.getTakenBackBy());
    }

    /// The vital signs of this clinic have names in every language; others keep the one they came with.
    String name(Observation observation) {
        var code = observation.getCode();
        var key = "record.loinc." + code.getCode();
        return code.getSystem().equals(LOINC) && texts().has(key)
                ? texts().get(key)
                : code.getDisplay();
    }

    /// UCUM units as people write them.
    String value(Observation observation) {
        var unit =
                switch (observation.getUnit()) {
                    case "mm[Hg]" -> "mmHg";
                    case "Cel" -> "°C";
                    case "1" -> "";
                    default -> observation.getUnit();
                };
        return joined(" ", observation.getValue(), unit);
    }

    String date(Timestamp at) {
        return texts().dates()
                .date(
                        Instant.ofEpochSecond(at.getSeconds())
                                .atZone(desk.session().zone())
                                .toLocalDate());
    }

    /// In the reader's language where it was ordered here, else as it came.
    String dosage(Medication medication) {
        return medication.hasOrdered()
                ? Directions.in(texts().locale()).sentence(medication.getOrdered())
                : medication.getDosage();
    }

    String since(String iso) {
        return iso.isEmpty() ? "" : texts().get("record.since", texts().dates().partial(iso));
    }

    static String joined(String between, String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }
}
