package org.clinicdesk.server.prescription;

import org.clinicdesk.server.drug.Finding;
import org.clinicdesk.server.drug.FindingKind;
import org.clinicdesk.server.platform.Problem.Invalid;

import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;

/// Why somebody goes on in spite of a finding.
public record Answer(String findingKey, OverrideReason reason, String note) {

    /// Refuses a doctor's answer that does not fit what it answers. @throws Invalid
    static void refuseUnfit(List<Answer> answers, Collection<Finding> findings) {
        refuseUnfit(answers, findings, PrescriptionProtos::fits);
    }

    /// The same of a pharmacist's answer. @throws Invalid
    public static void refuseUnfitAtCounter(List<Answer> answers, Collection<Finding> findings) {
        refuseUnfit(answers, findings, PrescriptionProtos::fitsAtCounter);
    }

    private static void refuseUnfit(
            List<Answer> answers,
            Collection<Finding> findings,
            BiPredicate<OverrideReason, FindingKind> fits) {
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            var unfit =
                    findings.stream()
                            .filter(finding -> finding.key().equals(answer.findingKey))
                            .anyMatch(finding -> !fits.test(answer.reason, finding.kind()));
            if (unfit) {
                throw new Invalid("overrides[" + i + "].reason", "reason.unfit");
            }
        }
    }
}
