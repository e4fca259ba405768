package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.List;

/// Checks the lines of a prescription against each other and against what is known of a person. A pure function: the
/// same input gives the same findings in the same order.
///
/// Only what the new lines bring is found; two medicines that are both taken already are not checked again. Each
/// problem is one finding, at the first line that brings it; what concerns no line in particular stands at the first
/// one.
public final class Checker {
    private final Knowledge knowledge;
    private final AllergyCheck allergyCheck;

    public Checker(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.allergyCheck = new AllergyCheck(knowledge);
    }

    /// The findings, most dangerous first. Without lines there is nothing to check.
    public List<Finding> check(PatientFacts patient, List<Order> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Findings findings = new Findings(knowledge.version());
        List<Contents> others = new ArrayList<>();
        patient.medicines()
                .forEach(medicine ->
                        others.add(known(findings, orders.getFirst().line(), medicine)));
        for (Order order : orders) {
            Contents ordered = known(findings, order.line(), order.medicine());
            others.forEach(other -> checkPair(findings, order.line(), ordered, other));
            patient.allergies()
                    .forEach(allergy ->
                            allergyCheck.check(findings, order.line(), ordered, allergy));
            others.add(ordered);
        }
        return findings.byDanger();
    }

    private Contents known(Findings findings, int line, MedicineUse medicine) {
        Contents contents = knowledge.contents(medicine);
        if (!contents.complete()) {
            findings.uncheckedMedicine(line, medicine);
        }
        return contents;
    }

    private void checkPair(Findings findings, int line, Contents ordered, Contents other) {
        for (Use x : ordered.uses()) {
            for (Use y : other.uses()) {
                knowledge
                        .interactions()
                        .between(x, y)
                        .ifPresent(match -> findings.interaction(line, x, y, match));
                knowledge
                        .duplicates()
                        .between(x, y)
                        .ifPresent(rule -> findings.duplicate(line, x, y, rule));
            }
        }
    }
}
