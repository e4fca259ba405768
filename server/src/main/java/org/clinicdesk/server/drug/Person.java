package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// [PatientFacts] as the rules ask for them: conditions with what they are kinds of, the newest of each result, and what
/// follows from them.
final class Person {
    private static final String PREGNANCY = "pregnancy";
    private static final String EGFR = "egfr";
    private static final String LACTATION = "lactation";
    private static final String TOBACCO = "tobacco";
    private static final double DAYS_A_YEAR = 365.25;
    private static final double YOUNGEST_MOTHER = 10;
    private static final double OLDEST_MOTHER = 60;

    /// Nobody of 12 years and more weighs less, but in great want; up to the other, a child may well be.
    private static final double CHILD_KG = 28;

    private static final double GROWN_KG = 45;
    private static final double GROWN = 12;
    private static final double ADULT = 18;

    /// Below it a body is a child's, whatever its age.
    private static final double LIGHT_KG = 40;

    /// So many times what the heaviest of a hundred weigh.
    private static final double TOO_HEAVY = 2;

    /// What a result tells of a person as surely as a diagnosis.
    private enum Measured {
        HEART_FAILURE("lvef", 3650) {
            @Override
            Truth in(Range value) {
                return value.less(40);
            }
        },
        HYPERTENSION_UNCONTROLLED("systolic_bp", 30) {
            @Override
            Truth in(Range value) {
                return value.less(180).not();
            }
        };

        private final String lab;
        private final int days;

        Measured(String lab, int days) {
            this.lab = lab;
            this.days = days;
        }

        abstract Truth in(Range value);

        String condition() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Traits traits;
    private final Conditions conditions;
    private final Set<String> recorded = new HashSet<>();
    private final Map<String, LabResult> latest = new HashMap<>();
    private final Map<String, UnreadResult> unread = new HashMap<>();
    private final Set<ToleratedPair> tolerated;
    private final @Nullable LabResult egfr;
    private final @Nullable Range age;
    private final @Nullable Range weight;

    Person(PatientFacts facts, Conditions conditions, Growth growth) {
        this.traits = facts.traits();
        this.conditions = conditions;
        facts.conditions().forEach(id -> recorded.addAll(conditions.withParents(id)));
        for (LabResult result : facts.results()) {
            latest.merge(
                    result.lab(),
                    result,
                    (one, other) -> other.ageDays() < one.ageDays() ? other : one);
        }
        for (UnreadResult result : facts.unread()) {
            unread.merge(
                    result.lab(),
                    result,
                    (one, other) -> other.ageDays() < one.ageDays() ? other : one);
        }
        for (Measured measured : Measured.values()) {
            if (shown(measured)) {
                recorded.addAll(conditions.withParents(measured.condition()));
            }
        }
        this.tolerated = facts.toleratedPairs();
        this.egfr = filtration();
        this.age = age(growth);
        this.weight = weight(growth);
    }

    private Person(Person other, Range age) {
        traits = other.traits;
        conditions = other.conditions;
        recorded.addAll(other.recorded);
        latest.putAll(other.latest);
        unread.putAll(other.unread);
        tolerated = other.tolerated;
        egfr = other.egfr;
        weight = other.weight;
        this.age = age;
    }

    /// The same as if not yet grown.
    Person asChild() {
        return new Person(this, Range.exactly(Math.nextDown(GROWN)));
    }

    /// From 12 years on, and no heavier than a child.
    boolean lightAdolescent() {
        return age != null
                && age.less(GROWN) == Truth.FALSE
                && age.less(ADULT) == Truth.TRUE
                && weight != null
                && weighed()
                && weight.less(LIGHT_KG) == Truth.TRUE;
    }

    /// As it was told; else the weight of a child tells that it is one, and how old at least.
    private @Nullable Range age(Growth growth) {
        Double kg = traits.weight();
        return traits.age() == null && kg != null && kg < CHILD_KG
                ? Range.below(growth.youngest(kg), GROWN)
                : traits.age();
    }

    /// Whether somebody who is or may well be a child is of no age that anybody told.
    boolean childOfUnknownAge() {
        return traits.age() == null && traits.weight() != null && traits.weight() < GROWN_KG;
    }

    /// As it was measured, else what is plausible of a child.
    private @Nullable Range weight(Growth growth) {
        Double heaviest = traits.age() == null ? null : growth.heaviest(traits.age());
        if (weighed(heaviest)) {
            return Range.exactly(Objects.requireNonNull(traits.weight()));
        }
        return heaviest == null ? null : new Range(0, heaviest);
    }

    /// A weight that no child of this age has is a slip.
    private boolean weighed(@Nullable Double heaviest) {
        return traits.weight() != null
                && (heaviest == null || traits.weight() <= TOO_HEAVY * heaviest);
    }

