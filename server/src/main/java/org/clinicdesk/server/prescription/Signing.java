package org.clinicdesk.server.prescription;

import org.clinicdesk.server.card.IssuedCodes;
import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.prescription.ShownAlerts.Place;
import org.clinicdesk.server.record.Medication;
import org.clinicdesk.server.record.Observation;
import org.clinicdesk.server.record.Records;
import org.clinicdesk.server.record.Taken;
import org.clinicdesk.server.visit.VitalSign;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The signature of a prescription: checked, answered and kept in one transaction.
final class Signing {

    /// So many keys of unanswered findings are told; the desk checks again anyway, and sees all.
    private static final int KEYS_TOLD = 8;

    private final Clock clock;
    private final Records records;
    private final Supplier<Knowledge> knowledge;
    private final PrescriptionChecks checks;
    private final Prescriptions prescriptions;
    private final IssuedCodes codes;
    private final Ending ending;
    private final Drafts drafts;
    private final ShownAlerts shown;

    /// What is to be signed.
    ///
    /// @param visitId null when it belongs to none
    /// @param medicationsVersion what the check on the screen was made against
    /// @param weighed kg, today; 0: as the record has it
    record Wish(
            UUID patientId,
            @Nullable UUID visitId,
            List<OrderedMedicine> lines,
            List<Answer> answers,
            long medicationsVersion,
            double weighed) {}

    /// Who signs.
    record Prescriber(UUID id, String name) {}

    Signing(
            Clock clock,
            Records records,
            Supplier<Knowledge> knowledge,
            PrescriptionChecks checks,
            Prescriptions prescriptions,
            IssuedCodes codes,
            Ending ending,
            Drafts drafts,
            ShownAlerts shown) {
        this.clock = clock;
        this.records = records;
        this.knowledge = knowledge;
        this.checks = checks;
        this.prescriptions = prescriptions;
        this.codes = codes;
        this.ending = ending;
        this.drafts = drafts;
        this.shown = shown;
    }

    /// @throws Refusal MEDICATIONS_CHANGED, UNANSWERED_FINDINGS, ALREADY_OVER when what a line renews or replaces has ended
    Prescription sign(Wish wish, Prescriber prescriber) {
        var replaced = ending.replacedBy(wish.patientId, wish.lines);
        var chart = records.chartForUpdate(wish.patientId);
        if (chart.medicationsVersion() != wish.medicationsVersion) {
            throw new Refusal(PrescriptionRefusal.MEDICATIONS_CHANGED);
        }
        replaced.forEach(ending::refuseEnded);
        var prescription = prescription(wish, prescriber, answered(wish, prescriber));
        wish.lines.forEach(line ->
                prescription.add(Ids.next(clock), line, knowledge.get().ingredientsOf(line.use())));
        prescriptions.add(prescription);
        weigh(wish);
        replaced.forEach(ended -> ending.replace(ended, prescription));
        prescription.lines().forEach(line -> records.addMedication(medication(prescription, line)));
        drafts.clear(prescriber.id, wish.patientId);
        shown.wentOn(
                Place.PRESCRIBING,
                prescriber.id,
                checks.today(),
                prescription,
                prescription.findings());
        return prescription;
    }

    /// The weight that the doses were checked with is one of the record from now on.
    private void weigh(Wish wish) {
        if (wish.weighed > 0) {
            records.addObservation(
                    new Observation(
                            Ids.next(clock),
                            wish.patientId,
                            VitalSign.WEIGHT.code(),
                            clock.instant(),
                            VitalSign.WEIGHT.of(wish.weighed),
                            true));
        }
    }

    private List<AnsweredFinding> answered(Wish wish, Prescriber prescriber) {
        var answers =
                wish.answers.stream()
                        .collect(
                                Collectors.toMap(
                                        Answer::findingKey,
                                        Function.identity(),
                                        (first, _) -> first));
        var findings = checks.check(wish.patientId, wish.lines, wish.weighed);
        shown.shown(Place.PRESCRIBING, prescriber.id, wish.patientId, checks.today(), findings);
        Answer.refuseUnfit(wish.answers, findings);
        refuseUnanswered(PrescriptionChecks.unanswered(findings, answers.keySet()));
        return findings.stream()
                .map(finding -> AnsweredFinding.of(finding, answers.get(finding.key())))
                .toList();
    }

    private static void refuseUnanswered(List<Finding> unanswered) {
        if (!unanswered.isEmpty()) {
            throw new Refusal(
                    PrescriptionRefusal.UNANSWERED_FINDINGS,
                    Map.of(
                            "keys",
                            unanswered.stream()
                                    .limit(KEYS_TOLD)
                                    .map(Finding::key)
                                    .collect(Collectors.joining("\n")),
                            "count",
                            Integer.toString(unanswered.size())));
        }
    }

    private Prescription prescription(
            Wish wish, Prescriber prescriber, List<AnsweredFinding> findings) {
        var id = Ids.next(clock);
        var signature =
                new Prescription.Signature(
                        prescriptions.nextNumber(),
                        codes.issueFor(id, wish.patientId),
                        wish.patientId,
                        wish.visitId,
                        prescriber.id,
                        prescriber.name,
                        clock.instant(),
                        prescriptions.rules().validUntil(checks.today()));
        return new Prescription(id, signature, findings);
    }

    private Medication medication(Prescription prescription, PrescriptionLine line) {
        var ordered = line.ordered();
        var today = checks.today();
        return Medication.prescribed(
                Ids.next(clock),
                prescription.patientId(),
                new Taken(
                        ordered.medicine(),
                        ordered.medicineId(),
                        line.ingredients(),
                        !knowledge.get().knows(ordered.use())),
                ordered.dosage().shortForm(),
                today,
                ordered.dosage().lastDay(today).orElse(null),
                line.id());
    }
}
