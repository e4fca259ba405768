package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks the lines of a prescription against each other and against what is known of a person. A pure function: the
/// same input gives the same findings in the same order.
///
/// Only what the new lines bring is found; two medicines that are both taken already are not checked again. Each
/// problem is one finding, at the first line that brings it; what concerns no line in particular stands at the first
/// one.
public final class Checker {
    private static final int MOST_OFFERED = 3;

    private final Knowledge knowledge;
    private final AllergyCheck allergyCheck;

    public Checker(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.allergyCheck = new AllergyCheck(knowledge);
    }

    /// The findings, most dangerous first. Without lines there is nothing to check.
    public List<Finding> check(PatientFacts patient, List<Order> orders) {
        List<Finding> findings = found(patient, orders);
        return knowledge.rules().alternatives().empty()
                ? findings
                : findings.stream().map(finding -> offering(finding, patient, orders)).toList();
    }

    private List<Finding> found(PatientFacts patient, List<Order> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Findings findings = new Findings(knowledge.version());
        Person person = new Person(patient, knowledge.conditions());
        int first = orders.getFirst().line();
        List<Contents> taken =
                patient.medicines().stream().map(use -> known(findings, first, use)).toList();
        List<Contents> ordered =
                orders.stream().map(o -> known(findings, o.line(), o.medicine())).toList();
        List<Use> all = new ArrayList<>();
        taken.forEach(contents -> all.addAll(contents.uses()));
        ordered.forEach(contents -> all.addAll(contents.uses()));
        for (int i = 0; i < orders.size(); i++) {
            int line = orders.get(i).line();
            for (Contents other : taken) {
                checkPair(findings, line, ordered.get(i), other, true, person, all);
            }
            for (Contents other : ordered.subList(0, i)) {
                checkPair(findings, line, ordered.get(i), other, false, person, all);
            }
            for (KnownAllergy allergy : patient.allergies()) {
                allergyCheck.check(findings, line, ordered.get(i), allergy);
            }
            checkAlone(findings, line, ordered.get(i), person, all);
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

    private void checkPair(
            Findings findings,
            int line,
            Contents ordered,
            Contents other,
            boolean taken,
            Person person,
            List<Use> all) {
        Rules rules = knowledge.rules();
        for (Use x : ordered.uses()) {
            for (Use y : other.uses()) {
                rules.interactions()
                        .between(new Situation(person, x, y, all))
                        .ifPresent(match -> findings.interaction(line, x, y, match));
                boolean replaced =
                        taken && x.dosing().renewal() && x.ingredient().equals(y.ingredient());
                if (!replaced) {
                    rules.duplicates()
                            .between(x, y)
                            .ifPresent(rule -> findings.duplicate(line, x, y, rule));
                }
            }
        }
    }

    private void checkAlone(
            Findings findings, int line, Contents ordered, Person person, List<Use> all) {
        for (Use use : ordered.uses()) {
            Situation situation = Situation.of(person, use, all);
            knowledge.rules().contraindications().check(findings, line, situation);
            knowledge.rules().doseLimits().check(findings, line, situation);
            knowledge.rules().monitoring().check(findings, line, situation);
        }
    }

    /// What would not interrupt in place of what does, for this very person.
    private Finding offering(Finding finding, PatientFacts patient, List<Order> orders) {
        Optional<Use> subject = use(finding.subject());
        if (finding.tier() != Tier.INTERRUPTIVE || subject.isEmpty()) {
            return finding;
        }
        String kind =
                finding.kind() == FindingKind.ALLERGY
                        ? "allergy"
                        : finding.kind() == FindingKind.CONTRAINDICATION ? finding.mechanism() : "";
        Set<Ingredient> offers =
                knowledge.rules().alternatives().offers(subject.get(), kind, use(finding.object()));
        List<String> quiet =
                offers.stream()
                        .filter(offer -> quiet(offer, finding.line(), patient, orders))
                        .map(Ingredient::inn)
                        .limit(MOST_OFFERED)
                        .toList();
        return finding.offering(quiet);
    }

    private Optional<Use> use(String inn) {
        return knowledge
                .ingredient(inn)
                .map(i -> new Use(knowledge.classes(), i, RouteGroup.UNKNOWN));
    }

    private boolean quiet(Ingredient offer, int line, PatientFacts patient, List<Order> orders) {
        List<MedicineUse> others = new ArrayList<>(patient.medicines());
        orders.stream().filter(o -> o.line() != line).forEach(o -> others.add(o.medicine()));
        MedicineUse instead = MedicineUse.ofId(offer.id(), offer.inn(), "");
        return found(patient.taking(others), List.of(new Order(line, instead))).stream()
                .noneMatch(finding -> finding.tier() == Tier.INTERRUPTIVE);
    }
}
