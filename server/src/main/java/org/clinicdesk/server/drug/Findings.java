package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Collects findings and words them; of those about the same problem the gravest stays, of equally grave ones the
/// first.
final class Findings {
    /// Keeps a key within what an answer may refer to.
    private static final int MAX_NAME = 200;

    private static final int MAX_EFFECT = 400;

    /// Of what a person told, so that the rest has room.
    private static final int MAX_TOLD = 80;

    private static final Provenance OWN = new Provenance("", false);

    /// @param amount how much was ordered; empty where the amount plays no part
    /// @param ratio how far beyond its limit
    /// @param dueDays until when to do what it asks for; 0: not said
    private record Extent(String amount, double ratio, int dueDays) {
        private static final Extent NONE = new Extent("", 0, 0);
    }

    /// A finding and how far it goes, by which the graver of two is told.
    private record Found(Finding finding, double ratio) {
        boolean graver(Found other) {
            int level = finding.level().compareTo(other.finding.level());
            return level > 0 || level == 0 && ratio > other.ratio;
        }
    }

    /// @param about what makes the problem this one among those of its kind
    private record Problem(
            FindingKind kind,
            String rule,
            Level level,
            Tier tier,
            String about,
            int line,
            String subject,
            String object,
            String effect,
            String management,
            String mechanism,
            List<String> unknown,
            Provenance provenance,
            Extent extent) {
        private Problem(
                FindingKind kind,
                String rule,
                Level level,
                Tier tier,
                String about,
                int line,
                String subject,
                String object,
                String effect,
                String management,
                String mechanism,
                List<String> unknown,
                Provenance provenance) {
            this(
                    kind,
                    rule,
                    level,
                    tier,
                    about,
                    line,
                    subject,
                    object,
                    effect,
                    management,
                    mechanism,
                    unknown,
                    provenance,
                    Extent.NONE);
        }
    }

    private final String version;
    private final Map<String, Found> byProblem = new LinkedHashMap<>();

    Findings(String version) {
        this.version = version;
    }

    List<Finding> byDanger() {
        return byProblem.values().stream().map(Found::finding).sorted(Finding.BY_DANGER).toList();
    }

    /// How two came together.
    ///
    /// @param stable both were taken before and go on
    /// @param tolerated they were taken together without harm
    record Couple(boolean stable, boolean tolerated) {}

    void interaction(int line, Use ordered, Use other, Interactions.Match match, Couple couple) {
        DdiRule rule = match.rule();
        add(
                new Problem(
                        FindingKind.INTERACTION,
                        rule.id(),
                        match.level(),
                        tier(match.level(), couple),
                        pair(ordered, other),
                        line,
                        ordered.ingredient().inn(),
                        other.ingredient().inn(),
                        rule.effect(),
                        rule.management(),
                        rule.mechanism(),
                        List.copyOf(match.unknown()),
                        new Provenance(rule.provenance().source(), match.reviewed())));
    }

    /// That the same substance twice was taken without harm says nothing.
    void duplicate(int line, Use ordered, Use other, Duplicates.Rule rule, Couple couple) {
        boolean same = rule.id().equals(Duplicates.SAME);
        String effect =
                same
                        ? "The same substance twice: the doses add up."
                        : "Two of one group, of which one is enough: " + rule.name() + ".";
        String management =
                same
                        ? "Stop one of them, or replace the earlier order by this one."
                        : "Keep one of them; stop the other, or replace the earlier order by this"
                                + " one.";
        add(
                new Problem(
                        FindingKind.DUPLICATE,
                        rule.id(),
                        rule.level(),
                        tier(
                                rule.level(),
                                new Couple(couple.stable(), couple.tolerated() && !same)),
                        pair(ordered, other),
                        line,
                        ordered.ingredient().inn(),
                        other.ingredient().inn(),
                        effect,
                        management,
                        "",
                        List.of(),
                        rule.provenance()));
    }

