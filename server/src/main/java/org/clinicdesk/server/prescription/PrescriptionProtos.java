package org.clinicdesk.server.prescription;

import org.clinicdesk.contract.FittingReasons;
import org.clinicdesk.prescription.v1.EndedMedicine;
import org.clinicdesk.prescription.v1.Override;
import org.clinicdesk.prescription.v1.Pregnancy;
import org.clinicdesk.prescription.v1.Prescription.AnsweredFinding;
import org.clinicdesk.prescription.v1.Prescription.Line;
import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.FindingKind;
import org.clinicdesk.server.drug.KnownBody;
import org.clinicdesk.server.drug.Spoken;
import org.clinicdesk.server.drug.UsualDose;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Protos;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Prescriptions and findings as the contract has them; the pharmacy shows them too.
public final class PrescriptionProtos {

    private PrescriptionProtos() {}

    /// @param words of who reads it
    public static org.clinicdesk.prescription.v1.Prescription prescription(
            Prescription prescription, Patient patient, LocalDate today, Spoken words) {
        var answer =
                org.clinicdesk.prescription.v1.Prescription.newBuilder()
                        .setId(prescription.id().toString())
                        .setVersion(prescription.version())
                        .setNumber(prescription.number())
                        .setPerson(People.line(patient))
                        .setPrescriberName(prescription.prescriberName())
                        .setSignedAt(Protos.timestamp(prescription.signedAt()))
                        .setStatus(
                                org.clinicdesk.prescription.v1.PrescriptionStatus.valueOf(
                                        "PRESCRIPTION_STATUS_" + prescription.status(today).name()))
                        .setValidUntil(prescription.validUntil().toString())
                        .setErrorReason(prescription.errorReason());
        prescription.lines().forEach(line -> answer.addLines(line(line, words)));
        prescription.findings().forEach(shown -> answer.addFindings(answered(shown, words)));
        return answer.build();
    }

    private static Line line(PrescriptionLine line, Spoken words) {
        return Line.newBuilder()
                .setId(line.id().toString())
                .setOrder(DosageProtos.order(line.ordered(), words))
                .addAllIngredients(line.ingredients())
                .setDispensed(line.dispensed())
                .setStoppedReason(line.stoppedReason())
                .setLeft(line.left())
                .setRepeatsLeft(line.repeatsLeft())
                .setReplacedBy(line.replacedBy())
                .setEnteredInError(line.inError())
                .build();
    }

    static List<EndedMedicine> ended(List<Restoring.Ended> ended) {
        return ended.stream()
                .map(it ->
                        EndedMedicine.newBuilder()
                                .setMedicationId(it.medication().id().toString())
                                .setMedicine(it.medication().taken().text())
                                .setPrescriptionNumber(it.prescription())
                                .setOutcome(
                                        EndedMedicine.Outcome.valueOf(
                                                "OUTCOME_" + it.outcome().name()))
                                .build())
                .toList();
    }

    private static AnsweredFinding answered(
            org.clinicdesk.server.prescription.AnsweredFinding shown, Spoken words) {
        var answer =
                AnsweredFinding.newBuilder()
                        .setFinding(finding(words.said(shown.finding()), words));
        shown.given().ifPresent(given -> answer.setAnswer(override(given)));
        return answer.build();
    }

    /// @param words of who reads it, in which it was said
    public static org.clinicdesk.prescription.v1.Finding finding(Finding finding, Spoken words) {
        return org.clinicdesk.prescription.v1.Finding.newBuilder()
                .setKey(finding.key())
                .setKind(kind(finding.kind()))
                .setLevel(
                        org.clinicdesk.prescription.v1.Level.valueOf(
                                "LEVEL_" + finding.level().name()))
                .setTier(
                        org.clinicdesk.prescription.v1.Tier.valueOf(
                                "TIER_" + finding.tier().name()))
                .setSubject(words.name(finding.subject()))
                .setObject(words.name(finding.object()))
                .setSubjectInn(words.inn(finding.subject()))
                .setObjectInn(words.inn(finding.object()))
                .setEffect(finding.effect())
                .setManagement(finding.management())
                .setMechanism(finding.mechanism())
                .addAllUnknown(finding.unknown())
                .addAllAlternatives(finding.alternatives().stream().map(words::name).toList())
                .addAllAlternativeInns(finding.alternatives())
                .setRuleId(finding.ruleId())
                .setSource(finding.source())
                .setKnowledgeVersion(finding.knowledgeVersion())
                .setNotReviewed(finding.notReviewed())
                .setLine(finding.line())
                .setDueDays(finding.dueDays())
                .build();
    }

    static org.clinicdesk.prescription.v1.UsualDose usualDose(UsualDose usual) {
        return org.clinicdesk.prescription.v1.UsualDose.newBuilder()
                .setLow(usual.low())
                .setHigh(usual.high())
                .setTimesADay(usual.timesADay())
                .setMaxMg(Objects.requireNonNullElse(usual.mostSingle(), 0.0))
                .setMaxDailyMg(Objects.requireNonNullElse(usual.mostDaily(), 0.0))
                .setSource(usual.source())
                .setNotReviewed(!usual.reviewed())
                .build();
    }

    static org.clinicdesk.prescription.v1.KnownBody known(KnownBody body, LocalDate today) {
        var known =
                org.clinicdesk.prescription.v1.KnownBody.newBuilder()
                        .setPregnancy(
                                switch (body.pregnancy()) {
                                    case NO_QUESTION -> Pregnancy.PREGNANCY_UNSPECIFIED;
                                    case NOT_KNOWN -> Pregnancy.PREGNANCY_NOT_KNOWN;
                                    case NO -> Pregnancy.PREGNANCY_NO;
                                    case YES -> Pregnancy.PREGNANCY_YES;
                                });
        var egfr = body.egfr();
        if (egfr != null) {
            known.setEgfrFrom(egfr.value().min())
                    .setEgfrTo(egfr.value().max())
                    .setEgfrOn(today.minusDays(egfr.ageDays()).toString());
        }
        return known.build();
    }

    /// Whether a doctor may answer such a finding so.
    static boolean fits(OverrideReason reason, FindingKind kind) {
        return FittingReasons.ofPrescriber(kind(kind)).contains(reason(reason));
    }

    /// Whether a pharmacist may.
    static boolean fitsAtCounter(OverrideReason reason, FindingKind kind) {
        return FittingReasons.atCounter(kind(kind)).contains(reason(reason));
    }

    private static org.clinicdesk.prescription.v1.FindingKind kind(FindingKind kind) {
        return org.clinicdesk.prescription.v1.FindingKind.valueOf("FINDING_KIND_" + kind.name());
    }

    private static org.clinicdesk.prescription.v1.OverrideReason reason(OverrideReason reason) {
        return org.clinicdesk.prescription.v1.OverrideReason.valueOf(
                "OVERRIDE_REASON_" + reason.name());
    }

    private static Override override(Answer answer) {
        return Override.newBuilder()
                .setFindingKey(answer.findingKey())
                .setReason(reason(answer.reason()))
                .setNote(answer.note())
                .build();
    }

    public static Answer answer(Override override) {
        return new Answer(
                override.getFindingKey(),
                OverrideReason.valueOf(
                        override.getReason().name().substring("OVERRIDE_REASON_".length())),
                override.getNote().strip());
    }
}
