package org.clinicdesk.server.record;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.record.v1.AddAllergyRequest;
import org.clinicdesk.record.v1.AllergyCertainty;
import org.clinicdesk.record.v1.AllergyType;
import org.clinicdesk.record.v1.ReactionSeverity;
import org.clinicdesk.record.v1.StruckAs;
import org.clinicdesk.server.drug.Spoken;
import org.clinicdesk.server.patient.PartialDate;
import org.clinicdesk.server.platform.Protos;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// Entries of the record between the contract and the domain.
final class RecordLines {

    private RecordLines() {}

    static Allergy.Told told(AddAllergyRequest request, String agent, PartialDate onset) {
        return new Allergy.Told(
                request.getSubstance().strip(),
                agent,
                request.getType() == AllergyType.ALLERGY_TYPE_INTOLERANCE
                        ? Allergy.Type.INTOLERANCE
                        : Allergy.Type.ALLERGY,
                certainty(request.getCertainty()),
                request.getReaction().strip(),
                severity(request.getSeverity()),
                onset);
    }

    /// What nobody judged is as the person told it.
    private static Allergy.Certainty certainty(AllergyCertainty certainty) {
        return switch (certainty) {
            case ALLERGY_CERTAINTY_CONFIRMED -> Allergy.Certainty.CONFIRMED;
            case ALLERGY_CERTAINTY_PRESUMED -> Allergy.Certainty.PRESUMED;
            case ALLERGY_CERTAINTY_UNCONFIRMED, ALLERGY_CERTAINTY_UNSPECIFIED, UNRECOGNIZED ->
                    Allergy.Certainty.UNCONFIRMED;
        };
    }

    static Allergy.StruckAs struckAs(StruckAs as) {
        return Allergy.StruckAs.valueOf(as.name().substring("STRUCK_AS_".length()));
    }

    private static Allergy.Severity severity(ReactionSeverity severity) {
        return switch (severity) {
            case REACTION_SEVERITY_MILD -> Allergy.Severity.MILD;
            case REACTION_SEVERITY_MODERATE -> Allergy.Severity.MODERATE;
            case REACTION_SEVERITY_SEVERE -> Allergy.Severity.SEVERE;
            case REACTION_SEVERITY_UNSPECIFIED, UNRECOGNIZED -> Allergy.Severity.UNKNOWN;
        };
    }

    private static ReactionSeverity severity(Allergy.Severity severity) {
        return switch (severity) {
            case UNKNOWN -> ReactionSeverity.REACTION_SEVERITY_UNSPECIFIED;
            case MILD -> ReactionSeverity.REACTION_SEVERITY_MILD;
            case MODERATE -> ReactionSeverity.REACTION_SEVERITY_MODERATE;
            case SEVERE -> ReactionSeverity.REACTION_SEVERITY_SEVERE;
        };
    }

    static org.clinicdesk.record.v1.AllergyState state(AllergyState state) {
        return org.clinicdesk.record.v1.AllergyState.valueOf("ALLERGY_STATE_" + state.name());
    }

    /// @param askedBy name of who asked, if that is known; of who took it back, if somebody did
    static org.clinicdesk.record.v1.AllergyAnswer answer(
            AllergyAnswer answer, String askedBy, String takenBackBy) {
        var said =
                org.clinicdesk.record.v1.AllergyAnswer.newBuilder()
                        .setId(answer.id().toString())
                        .setVersion(answer.version())
                        .setNoneKnown(answer.noneKnown())
                        .setAskedAt(Protos.timestamp(answer.askedAt()))
                        .setAskedBy(askedBy)
                        .setTakenBackReason(answer.takenBackReason())
                        .setTakenBackBy(takenBackBy);
        answer.takenBackAt().ifPresent(at -> said.setTakenBackAt(Protos.timestamp(at)));
        return said.build();
    }

    /// @param struckBy name of who struck it out, if somebody did
    static org.clinicdesk.record.v1.Allergy allergy(Allergy allergy, String struckBy) {
        var answer =
                org.clinicdesk.record.v1.Allergy.newBuilder()
                        .setId(allergy.id().toString())
                        .setVersion(allergy.version())
                        .setSubstance(allergy.substance())
                        .setAgent(allergy.agent())
                        .setType(AllergyType.valueOf("ALLERGY_TYPE_" + allergy.type().name()))
                        .setReaction(allergy.reaction())
                        .setSeverity(severity(allergy.severity()))
                        .setRecordedAt(Protos.timestamp(allergy.recordedAt()))
                        .setCertainty(
                                AllergyCertainty.valueOf(
                                        "ALLERGY_CERTAINTY_" + allergy.certainty().name()))
                        .setOnset(allergy.onset().text())
                        .setStruckReason(allergy.struckReason())
                        .setStruckAs(
                                allergy.struckAs()
                                        .map(as -> StruckAs.valueOf("STRUCK_AS_" + as.name()))
                                        .orElse(StruckAs.STRUCK_AS_UNSPECIFIED))
                        .setStruckBy(struckBy);
        allergy.struckAt().ifPresent(at -> answer.setStruckAt(Protos.timestamp(at)));
        return answer.build();
    }

