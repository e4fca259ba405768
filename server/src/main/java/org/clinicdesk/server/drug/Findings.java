package org.clinicdesk.server.drug;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Collects findings and words them; of those about the same problem the gravest stays, of equally grave ones the
/// first.
final class Findings {
    /// Keeps a key within what an answer may refer to.
    private static final int MAX_NAME = 200;

    private static final int MAX_EFFECT = 400;

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
            Phrase subject,
            Phrase object,
            Phrase effect,
            Phrase management,
            String mechanism,
            Set<String> unknown,
            Provenance provenance,
            Extent extent) {
        private Problem(
                FindingKind kind,
                String rule,
                Level level,
                Tier tier,
                String about,
                int line,
                Phrase subject,
                Phrase object,
                Phrase effect,
                Phrase management,
                String mechanism,
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
                    Set.of(),
                    provenance,
                    Extent.NONE);
        }

        /// Of a dose it is done now, and what could not be checked asks for no other day.
        private int dueDays() {
            return extent.dueDays() > 0 || kind == FindingKind.DOSE || kind == FindingKind.UNCHECKED
                    ? extent.dueDays()
                    : Advice.dueDays(management.english());
        }

        private Phrase says() {
            return Sentence.AND.of(effect, management);
        }
    }

    private final String version;
    private final Translations words;
    private final Map<String, Found> byProblem = new LinkedHashMap<>();

    /// @param version of the knowledge
    Findings(String version, Translations words) {
        this.version = version;
        this.words = words;
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
                        tier(match, couple),
                        pair(ordered, other),
                        line,
                        inn(ordered),
                        inn(other),
                        Phrase.text(rule.effect()),
                        Phrase.text(rule.management()),
                        rule.mechanism(),
                        match.unknown(),
                        new Provenance(rule.provenance().source(), match.reviewed()),
                        Extent.NONE));
    }

    /// That the same substance twice was taken without harm says nothing.
    void duplicate(int line, Use ordered, Use other, Duplicates.Rule rule, Couple couple) {
        boolean same = rule.id().equals(Duplicates.SAME);
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
                        inn(ordered),
                        inn(other),
                        same
                                ? Sentence.SAME_SUBSTANCE_TWICE.of()
                                : Sentence.TWO_OF_A_GROUP.of(Phrase.text(rule.name())),
                        same ? Sentence.STOP_ONE.of() : Sentence.KEEP_ONE.of(),
                        "",
                        rule.provenance()));
    }

    void sameSubstance(int line, Use ordered, Allergen allergy, Agent agent) {
        boolean intolerance = allergy.isIntolerance();
        allergy(
                "allergy-same-substance",
                intolerance
                        ? Level.MODERATE
                        : allergy.isSevere() ? Level.CONTRAINDICATED : Level.MAJOR,
                line,
                ordered,
                agent,
                AllergyWords.sameSubstance(allergy, agent),
                intolerance ? Sentence.ASK_AGAIN : Sentence.NEVER_UNRELATED,
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
        allergy(
                "allergy-" + member.group().id().replace('_', '-'),
                never ? Level.CONTRAINDICATED : interrupts ? Level.MAJOR : Level.MODERATE,
                line,
                ordered,
                agent,
                AllergyWords.crossReaction(allergy, agent, match),
                interrupts ? Sentence.AVOID_UNRELATED : Sentence.ASK_AND_WATCH,
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
                AllergyWords.toleratedSince(allergy, agent, since),
                Sentence.ASK_AND_TAKE_OFF,
                OWN);
    }

    private void allergy(
            String rule,
            Level level,
            int line,
            Use ordered,
            Agent agent,
            Phrase effect,
            Sentence management,
            Provenance provenance) {
        add(
                new Problem(
                        FindingKind.ALLERGY,
                        rule,
                        level,
                        Tier.of(level),
                        agent.id() + "~" + ordered.ingredient().inn(),
                        line,
                        inn(ordered),
                        AllergyWords.name(agent),
                        effect,
                        management.of(),
                        "",
                        provenance));
    }

    /// @param results that the rule judged by
    void contraindication(int line, Use ordered, ContraRule rule, List<Phrase> results) {
        String question = rule.kind().manyQuestions() ? "/" + String.join("+", rule.asks()) : "";
        add(
                new Problem(
                        FindingKind.CONTRAINDICATION,
                        rule.id(),
                        rule.level(),
                        Tier.of(rule.level()),
                        ordered.ingredient().inn()
                                + "/"
                                + clip(rule.kind().id() + question, MAX_NAME / 2),
                        line,
                        inn(ordered),
                        Phrase.NOTHING,
                        Phrase.and(
                                Stream.concat(
                                        Stream.of(Phrase.text(rule.effect())), results.stream())),
                        Phrase.text(rule.management()),
                        rule.kind().id(),
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
                        inn(ordered),
                        Phrase.text(clip(String.join(", ", excess.others()), MAX_NAME)),
                        rule.effect().isEmpty()
                                ? Sentence.STOP.of(excess.words())
                                : Sentence.STOP_AND.of(excess.words(), Phrase.text(rule.effect())),
                        Phrase.text(rule.management()),
                        "",
                        Set.of(),
                        rule.provenance(),
                        new Extent(Finding.AMOUNT + amount, excess.ratio(), 0)));
    }

    /// @param dueDays in how many days to do it
    void monitoring(int line, Use ordered, MonitorRule rule, List<Labs.Lab> missing, int dueDays) {
        Phrase tests = Phrase.list(missing.stream().map(Labs.Lab::name).map(Phrase::text));
        add(
                new Problem(
                        FindingKind.MONITORING,
                        rule.id(),
                        Level.MODERATE,
                        Tier.PASSIVE,
                        ordered.ingredient().inn(),
                        line,
                        inn(ordered),
                        Phrase.NOTHING,
                        Sentence.NO_RECENT_RESULT.of(tests),
                        Phrase.text(rule.text()),
                        "",
                        Set.of(),
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
                Phrase.text(medicine.text()),
                names.isEmpty()
                        ? Sentence.MEDICINE_NOT_KNOWN.of()
                        : Sentence.CHECKED_AS.of(clip(names, MAX_NAME)),
                names.isEmpty() ? Sentence.CHECK_AGAINST_ALL : Sentence.CHOOSE_FROM_LIST);
    }

    void uncheckedAllergy(int line, KnownAllergy allergy) {
        unchecked(
                "unchecked-allergy",
                "allergy/" + clip(Names.fold(allergy.substance()), MAX_NAME),
                line,
                Phrase.text(allergy.substance()),
                Sentence.ALLERGY_NOT_MATCHED.of(),
                Sentence.MATCH_ALLERGY);
    }

    void uncheckedDose(int line, Use ordered, Phrase why) {
        unchecked(
                "unchecked-dose",
                "dose/" + ordered.ingredient().inn(),
                line,
                Sentence.DOSE_OF.of(inn(ordered), why),
                Sentence.DOSE_NOT_CHECKED.of(why),
                Sentence.CHECK_DOSE);
    }

    /// @param others the medicines that hold the same, of which nobody knows how much a day
    void notSummed(int line, Use ordered, List<String> others) {
        String names = clip(String.join(", ", others), MAX_NAME);
        unchecked(
                "unchecked-sum",
                "sum/" + ordered.ingredient().inn(),
                line,
                Sentence.SUM_OF.of(inn(ordered), names),
                Sentence.NOT_SUMMED.of(names),
                Sentence.ADD_UP);
    }

    void noCreatinine(int line, Use ordered) {
        unchecked(
                "unchecked-kidneys",
                "kidneys/" + ordered.ingredient().inn(),
                line,
                Sentence.NO_CREATININE_OF.of(inn(ordered)),
                Sentence.NO_CREATININE.of(),
                Sentence.MEASURE_CREATININE);
    }

    /// @param made the route that the product is made for
    void wrongRoute(int line, Use ordered, Route made, Route asked) {
        add(
                new Problem(
                        FindingKind.CONTRAINDICATION,
                        "route-of-product",
                        Level.MODERATE,
                        Tier.PASSIVE,
                        ordered.ingredient().inn() + "/route-of-product",
                        line,
                        inn(ordered),
                        Phrase.NOTHING,
                        Sentence.MADE_FOR_ROUTE.of(Phrase.text(made.id()), Phrase.text(asked.id())),
                        Sentence.CHOOSE_FOR_ROUTE.of(),
                        "route",
                        OWN));
    }

    /// @param fact that nobody knows, and that would forbid the medicine
    void notAsked(int line, Use ordered, ContraRule.Fact fact) {
        boolean pregnancy = fact == ContraRule.Fact.PREGNANCY;
        Sentence about =
                pregnancy ? Sentence.PREGNANCY_NOT_KNOWN_OF : Sentence.SMOKING_NOT_KNOWN_OF;
        unchecked(
                "unchecked-" + fact.label(),
                fact.label() + "/" + ordered.ingredient().inn(),
                line,
                about.of(inn(ordered)),
                (pregnancy ? Sentence.PREGNANCY_NOT_KNOWN : Sentence.SMOKING_NOT_KNOWN).of(),
                pregnancy ? Sentence.ASK_OR_TEST : Sentence.ASK_AND_RECORD);
    }

    private void unchecked(
            String rule,
            String about,
            int line,
            Phrase subject,
            Phrase effect,
            Sentence management) {
        add(
                new Problem(
                        FindingKind.UNCHECKED,
                        rule,
                        Level.MODERATE,
                        Tier.PASSIVE,
                        about,
                        line,
                        subject,
                        Phrase.NOTHING,
                        effect,
                        management.of(),
                        "",
                        OWN));
    }

    private static Phrase inn(Use use) {
        return Phrase.text(use.ingredient().inn());
    }

    /// How far apart two are taken is told when one of them is new.
    private static Tier tier(Interactions.Match match, Couple couple) {
        boolean apart = couple.stable() && match.rule().onlyApart();
        return apart && match.level() == Level.MODERATE ? Tier.DETAIL : tier(match.level(), couple);
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

    static String clip(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private static String pair(Use one, Use other) {
        String x = one.ingredient().inn();
        String y = other.ingredient().inn();
        return x.compareTo(y) <= 0 ? x + "~" + y : y + "~" + x;
    }

    private void add(Problem problem) {
        String kind = problem.kind().name().toLowerCase(Locale.ROOT);
        byProblem.merge(
                kind + "/" + problem.about(),
                new Found(finding(kind, problem), problem.extent().ratio()),
                (before, now) -> now.graver(before) ? now : before);
    }

    private Finding finding(String kind, Problem problem) {
        String level = problem.level().name().toLowerCase(Locale.ROOT);
        return new Finding(
                String.join("/", kind, problem.rule(), level, problem.about())
                        + problem.extent().amount(),
                problem.kind(),
                problem.level(),
                problem.tier(),
                words.say(problem.subject()),
                words.say(problem.object()),
                clip(words.say(problem.effect()), MAX_EFFECT),
                words.say(problem.management()),
                problem.mechanism(),
                problem.unknown().stream().map(Phrase::text).map(words::say).toList(),
                List.of(),
                problem.rule(),
                problem.provenance().source(),
                version,
                !problem.provenance().reviewed() || !words.reviewed(problem.says()),
                problem.line(),
                problem.dueDays());
    }
}