    void sameSubstance(int line, Use ordered, Allergen allergy, Agent agent) {
        boolean intolerance = allergy.isIntolerance();
        Level level =
                intolerance
                        ? Level.MODERATE
                        : allergy.isSevere() ? Level.CONTRAINDICATED : Level.MAJOR;
        allergy(
                "allergy-same-substance",
                level,
                line,
                ordered,
                agent,
                (intolerance
                                ? "An intolerance of this very substance is recorded"
                                : "An allergy to this very substance is recorded")
                        + told(allergy, agent)
                        + ".",
                intolerance
                        ? "Ask what happened; choose another medicine if it would happen again."
                        : "Do not give; choose an unrelated medicine.",
                OWN);
    }

    void crossReaction(
            int line,
            Use ordered,
            Allergen allergy,
            Agent agent,
            CrossReactivity.Match match,
            boolean interrupts) {
        CrossReactivity.Member member = match.member();
        boolean never = interrupts && allergy.isSevere() && match.relation().close();
        String effect =
                recorded(allergy, agent)
                        + " "
                        + likeness(match.relation())
                        + ": "
                        + member.group().name()
                        + ".";
        allergy(
                "allergy-" + member.group().id().replace('_', '-'),
                never ? Level.CONTRAINDICATED : interrupts ? Level.MAJOR : Level.MODERATE,
                line,
                ordered,
                agent,
                effect,
                interrupts
                        ? "Avoid; choose an unrelated medicine, or ask an allergist."
                        : "Ask what happened and how badly; watch the first dose, or choose an"
                                + " unrelated medicine.",
                member.provenance());
    }

    /// Taken since without harm, in spite of a severe reaction: told, so that the next one knows.
    void toleratedSince(int line, Use ordered, Allergen allergy, Agent agent, String since) {
        allergy(
                "allergy-tolerated",
                Level.MODERATE,
                line,
                ordered,
                agent,
                recorded(allergy, agent) + " Tolerated since, as recorded: " + since + ".",
                "Ask whether it was taken since the reaction; if so, take the allergy off the"
                        + " record.",
                OWN);
    }

    private static String recorded(Allergen allergy, Agent agent) {
        String what = allergy.isIntolerance() ? "intolerance" : "allergy";
        return "Recorded " + what + ": " + agent.name() + told(allergy, agent) + ".";
    }

