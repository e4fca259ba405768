package org.clinicdesk.server.drug;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /// A line of the prescription and what its medicine turned out to hold.
    ///
    /// @param later the same in other steps of the course
    private record Line(int number, Examined.Resolved medicine, List<Contents> later) {
        Contents contents() {
            return medicine.contents();
        }
    }

    /// Something in place of what a line orders.
    private record Offer(int line, Ingredient ingredient) {}

    /// The same in English.
    public List<Finding> check(PatientFacts patient, List<Order> orders) {
        return check(patient, orders, Locale.ENGLISH);
    }

    /// The findings, most dangerous first, in a language as far as the knowledge speaks it. Without lines there is nothing
    /// to check.
    public List<Finding> check(PatientFacts patient, List<Order> orders, Locale language) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Examined examined = Examined.of(patient, knowledge);
        List<Line> lines = orders.stream().map(this::line).toList();
        Map<Offer, Boolean> tried = new HashMap<>();
        return found(examined, patient.traits(), lines, knowledge.in(language)).stream()
                .map(finding -> offering(finding, examined, lines, tried))
                .toList();
    }

    private Line line(Order order) {
        return new Line(
                order.line(),
                Examined.Resolved.of(order.medicine(), knowledge),
                order.later().stream()
                        .map(dosing -> knowledge.contents(order.medicine().with(dosing)))
                        .toList());
    }

    private List<Finding> found(
            Examined examined, Traits traits, List<Line> lines, Translations words) {
        Findings findings = new Findings(knowledge, words);
        if (knowledge.lacksOwn()) {
            findings.add(Unchecked.ownRules(lines.getFirst().number()));
        }
        Weights.doubt(lines.getFirst().number(), traits).ifPresent(findings::add);
        examined.taken().forEach(taken -> tell(findings, lines.getFirst().number(), taken));
        lines.forEach(line -> tell(findings, line.number(), line.medicine()));
        List<Use> all =
                Stream.concat(
                                examined.taken().stream().map(Examined.Resolved::contents),
                                lines.stream().map(Line::contents))
                        .flatMap(contents -> contents.uses().stream())
                        .toList();
        for (int i = 0; i < lines.size(); i++) {
            int number = lines.get(i).number();
            Contents ordered = lines.get(i).contents();
            for (Examined.Resolved taken : examined.taken()) {
                checkPair(
                        findings, number, ordered, taken.contents(), true, examined.person(), all);
            }
            for (Line other : lines.subList(0, i)) {
                checkPair(
                        findings, number, ordered, other.contents(), false, examined.person(), all);
            }
            checkEnded(findings, number, ordered, examined, all);
            checkRoute(findings, lines.get(i));
            for (Allergen allergy : examined.allergies()) {
                allergyCheck.check(findings, number, ordered, allergy);
            }
            checkAlone(findings, number, ordered, examined.person(), all);
            for (Contents later : lines.get(i).later()) {
                checkDoses(findings, number, later, examined.person(), with(later, ordered, all));
            }
        }
        return findings.byDanger();
    }

    private static void tell(Findings findings, int line, Examined.Resolved medicine) {
        if (!medicine.contents().complete()) {
            findings.add(Unchecked.medicine(line, medicine.written(), medicine.contents()));
        }
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
                Couple couple =
                        new Couple(
                                line,
                                x,
                                y,
                                x.dosing().renewal() && (taken || y.dosing().renewal()),
                                person.tolerates(x.ingredient(), y.ingredient()));
                rules.interactions()
                        .between(new Situation(person, x, y, all))
                        .ifPresent(match -> findings.add(couple.interaction(match)));
                boolean replaced =
                        taken && x.dosing().renewal() && x.ingredient().equals(y.ingredient());
                if (!replaced) {
                    rules.duplicates()
                            .between(x, y)
                            .ifPresent(rule -> findings.add(couple.duplicate(rule)));
                }
            }
        }
    }

    /// What was ended lately and acts on, or may be taken still; what goes on is checked as that.
    private void checkEnded(
            Findings findings, int line, Contents ordered, Examined examined, List<Use> all) {
        Rules rules = knowledge.rules();
        Person person = examined.person();
        for (Examined.Ended ended : examined.ended()) {
            for (Use y : ended.contents().uses()) {
                if (all.stream().anyMatch(use -> use.ingredient().equals(y.ingredient()))) {
                    continue;
                }
                for (Use x : ordered.uses()) {
                    boolean still = Washouts.maybeTaken(ended.told());
                    int days = still ? 0 : rules.washouts().days(y, x);
                    if (still || ended.told().daysAgo() < days) {
                        boolean tolerated = person.tolerates(x.ingredient(), y.ingredient());
                        Couple couple = new Couple(line, x, y, false, tolerated);
                        rules.interactions()
                                .between(new Situation(person, x, y, all))
                                .ifPresent(match ->
                                        findings.add(couple.after(match, ended.told(), days)));
                    }
                }
            }
        }
    }

    private void checkAlone(
            Findings findings, int line, Contents ordered, Person person, List<Use> all) {
        for (Use use : ordered.uses()) {
            Situation situation = Situation.of(person, use, all);
            knowledge.rules().contraindications().check(findings, line, situation);
            knowledge.rules().monitoring().check(findings, line, situation);
            if (person.childOfUnknownAge() && waitsForAge(situation)) {
                findings.add(Unchecked.age(line, use));
            }
        }
        checkDoses(findings, line, ordered, person, all);
    }

    private boolean waitsForAge(Situation situation) {
        Rules rules = knowledge.rules();
        return rules.contraindications().waitsForAge(situation)
                || rules.doseLimits().waitsForAge(situation);
    }

    private void checkDoses(
            Findings findings, int line, Contents ordered, Person person, List<Use> all) {
        Rules rules = knowledge.rules();
        for (Use use : ordered.uses()) {
            Situation situation = Situation.of(person, use, all);
            rules.doseLimits().check(findings, line, situation);
            if (rules.contraindications().avoidAtThisAge(situation)) {
                continue;
            }
            if (rules.doseLimits().ofAdultsOnly(situation)) {
                findings.add(Unchecked.child(line, use));
            } else if (rules.doseLimits().ofOlderOnly(situation)) {
                findings.add(Unchecked.newborn(line, use));
            }
        }
    }

    /// All that is taken while a line is in another step.
    private static List<Use> with(Contents later, Contents ordered, List<Use> all) {
        return Stream.concat(
                        all.stream().filter(use -> !ordered.uses().contains(use)),
                        later.uses().stream())
                .toList();
    }

    /// Whether the product is made for the route.
    private void checkRoute(Findings findings, Line line) {
        MedicineUse written = line.medicine().written();
        Optional<Route> asked = Route.named(written.route());
        Optional<Medicine> product = knowledge.medicine(written.medicineId());
        Optional<Route> made = product.flatMap(medicine -> Route.named(medicine.route()));
        if (asked.isPresent() && made.isPresent() && !made.get().takes(asked.get())) {
            line.contents().uses().stream()
                    .findFirst()
                    .ifPresent(use ->
                            findings.add(wrongRoute(line.number(), use, made.get(), asked.get())));
        }
    }

    private static Problem wrongRoute(int line, Use ordered, Route made, Route asked) {
        return new Problem(
                        FindingKind.CONTRAINDICATION,
                        "route-of-product",
                        Level.MODERATE,
                        line,
                        ordered.ingredient().inn() + "/route-of-product",
                        Provenance.OWN)
                .of(ordered)
                .says(
                        Sentence.MADE_FOR_ROUTE.of(Phrase.text(made.id()), Phrase.text(asked.id())),
                        Sentence.CHOOSE_FOR_ROUTE.of())
                .by("route")
                .told(Tier.PASSIVE);
    }

    /// What would not interrupt in place of what does, for this very person.
    ///
    /// @param tried what was tried for another finding already, and whether it would not
    private Finding offering(
            Finding finding, Examined examined, List<Line> lines, Map<Offer, Boolean> tried) {
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
                        .filter(offer ->
                                tried.computeIfAbsent(
                                        new Offer(finding.line(), offer),
                                        it -> quiet(it, examined, lines)))
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

    private boolean quiet(Offer offer, Examined examined, List<Line> lines) {
        Stream<Examined.Resolved> others =
                lines.stream().filter(other -> other.number() != offer.line()).map(Line::medicine);
        String inn = offer.ingredient().inn();
        MedicineUse instead = MedicineUse.ofId(offer.ingredient().id(), inn, "");
        Line tried = new Line(offer.line(), Examined.Resolved.of(instead, knowledge), List.of());
        return found(examined.taking(others), Traits.UNKNOWN, List.of(tried), Translations.ENGLISH)
                .stream()
                .noneMatch(finding -> finding.tier() == Tier.INTERRUPTIVE);
    }
}
