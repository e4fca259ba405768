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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A patient while the text is read.
final class PatientDraft {
    private @Nullable Range age;
    private boolean ageCounted;
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
    private final List<MedicineUse> medicines = new ArrayList<>();
    private final List<EndedMedicine> ended = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    void age(double years) {
        age = Range.exactly(years);
        ageCounted = true;
    }

    /// What a word such as "child" tells of the age holds only when no number does; two words, "elderly woman", hold
    /// together where they can.
    void ageGroup(double from, double below) {
        if (ageCounted) {
            return;
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

    void weight(double kg) {
        weight = kg;
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

    boolean hasResults() {
        return !results.isEmpty();
    }

    void allergy(KnownAllergy allergy) {
        allergies.add(allergy);
    }

    /// What the person tolerates in spite of every allergy.
    void tolerates(String medicine) {
        allergies.replaceAll(allergy -> {
            Set<String> tolerated = new HashSet<>(allergy.tolerated().keySet());
            tolerated.add(medicine);
            return new KnownAllergy(
                    allergy.agent(),
                    allergy.substance(),
                    allergy.type(),
                    allergy.severity(),
                    allergy.reaction(),
                    tolerated);
        });
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

    PatientFacts facts() {
        Traits traits =
                new Traits(age, sex, weight, pregnant, weeks, lactating, smoker, childbearing);
        return new PatientFacts(traits, medicines, allergies, conditions, results).after(ended);
    }
}