    /// What was told of it, in brackets; empty when nothing was.
    private static String told(Allergen allergy, Agent agent) {
        KnownAllergy told = allergy.told();
        boolean named = Names.fold(told.substance()).equals(Names.fold(agent.name()));
        String words =
                Stream.of(named ? "" : told.substance(), told.reaction(), told.since())
                        .filter(word -> !word.isBlank())
                        .map(word -> clip(word, MAX_TOLD))
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private void allergy(
            String rule,
            Level level,
            int line,
            Use ordered,
            Agent agent,
            String effect,
            String management,
            Provenance provenance) {
        add(
                new Problem(
                        FindingKind.ALLERGY,
                        rule,
                        level,
                        Tier.of(level),
                        agent.id() + "~" + ordered.ingredient().inn(),
                        line,
                        ordered.ingredient().inn(),
                        agent.name(),
                        clip(effect, MAX_EFFECT),
                        management,
                        "",
                        List.of(),
                        provenance));
    }

    private static String likeness(CrossReactivity.Relation relation) {
        return switch (relation) {
            case IDENTICAL -> "The same side chain";
            case SIMILAR -> "A similar structure";
            case CORE -> "The same core structure";
            case CLASS -> "The same class";
            case CONTAINS -> "It holds or releases the allergen";
            case UNSPECIFIED -> "It may cross-react, as the exact allergen is not known";
        };
    }

    void contraindication(int line, Use ordered, ContraRule rule) {
        String inn = ordered.ingredient().inn();
        String question = rule.kind().manyQuestions() ? "/" + String.join("+", rule.asks()) : "";
        add(
                new Problem(
                        FindingKind.CONTRAINDICATION,
                        rule.id(),
                        rule.level(),
                        Tier.of(rule.level()),
                        inn + "/" + clip(rule.kind().id() + question, MAX_NAME / 2),
                        line,
                        inn,
                        "",
                        rule.effect(),
                        rule.management(),
                        rule.kind().id(),
                        List.of(),
                        rule.provenance()));
    }

    /// @param amount what was ordered
    void dose(int line, Use ordered, DoseRule rule, DoseCheck.Excess excess, String amount) {
        add(
                new Problem(
                        FindingKind.DOSE,
                        rule.id(),
                        excess.level(),
                        Tier.of(excess.level()),
                        ordered.ingredient().inn(),
                        line,
                        ordered.ingredient().inn(),
                        clip(String.join(", ", excess.others()), MAX_NAME),
                        clip(excess.words() + ". " + rule.effect(), MAX_EFFECT),
                        rule.management(),
                        "",
                        List.of(),
                        rule.provenance(),
                        new Extent(Finding.AMOUNT + amount, excess.ratio(), 0)));
    }

    /// @param dueDays in how many days to do it
    void monitoring(int line, Use ordered, MonitorRule rule, List<Labs.Lab> missing, int dueDays) {
        String tests = missing.stream().map(Labs.Lab::name).collect(Collectors.joining(", "));
        add(
                new Problem(
                        FindingKind.MONITORING,
                        rule.id(),
                        Level.MODERATE,
                        Tier.PASSIVE,
                        ordered.ingredient().inn(),
                        line,
                        ordered.ingredient().inn(),
                        "",
                        clip("No recent result: " + tests + ".", MAX_EFFECT),
                        rule.text(),
                        "",
                        List.of(),
                        rule.provenance(),
                        new Extent("", 0, dueDays)));
    }

    /// @param read what was understood of it, and is checked
    void uncheckedMedicine(int line, MedicineUse medicine, List<Use> read) {
        String names =
                read.stream()
                        .map(use -> use.ingredient().inn())
                        .distinct()
                        .collect(Collectors.joining(" + "));
        unchecked(
                "unchecked-medicine",
                "medicine/" + clip(Names.fold(medicine.text()), MAX_NAME),
                line,
                medicine.text(),
                names.isEmpty()
                        ? "Not known to the checks: interactions, allergies and duplicates may be"
                                + " missed."
                        : clip(
                                "Checked as "
                                        + names
                                        + ", which is what it seems to be called. What else it may"
                                        + " hold was not checked.",
                                MAX_EFFECT),
                names.isEmpty()
                        ? "Check it yourself against the other medicines and the allergies."
                        : "Choose it from the list, or check what else is in it yourself.");
    }

    void uncheckedAllergy(int line, KnownAllergy allergy) {
        unchecked(
                "unchecked-allergy",
                "allergy/" + clip(Names.fold(allergy.substance()), MAX_NAME),
                line,
                allergy.substance(),
                "This allergy is not matched to a substance the checks know: no medicine was"
                        + " checked against it.",
                "Check it yourself, and match the allergy to a substance in the record.");
    }

    void uncheckedDose(int line, Use ordered, String why) {
        String inn = ordered.ingredient().inn();
        unchecked(
                "unchecked-dose",
                "dose/" + inn,
                line,
                "dose of " + inn + ": " + why,
                "The dose was not checked: " + why + ".",
                "Check the dose yourself, or complete the order and the record.");
    }

    /// @param others the medicines that hold the same, of which nobody knows how much a day
    void notSummed(int line, Use ordered, List<String> others) {
        String inn = ordered.ingredient().inn();
        String names = clip(String.join(", ", others), MAX_NAME);
        unchecked(
                "unchecked-sum",
                "sum/" + inn,
                line,
                inn + " in all: dose of " + names,
                "The dose was checked alone: how much of it is taken with "
                        + names
                        + " is not known.",
                "Add up the day's dose yourself, or complete the record.");
    }

    void noCreatinine(int line, Use ordered) {
        String inn = ordered.ingredient().inn();
        unchecked(
                "unchecked-kidneys",
                "kidneys/" + inn,
                line,
                inn + ": no creatinine",
                "No creatinine is known of an older person, and this medicine depends on the"
                        + " kidneys.",
                "Measure creatinine, or enter the result.");
    }

    /// @param made the route that the product is made for
    void wrongRoute(int line, Use ordered, String made, String asked) {
        String inn = ordered.ingredient().inn();
        add(
                new Problem(
                        FindingKind.CONTRAINDICATION,
                        "route-of-product",
                        Level.MODERATE,
                        Tier.PASSIVE,
                        inn + "/route-of-product",
                        line,
                        inn,
                        "",
                        "The product is made for the route " + made + ", not " + asked + ".",
                        "Choose a product for this route, or correct the route.",
                        "route",
                        List.of(),
                        OWN));
    }

    /// @param fact that nobody knows, and that would forbid the medicine
    void notAsked(int line, Use ordered, ContraRule.Fact fact) {
        String inn = ordered.ingredient().inn();
        unchecked(
                "unchecked-" + fact.label(),
                fact.label() + "/" + inn,
                line,
                inn + ": " + fact.label() + " not known",
                switch (fact) {
                    case PREGNANCY ->
                            "Whether she is pregnant is not known, and this medicine must not be"
                                    + " given in pregnancy.";
                    case SMOKING ->
                            "Whether the person smokes is not known, and this medicine must not be"
                                    + " given to a smoker of this age.";
                },
                switch (fact) {
                    case PREGNANCY -> "Ask, test if in doubt, and record the answer.";
                    case SMOKING -> "Ask, and record the answer.";
                });
    }

    private void unchecked(
            String rule, String about, int line, String subject, String effect, String management) {
        add(
                new Problem(
                        FindingKind.UNCHECKED,
                        rule,
                        Level.MODERATE,
                        Tier.PASSIVE,
                        about,
                        line,
                        subject,
                        "",
                        effect,
                        management,
                        "",
                        List.of(),
                        OWN));
    }

    /// Two that are lived with already and only go on interrupt only when they are contraindicated; what was taken without
    /// harm is told one step more quietly.
    private static Tier tier(Level level, Couple couple) {
        if (level == Level.CONTRAINDICATED) {
            return Tier.of(level);
        }
        if (couple.tolerated()) {
            return level == Level.MAJOR ? Tier.PASSIVE : Tier.DETAIL;
        }
        return level == Level.MAJOR && couple.stable() ? Tier.PASSIVE : Tier.of(level);
    }

    private static String clip(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private static String pair(Use one, Use other) {
        String x = one.ingredient().inn();
        String y = other.ingredient().inn();
        return x.compareTo(y) <= 0 ? x + "~" + y : y + "~" + x;
    }

    private void add(Problem problem) {
        String kind = problem.kind().name().toLowerCase(Locale.ROOT);
        String level = problem.level().name().toLowerCase(Locale.ROOT);
        Finding finding =
                new Finding(
                        String.join("/", kind, problem.rule(), level, problem.about())
                                + problem.extent().amount(),
                        problem.kind(),
                        problem.level(),
                        problem.tier(),
                        problem.subject(),
                        problem.object(),
                        problem.effect(),
                        problem.management(),
                        problem.mechanism(),
                        new ArrayList<>(problem.unknown()),
                        List.of(),
                        problem.rule(),
                        problem.provenance().source(),
                        version,
                        !problem.provenance().reviewed(),
                        problem.line(),
                        problem.extent().dueDays());
        byProblem.merge(
                kind + "/" + problem.about(),
                new Found(finding, problem.extent().ratio()),
                (before, now) -> now.graver(before) ? now : before);
    }
}