    private boolean shown(Measured measured) {
        LabResult result = latest.get(measured.lab);
        return result != null
                && result.ageDays() <= measured.days
                && measured.in(result.value()) == Truth.TRUE;
    }

    /// The test whose result tells that the condition is there; none where it is recorded or not there.
    Optional<String> measuredBy(String condition) {
        return Arrays.stream(Measured.values())
                .filter(it -> it.condition().equals(condition) && shown(it))
                .map(it -> it.lab)
                .findFirst();
    }

    /// Measured or reported, or else computed from the newer creatinine.
    private @Nullable LabResult filtration() {
        LabResult told = latest.get(EGFR);
        LabResult creatinine = latest.get("creatinine");
        boolean newer = told == null || creatinine != null && creatinine.ageDays() < told.ageDays();
        if (creatinine != null && newer && traits.age() != null) {
            Range computed = KidneyFunction.egfr(creatinine.value(), traits.age(), traits.sex());
            if (computed != null) {
                return new LabResult(EGFR, computed, creatinine.ageDays());
            }
        }
        return told;
    }

    /// Whether anything of a body is known: pairs of medicines are judged without one.
    boolean isSomebody() {
        return !traits.equals(Traits.UNKNOWN) || !recorded.isEmpty() || !latest.isEmpty();
    }

    /// Years; of a child of unknown age what its weight tells.
    @Nullable Range age() {
        return age;
    }

    @Nullable Range ageDays() {
        return age == null ? null : age.times(DAYS_A_YEAR);
    }

    /// kg; of a child whom nobody has weighed up to what the heaviest of that age weigh.
    @Nullable Range weight() {
        return weight;
    }

    boolean weighed() {
        return weight != null && weight.min() > 0;
    }

    /// kg that somebody wrote down, and that cannot be.
    @Nullable Double impossibleWeight() {
        return weighed() ? null : traits.weight();
    }

    @Nullable Range egfr() {
        return egfr == null ? null : egfr.value();
    }

    @Nullable Range weeks() {
        return traits.weeks();
    }

    @Nullable Range lab(String id) {
        LabResult result = result(id);
        return result == null ? null : result.value();
    }

    /// The newest, or what was computed from it.
    @Nullable LabResult result(String lab) {
        return lab.equals(EGFR) ? egfr : latest.get(lab);
    }

    /// The newest of a test, where nobody can read it: what is older says little of today. Of the kidneys the creatinine.
    Optional<UnreadResult> unread(String lab) {
        UnreadResult found = unread.get(lab);
        LabResult read = latest.get(lab);
        if (found != null && (read == null || found.ageDays() <= read.ageDays())) {
            return Optional.of(found);
        }
        return lab.equals(EGFR) ? unread("creatinine") : Optional.empty();
    }

    /// Whether the two were taken together without harm.
    boolean tolerates(Ingredient one, Ingredient other) {
        return !tolerated.isEmpty()
                && tolerated.contains(new ToleratedPair(one.inn(), other.inn()));
    }

    /// Whether there is a result that is not older.
    boolean hasResult(String lab, double days) {
        LabResult result = latest.get(lab);
        return result != null && result.ageDays() <= days;
    }

    /// What is not recorded is not there.
    boolean has(String condition) {
        return recorded.contains(condition);
    }

    /// Whether one of these conditions is the wanted one or a kind of it.
    boolean isKind(Collection<String> ids, String wanted) {
        return ids.stream().anyMatch(id -> conditions.withParents(id).contains(wanted));
    }

    Truth female() {
        return traits.sex() == null ? Truth.UNKNOWN : Truth.of(traits.sex() == Sex.FEMALE);
    }

    Truth pregnant() {
        if (traits.pregnant() != null || has(PREGNANCY)) {
            return Truth.of(has(PREGNANCY) || Boolean.TRUE.equals(traits.pregnant()));
        }
        return mayBeMother() == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    Truth lactating() {
        if (traits.lactating() != null || has(LACTATION)) {
            return Truth.of(has(LACTATION) || Boolean.TRUE.equals(traits.lactating()));
        }
        return mayBeMother() == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    private Truth mayBeMother() {
        Truth old = within(YOUNGEST_MOTHER, OLDEST_MOTHER);
        return female().and(old);
    }

    private Truth within(double from, double to) {
        return age == null ? Truth.UNKNOWN : age.less(from).not().and(age.more(to).not());
    }

    /// May become pregnant: a woman from 12 to 55 who is not known to be sterile or on contraception.
    Truth fertile() {
        if (traits.childbearing() != null) {
            return Truth.of(traits.childbearing());
        }
        return female().and(within(12, 55));
    }

    /// What was asked counts more than a diagnosis, which may be an old one.
    Truth smoker() {
        if (traits.smoker() != null) {
            return Truth.of(traits.smoker());
        }
        return has(TOBACCO) ? Truth.TRUE : Truth.UNKNOWN;
    }
}