    /// @param words of who reads it
    static org.clinicdesk.record.v1.Tolerance tolerance(Tolerance tolerance, Spoken words) {
        return org.clinicdesk.record.v1.Tolerance.newBuilder()
                .setId(tolerance.id().toString())
                .setVersion(tolerance.version())
                .setIngredient(words.name(tolerance.ingredient()))
                .setPartner(words.name(tolerance.partner()))
                .setNote(tolerance.note())
                .setRecordedAt(Protos.timestamp(tolerance.recordedAt()))
                .build();
    }

    static org.clinicdesk.record.v1.RecordRules rules(RecordRules rules) {
        return org.clinicdesk.record.v1.RecordRules.newBuilder()
                .setVersion(rules.version())
                .setAskAllergiesAfterMonths(rules.askAllergiesAfterMonths())
                .build();
    }

    private static org.clinicdesk.record.v1.Coding coding(Coding coding) {
        return org.clinicdesk.record.v1.Coding.newBuilder()
                .setSystem(coding.system())
                .setCode(coding.code())
                .setDisplay(coding.display())
                .build();
    }

    static org.clinicdesk.record.v1.Condition condition(Condition condition) {
        return org.clinicdesk.record.v1.Condition.newBuilder()
                .setId(condition.id().toString())
                .setCode(coding(condition.code()))
                .setOnset(condition.onset().text())
                .setAbated(condition.abated().text())
                .setActive(condition.active())
                .build();
    }

    /// @param ordered how it was ordered here; null when it was not
    /// @param words of who reads it
    static org.clinicdesk.record.v1.Medication medication(
            Medication medication, LocalDate today, @Nullable Dosage ordered, Spoken words) {
        var taken = medication.taken();
        var answer =
                medication(medication, today)
                        .setText(words.medicine(taken.medicineId(), taken.text()));
        return ordered == null ? answer.build() : answer.setOrdered(ordered).build();
    }

    private static org.clinicdesk.record.v1.Medication.Builder medication(
            Medication medication, LocalDate today) {
        return org.clinicdesk.record.v1.Medication.newBuilder()
                .setId(medication.id().toString())
                .addAllIngredients(medication.taken().inn())
                .setDosage(medication.dosage())
                .setSince(medication.since().text())
                .setUntil(medication.lastDay().map(LocalDate::toString).orElse(""))
                .setActive(medication.active(today))
                .setUnchecked(medication.taken().unchecked())
                .setMedicineId(medication.taken().medicineId())
                .setPrescriptionLineId(
                        medication.prescriptionLineId().map(UUID::toString).orElse(""))
                .setStoppedReason(medication.stopReason())
                .setEnteredInError(medication.inError());
    }

    static org.clinicdesk.record.v1.Observation observation(Observation observation) {
        return org.clinicdesk.record.v1.Observation.newBuilder()
                .setId(observation.id().toString())
                .setCode(coding(observation.code()))
                .setAt(Protos.timestamp(observation.at()))
                .setValue(observation.measured().shown())
                .setUnit(observation.measured().unit())
                .setVital(observation.vital())
                .build();
    }

    static org.clinicdesk.record.v1.Immunization immunization(Immunization immunization) {
        return org.clinicdesk.record.v1.Immunization.newBuilder()
                .setId(immunization.id().toString())
                .setCode(coding(immunization.code()))
                .setAt(Protos.timestamp(immunization.at()))
                .build();
    }

    static org.clinicdesk.record.v1.Encounter encounter(Encounter encounter) {
        var circumstances = encounter.circumstances();
        var answer =
                org.clinicdesk.record.v1.Encounter.newBuilder()
                        .setId(encounter.id().toString())
                        .setStart(Protos.timestamp(encounter.startedAt()))
                        .setType(circumstances.type())
                        .setReason(circumstances.reason())
                        .setPractitioner(circumstances.practitioner())
                        .setPlace(circumstances.place())
                        .setVisitId(encounter.visitId().map(UUID::toString).orElse(""));
        encounter.endedAt().ifPresent(at -> answer.setEnd(Protos.timestamp(at)));
        return answer.build();
    }

    static org.clinicdesk.record.v1.Document document(Document.Line document) {
        return org.clinicdesk.record.v1.Document.newBuilder()
                .setId(document.id().toString())
                .setTitle(document.title())
                .setAt(Protos.timestamp(document.at()))
                .setMediaType(document.mediaType())
                .build();
    }
}
