package org.clinicdesk.server.drug;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Collects findings and words them; of those about the same problem the gravest stays, of equally grave ones the
/// first.
final class Findings {
    /// Keeps a key within what an answer may refer to.
    private static final int MAX_NAME = 200;

    private final String version;
    private final Map<String, Finding> byProblem = new LinkedHashMap<>();

    Findings(String version) {
        this.version = version;
    }

    List<Finding> byDanger() {
        return byProblem.values().stream().sorted(Finding.BY_DANGER).toList();
    }

    void interaction(int line, Use ordered, Use other, Interactions.Match match) {
        DdiRule rule = match.rule();
        Provenance provenance = new Provenance(rule.provenance().source(), match.reviewed());
        add(
                FindingKind.INTERACTION,
                rule.id(),
                match.level(),
                pair(ordered, other),
                line,
                ordered.ingredient().inn(),
                other.ingredient().inn(),
                rule.effect(),
                rule.management(),
                provenance);
    }

    void duplicate(int line, Use ordered, Use other, Duplicates.Rule rule) {
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
                FindingKind.DUPLICATE,
                rule.id(),
                rule.level(),
                pair(ordered, other),
                line,
                ordered.ingredient().inn(),
                other.ingredient().inn(),
                effect,
                management,
                rule.provenance());
    }

    void sameSubstance(int line, Use ordered, KnownAllergy allergy, Agent agent) {
        boolean intolerance = AllergyCheck.isIntolerance(allergy);
        Level level =
                intolerance
                        ? Level.MODERATE
                        : allergy.severity() == KnownAllergy.Severity.SEVERE
                                ? Level.CONTRAINDICATED
                                : Level.MAJOR;
        String effect =
                intolerance
                        ? "An intolerance of this very substance is recorded."
                        : "An allergy to this very substance is recorded.";
        String management =
                intolerance
                        ? "Ask what happened; choose another medicine if it would happen again."
                        : "Do not give; choose an unrelated medicine.";
        add(
                FindingKind.ALLERGY,
                "allergy-same-substance",
                level,
                agent.id() + "~" + ordered.ingredient().inn(),
                line,
                ordered.ingredient().inn(),
                agent.name(),
                effect,
                management,
                new Provenance("", false));
    }

    void crossReaction(
            int line,
            Use ordered,
            KnownAllergy allergy,
            Agent agent,
            CrossReactivity.Match match,
            boolean interrupts) {
        CrossReactivity.Member member = match.member();
        String what = AllergyCheck.isIntolerance(allergy) ? "intolerance" : "allergy";
        String effect =
                "Recorded "
                        + what
                        + ": "
                        + agent.name()
                        + ". "
                        + likeness(match.relation())
                        + ": "
                        + member.group().name()
                        + ".";
        String management =
                interrupts
                        ? "Avoid; choose an unrelated medicine, or ask an allergist."
                        : "Ask what happened and how badly; watch the first dose, or choose an"
                                + " unrelated medicine.";
        add(
                FindingKind.ALLERGY,
                "allergy-" + member.group().id().replace('_', '-'),
                interrupts ? Level.MAJOR : Level.MODERATE,
                agent.id() + "~" + ordered.ingredient().inn(),
                line,
                ordered.ingredient().inn(),
                agent.name(),
                effect,
                management,
                member.provenance());
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

    void uncheckedMedicine(int line, MedicineUse medicine) {
        add(
                FindingKind.UNCHECKED,
                "unchecked-medicine",
                Level.MODERATE,
                "medicine/" + clip(medicine.text()),
                line,
                medicine.text(),
                "",
                "Not known to the checks, wholly or in part: interactions, allergies and duplicates"
                        + " may be missed.",
                "Check it yourself against the other medicines and the allergies.",
                new Provenance("", false));
    }

    void uncheckedAllergy(int line, KnownAllergy allergy) {
        add(
                FindingKind.UNCHECKED,
                "unchecked-allergy",
                Level.MODERATE,
                "allergy/" + clip(allergy.substance()),
                line,
                allergy.substance(),
                "",
                "This allergy is not matched to a substance the checks know: no medicine was"
                        + " checked against it.",
                "Check it yourself, and match the allergy to a substance in the record.",
                new Provenance("", false));
    }

    private static String clip(String text) {
        String folded = Names.fold(text);
        return folded.length() > MAX_NAME ? folded.substring(0, MAX_NAME) : folded;
    }

    private static String pair(Use one, Use other) {
        String x = one.ingredient().inn();
        String y = other.ingredient().inn();
        return x.compareTo(y) <= 0 ? x + "~" + y : y + "~" + x;
    }

    private void add(
            FindingKind kind,
            String rule,
            Level level,
            String about,
            int line,
            String subject,
            String object,
            String effect,
            String management,
            Provenance provenance) {
        String kindName = kind.name().toLowerCase(Locale.ROOT);
        String key = String.join("/", kindName, rule, level.name().toLowerCase(Locale.ROOT), about);
        Finding finding =
                new Finding(
                        key,
                        kind,
                        level,
                        Tier.of(level),
                        subject,
                        object,
                        effect,
                        management,
                        rule,
                        provenance.source(),
                        version,
                        !provenance.reviewed(),
                        line);
        byProblem.merge(
                kindName + "/" + about,
                finding,
                (before, now) -> now.level().compareTo(before.level()) > 0 ? now : before);
    }
}
