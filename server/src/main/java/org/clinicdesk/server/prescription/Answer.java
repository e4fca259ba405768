package org.clinicdesk.server.prescription;

import org.clinicdesk.contract.FittingReasons;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.platform.Problem.Invalid;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Why somebody goes on in spite of a finding.
public record Answer(String findingKey, OverrideReason reason, String note) {

    /// Refuses a doctor's answer that does not fit what it answers. @throws Invalid
    static void refuseUnfit(List<Answer> answers, Collection<Finding> findings) {
        refuseUnfit(answers, findings, FittingReasons::ofPrescriber);
    }

    /// The same of a pharmacist's answer. @throws Invalid
    public static void refuseUnfitAtCounter(List<Answer> answers, Collection<Finding> findings) {
        refuseUnfit(answers, findings, FittingReasons::atCounter);
    }

    private static void refuseUnfit(
            List<Answer> answers,
            Collection<Finding> findings,
            Function<FindingKind, List<org.clinicdesk.prescription.v1.OverrideReason>> fitting) {
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            var reason = PrescriptionProtos.reason(answer.reason);
            var unfit =
                    findings.stream()
                            .filter(finding -> finding.key().equals(answer.findingKey))
                            .map(finding -> PrescriptionProtos.kind(finding.kind()))
                            .anyMatch(kind -> !fitting.apply(kind).contains(reason));
            if (unfit) {
                throw new Invalid("overrides[" + i + "].reason", "reason.unfit");
            }
        }
    }
}
