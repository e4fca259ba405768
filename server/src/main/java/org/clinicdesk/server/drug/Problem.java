package org.clinicdesk.server.drug;

import java.util.Set;

/// What a check found, before it is put into words. What is not said is left out: by itself its tier is that of its level.
final class Problem {
    final FindingKind kind;
    final String rule;
    final Level level;
    final int line;
    final Provenance provenance;

    /// What makes the problem this one among those of its kind.
    final String about;

    Phrase subject = Phrase.NOTHING;
    Phrase object = Phrase.NOTHING;
    Phrase effect = Phrase.NOTHING;
    Phrase management = Phrase.NOTHING;
    String mechanism = "";
    Tier tier;

    /// What would make it graver if it were known to be so.
    Set<String> unknown = Set.of();

    /// How much was ordered; empty where the amount plays no part.
    String amount = "";

    /// How far beyond its limit.
    double ratio;

    private int dueDays;

    Problem(
            FindingKind kind,
            String rule,
            Level level,
            int line,
            String about,
            Provenance provenance) {
        this.kind = kind;
        this.rule = rule;
        this.level = level;
        this.line = line;
        this.about = about;
        this.provenance = provenance;
        tier = Tier.of(level);
    }

    /// Of a medicine.
    Problem of(Use subject) {
        return of(inn(subject));
    }

    Problem of(Phrase subject) {
        this.subject = subject;
        return this;
    }

    /// What the subject comes together with.
    Problem with(Phrase object) {
        this.object = object;
        return this;
    }

    Problem says(Phrase effect, Phrase management) {
        this.effect = effect;
        this.management = management;
        return this;
    }

    Problem by(String mechanism) {
        this.mechanism = mechanism;
        return this;
    }

    Problem told(Tier tier) {
        this.tier = tier;
        return this;
    }

    Problem unknown(Set<String> unknown) {
        this.unknown = unknown;
        return this;
    }

    Problem beyond(double ratio, String amount) {
        this.ratio = ratio;
        this.amount = amount;
        return this;
    }

    /// Until when to do what it asks for.
    Problem due(int days) {
        dueDays = days;
        return this;
    }

    /// In how many days to do what it asks for; 0: not said. Of a dose it is done now, and what could not be checked asks
    /// for no other day.
    int dueDays() {
        return dueDays > 0 || kind == FindingKind.DOSE || kind == FindingKind.UNCHECKED
                ? dueDays
                : Advice.dueDays(management.english());
    }

    static Phrase inn(Use use) {
        return Phrase.text(use.ingredient().inn());
    }
}
