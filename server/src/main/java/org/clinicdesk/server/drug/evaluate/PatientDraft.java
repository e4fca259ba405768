package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.EndedMedicine;
import org.clinicdesk.server.drug.KnownAllergy;
import org.clinicdesk.server.drug.LabResult;
import org.clinicdesk.server.drug.MedicineUse;
import org.clinicdesk.server.drug.PatientFacts;
import org.clinicdesk.server.drug.Range;
import org.clinicdesk.server.drug.Sex;
import org.clinicdesk.server.drug.Traits;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A patient while the text is read.
final class PatientDraft {
    private static final double ADULT = 18;
    private static final double GROWN = 12;
    private static final double LIGHTEST_ADULT_KG = 25;

    private @Nullable Range age;
    private String ageWords = "";
    private boolean ageSure;
    private @Nullable Sex sex;
    private @Nullable Double weight;
    private @Nullable Boolean pregnant;
    private @Nullable Range weeks;
    private @Nullable Boolean lactating;
    private @Nullable Boolean smoker;
    private @Nullable Boolean childbearing;
    private final Set<String> conditions = new HashSet<>();
    private final List<LabResult> results = new ArrayList<>();
    private final List<KnownAllergy> allergies = new ArrayList<>();
    private final Set<String> tolerated = new HashSet<>();
    private final List<MedicineUse> medicines = new ArrayList<>();
    private final List<EndedMedicine> ended = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private AgePhrases.Before before = AgePhrases.Before.PERSON;
    private boolean apart;

    /// What was read last decides whether a span of time is an age.
    void said(AgePhrases.Before kind) {
        before = kind;
        apart = false;
    }

    void comma() {
        apart = true;
    }

    AgePhrases.Before before() {
        return before;
    }

    boolean apart() {
        return apart;
    }

    /// One age holds: of two that contradict each other the surer, else the first. The other is said not to be read.
    ///
    /// @param sure said to be an age, and no mere span of time
    void age(double years, String words, boolean sure) {
        boolean counted = !ageWords.isEmpty();
        boolean grown = !counted && age != null && age.min() >= GROWN;
        if (counted && age != null && Math.abs(age.min() - years) < 1e-9) {
            return;
        }
        if (counted && (ageSure || !sure) || !sure && grown && years < GROWN) {
            unread(words);
            return;
        }
        if (counted) {
            unread(ageWords);
        }
        age = Range.exactly(years);
        ageWords = words;
        ageSure = sure;
    }

    /// What a word such as "child" tells of the age holds only when no number does; two words, "elderly woman", hold
    /// together where they can.
    void ageGroup(double from, double below) {
        if (!ageWords.isEmpty()) {
            boolean tooYoung = !ageSure && from >= GROWN && age != null && age.max() < GROWN;
            if (!tooYoung) {
                return;
            }
            unread(ageWords);
            ageWords = "";
            age = null;
        }
        boolean overlap = age != null && from <= age.max() && age.min() < below;
        age =
                age == null || !overlap
                        ? Range.below(from, below)
                        : new Range(
                                Math.max(from, age.min()),
                                Math.min(Math.nextDown(below), age.max()));
    }

    void sex(Sex said) {
        sex = said;
    }

    /// Of two weights the first.
    void weight(double kg, String words) {
        if (weight == null) {
            weight = kg;
        } else if (Math.abs(weight - kg) > 0.01 * kg) {
            unread(words);
        }
    }

    @Nullable Double weight() {
        return weight;
    }

    void pregnant(boolean said) {
        pregnant = said;
        if (said) {
            sex = Sex.FEMALE;
        }
    }

    void weeks(Range said) {
        weeks = said;
    }

    void lactating(boolean said) {
        lactating = said;
        if (said) {
            sex = Sex.FEMALE;
        }
    }

    void smoker(boolean said) {
        smoker = said;
    }

    void childbearing(boolean said) {
        childbearing = said;
    }

    void condition(String id) {
        conditions.add(id);
    }

    void result(LabResult result) {
        results.add(result);
    }

    /// How old the last result is.
    void resultAge(int days) {
        LabResult last = results.removeLast();
        results.add(new LabResult(last.lab(), last.value(), days));
    }

    void allergy(KnownAllergy allergy) {
        allergies.add(allergy);
    }

    /// What the person tolerates in spite of every allergy.
    void tolerates(String medicine) {
        tolerated.add(medicine);
    }

    private KnownAllergy tolerating(KnownAllergy allergy) {
        Set<String> all = new HashSet<>(allergy.tolerated().keySet());
        all.addAll(tolerated);
        return tolerated.isEmpty()
                ? allergy
                : new KnownAllergy(
                        allergy.agent(),
                        allergy.substance(),
                        allergy.type(),
                        allergy.severity(),
                        allergy.reaction(),
                        all);
    }

    void medicine(MedicineDraft draft) {
        Integer ended = draft.endedDaysAgo();
        if (ended == null) {
            medicines.add(draft.use(weight));
        } else {
            this.ended.add(new EndedMedicine(draft.use(weight), ended, false));
        }
        unread.addAll(draft.unread());
    }

    void unread(String words) {
        unread.add(words);
    }

    List<String> unread() {
        return unread;
    }

    /// What contradicts itself: a child's weight of an adult is a slip, or one of the two is not the patient's.
    void doubt() {
        boolean adult = age != null && age.min() >= ADULT;
        if (adult && weight != null && weight < LIGHTEST_ADULT_KG) {
            BigDecimal kg = new BigDecimal(weight, new MathContext(3)).stripTrailingZeros();
            unread(kg.toPlainString() + " kg of an adult");
        }
    }

    PatientFacts facts() {
        Traits traits =
                new Traits(age, sex, weight, pregnant, weeks, lactating, smoker, childbearing);
        return new PatientFacts(
                        traits,
                        medicines,
                        allergies.stream().map(this::tolerating).toList(),
                        conditions,
                        results)
                .after(ended);
    }
}
