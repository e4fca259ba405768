package org.clinicdesk.server.drug;

/// Two medicines that come together, and how.
///
/// @param stable both were taken before and go on
/// @param tolerated they were taken together without harm
record Couple(int line, Use ordered, Use other, boolean stable, boolean tolerated) {
    Problem interaction(Interactions.Match match) {
        DdiRule rule = match.rule();
        Provenance provenance = new Provenance(rule.provenance().source(), match.reviewed());
        return new Problem(
                        FindingKind.INTERACTION, rule.id(), match.level(), line, pair(), provenance)
                .of(ordered)
                .with(Problem.inn(other))
                .says(Phrase.text(rule.effect()), Phrase.text(rule.management()))
                .by(rule.mechanism())
                .told(tier(match))
                .unknown(match.unknown());
    }

    /// The same with something that was ended.
    ///
    /// @param days how long it acts on; 0: it may be taken still
    Problem after(Interactions.Match match, EndedMedicine ended, int days) {
        Phrase name = Problem.inn(other);
        Phrase why =
                days == 0
                        ? Sentence.RAN_OUT.of(name, ended.daysAgo())
                        : Sentence.ACTS_ON.of(name, ended.daysAgo(), days);
        DdiRule rule = match.rule();
        return interaction(match)
                .says(Sentence.AND.of(why, Phrase.text(rule.effect())), management(rule, days));
    }

    private static Phrase management(DdiRule rule, int days) {
        Phrase usual = Phrase.text(rule.management());
        return days == 0
                ? Sentence.AND.of(Sentence.ASK_WHETHER_TAKEN.of(), usual)
                : Sentence.AND.of(Sentence.WAIT_DAYS.of(days), usual);
    }

    /// That the same substance twice was taken without harm says nothing.
    Problem duplicate(Duplicates.Rule rule) {
        boolean same = rule.id().equals(Duplicates.SAME);
        return new Problem(
                        FindingKind.DUPLICATE,
                        rule.id(),
                        rule.level(),
                        line,
                        pair(),
                        rule.provenance())
                .of(ordered)
                .with(Problem.inn(other))
                .says(
                        same
                                ? Sentence.SAME_SUBSTANCE_TWICE.of()
                                : Sentence.TWO_OF_A_GROUP.of(Phrase.text(rule.name())),
                        same ? Sentence.STOP_ONE.of() : Sentence.KEEP_ONE.of())
                .told(tier(rule.level(), tolerated && !same));
    }

    private String pair() {
        String x = ordered.ingredient().inn();
        String y = other.ingredient().inn();
        return x.compareTo(y) <= 0 ? x + "~" + y : y + "~" + x;
    }

    /// How far apart two are taken is told when one of them is new.
    private Tier tier(Interactions.Match match) {
        boolean apart = stable && match.rule().onlyApart();
        return apart && match.level() == Level.MODERATE
                ? Tier.DETAIL
                : tier(match.level(), tolerated);
    }

    /// Two that are lived with already and only go on interrupt only when they are contraindicated; what was taken without
    /// harm is told one step more quietly.
    private Tier tier(Level level, boolean tolerated) {
        if (level == Level.CONTRAINDICATED) {
            return Tier.of(level);
        }
        if (tolerated) {
            return level == Level.MAJOR ? Tier.PASSIVE : Tier.DETAIL;
        }
        return level == Level.MAJOR && stable ? Tier.PASSIVE : Tier.of(level);
    }
}
