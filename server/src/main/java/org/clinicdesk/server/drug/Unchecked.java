package org.clinicdesk.server.drug;

import java.util.List;
import java.util.stream.Collectors;

/// What could not be checked, and why.
final class Unchecked {
    private Unchecked() {}

    /// @param read what was understood of it, and is checked
    static Problem medicine(int line, MedicineUse medicine, Contents read) {
        String names = read.ingredients().stream().distinct().collect(Collectors.joining(" + "));
        String about = "medicine/" + Findings.clip(Names.fold(medicine.text()), Findings.MAX_NAME);
        return problem("medicine", about, line)
                .of(Phrase.text(medicine.text()))
                .says(
                        names.isEmpty()
                                ? Sentence.MEDICINE_NOT_KNOWN.of()
                                : Sentence.CHECKED_AS.of(
                                        Phrase.text(Findings.clip(names, Findings.MAX_NAME))),
                        names.isEmpty()
                                ? Sentence.CHECK_AGAINST_ALL.of()
                                : Sentence.CHOOSE_FROM_LIST.of());
    }

    static Problem ownRules(int line) {
        return problem("own-rules", "own-rules", line)
                .of(Sentence.OWN_RULES.of())
                .says(Sentence.OWN_RULES_REFUSED.of(), Sentence.TELL_ADMINISTRATOR.of());
    }

    static Problem allergy(int line, KnownAllergy allergy) {
        String about =
                "allergy/" + Findings.clip(Names.fold(allergy.substance()), Findings.MAX_NAME);
        return problem("allergy", about, line)
                .of(Phrase.text(allergy.substance()))
                .says(Sentence.ALLERGY_NOT_MATCHED.of(), Sentence.MATCH_ALLERGY.of());
    }

    static Problem dose(int line, Use ordered, Phrase why) {
        return problem("dose", about("dose", ordered), line)
                .of(Sentence.DOSE_OF.of(Problem.inn(ordered), why))
                .says(Sentence.DOSE_NOT_CHECKED.of(why), Sentence.CHECK_DOSE.of());
    }

    /// Of whom only the limit of adults is known.
    static Problem child(int line, Use ordered) {
        return problem("child", about("child", ordered), line)
                .of(Sentence.ADULT_LIMIT_OF.of(Problem.inn(ordered)))
                .says(Sentence.ADULT_LIMIT_ONLY.of(), Sentence.LOOK_UP_CHILD.of());
    }

    /// Of whom only the limit of older children is known.
    static Problem newborn(int line, Use ordered) {
        return problem("newborn", about("newborn", ordered), line)
                .of(Sentence.NEWBORN_LIMIT_OF.of(Problem.inn(ordered)))
                .says(Sentence.NEWBORN_LIMIT_ONLY.of(), Sentence.LOOK_UP_NEWBORN.of());
    }

    /// Of whom nobody knows the age, and who may be a child.
    static Problem age(int line, Use ordered) {
        return problem("age", about("age", ordered), line)
                .of(Sentence.AGE_NOT_KNOWN_OF.of(Problem.inn(ordered)))
                .says(Sentence.AGE_NOT_KNOWN.of(), Sentence.ASK_AND_RECORD.of());
    }

    /// @param others the medicines that hold the same, of which nobody knows how much a day
    static Problem sum(int line, Use ordered, List<String> others) {
        Phrase names = Phrase.list(others.stream().map(Phrase::text));
        return problem("sum", about("sum", ordered), line)
                .of(Sentence.SUM_OF.of(Problem.inn(ordered), names))
                .says(Sentence.NOT_SUMMED.of(names), Sentence.ADD_UP.of());
    }

    static Problem kidneys(int line, Use ordered) {
        return problem("kidneys", about("kidneys", ordered), line)
                .of(Sentence.NO_CREATININE_OF.of(Problem.inn(ordered)))
                .says(Sentence.NO_CREATININE.of(), Sentence.MEASURE_CREATININE.of());
    }

    static Problem result(int line, Use ordered, Labs.Lab lab, UnreadResult result) {
        Phrase name = Phrase.text(lab.name());
        return problem("result", about("result-" + lab.id(), ordered), line)
                .of(Sentence.RESULT_NOT_READ_OF.of(Problem.inn(ordered), name))
                .says(
                        Sentence.RESULT_NOT_READ.of(name, result.written(), result.ageDays()),
                        Sentence.ENTER_WITH_UNIT.of());
    }

    /// @param fact that nobody knows, and that would forbid the medicine
    static Problem fact(int line, Use ordered, ContraRule.Fact fact) {
        Problem problem = problem(fact.label(), about(fact.label(), ordered), line);
        Phrase inn = Problem.inn(ordered);
        return switch (fact) {
            case PREGNANCY ->
                    problem.of(Sentence.PREGNANCY_NOT_KNOWN_OF.of(inn))
                            .says(Sentence.PREGNANCY_NOT_KNOWN.of(), Sentence.ASK_OR_TEST.of());
            case SMOKING ->
                    problem.of(Sentence.SMOKING_NOT_KNOWN_OF.of(inn))
                            .says(Sentence.SMOKING_NOT_KNOWN.of(), Sentence.ASK_AND_RECORD.of());
        };
    }

    private static String about(String what, Use ordered) {
        return what + "/" + ordered.ingredient().inn();
    }

    private static Problem problem(String what, String about, int line) {
        return new Problem(
                        FindingKind.UNCHECKED,
                        "unchecked-" + what,
                        Level.MODERATE,
                        line,
                        about,
                        Provenance.OWN)
                .told(Tier.PASSIVE);
    }
}
