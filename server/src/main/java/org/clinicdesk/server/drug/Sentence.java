package org.clinicdesk.server.drug;

import java.util.List;

/// What the checks say in words of their own, beside the texts of the knowledge: one whole sentence each, so that a
/// translator may order its parts as his language does. `{0}` is the first part.
enum Sentence {
    AND("{0} {1}"),
    COMMA("{0}, {1}"),
    PLUS("{0} + {1}"),
    STOP("{0}."),
    STOP_AND("{0}. {1}"),
    TOLD("{0} ({1})."),

    SAME_SUBSTANCE_TWICE("The same substance twice: the doses add up."),
    TWO_OF_A_GROUP("Two of one group, of which one is enough: {0}."),
    STOP_ONE("Stop one of them, or replace the earlier order by this one."),
    KEEP_ONE("Keep one of them; stop the other, or replace the earlier order by this one."),

    ALLERGY_TO_THIS("An allergy to this very substance is recorded"),
    INTOLERANCE_OF_THIS("An intolerance of this very substance is recorded"),
    ALLERGY_TO("Recorded allergy: {0}"),
    INTOLERANCE_OF("Recorded intolerance: {0}"),
    SAME_SIDE_CHAIN("The same side chain: {0}."),
    SIMILAR_STRUCTURE("A similar structure: {0}."),
    SAME_CORE("The same core structure: {0}."),
    SAME_CLASS("The same class: {0}."),
    HOLDS_ALLERGEN("It holds or releases the allergen: {0}."),
    MAY_CROSS_REACT("It may cross-react, as the exact allergen is not known: {0}."),
    RECORDED_ON("recorded {0}"),
    DAY_UNKNOWN("day unknown"),
    TOLERATED_SINCE("Tolerated since, as recorded: {0}."),
    NEVER_UNRELATED("Do not give; choose an unrelated medicine."),
    AVOID_UNRELATED("Avoid; choose an unrelated medicine, or ask an allergist."),
    ASK_AGAIN("Ask what happened; choose another medicine if it would happen again."),
    ASK_AND_WATCH(
            "Ask what happened and how badly; watch the first dose, or choose an unrelated"
                    + " medicine."),
    ASK_AND_TAKE_OFF(
            "Ask whether it was taken since the reaction; if so, take the allergy off the record."),

    MORE_THAN_WEEKLY("Ordered more often than once a week"),
    TOO_MUCH_AT_A_TIME("{0} {1} at a time, at most {2}"),
    TOO_MUCH_A_DAY("{0} {1} a day, at most {2}"),
    FOR_THE_HEAVIEST("{0} for the heaviest child of this age ({1} kg)"),
    TOGETHER("{0}: {1}"),
    TOO_SOON("Every {0} hours, at the soonest every {1}"),
    TOO_LONG("{0} days, at most {1}"),

    NUMBER("{0}"),
    BETWEEN("{0} to {1}"),
    OR_MORE("{0} or more"),
    RESULT("{0} {1} {2}"),
    OF_TODAY("{0}, of today."),
    OF_YESTERDAY("{0}, of yesterday."),
    DAYS_OLD("{0}, {1} days old."),
    NO_RECENT_RESULT("No recent result: {0}."),
    MADE_FOR_ROUTE("The product is made for the route {0}, not {1}."),
    CHOOSE_FOR_ROUTE("Choose a product for this route, or correct the route."),

    MEDICINE_NOT_KNOWN(
            "Not known to the checks: interactions, allergies and duplicates may be missed."),
    CHECK_AGAINST_ALL("Check it yourself against the other medicines and the allergies."),
    CHECKED_AS(
            "Checked as {0}, which is what it seems to be called. What else it may hold was not"
                    + " checked."),
    CHOOSE_FROM_LIST("Choose it from the list, or check what else is in it yourself."),
    ALLERGY_NOT_MATCHED(
            "This allergy is not matched to a substance the checks know: no medicine was checked"
                    + " against it."),
    MATCH_ALLERGY("Check it yourself, and match the allergy to a substance in the record."),
    DOSE_OF("dose of {0}: {1}"),
    DOSE_NOT_CHECKED("The dose was not checked: {0}."),
    CHECK_DOSE("Check the dose yourself, or complete the order and the record."),
    NOT_COUNTED_IN("the amount cannot be counted in {0}"),
    NO_LIMIT("no limit of it is known here"),
    NO_WEIGHT("no weight is known, and the limit goes by weight"),
    IMPOSSIBLE_WEIGHT("nobody of this age weighs {0} kg, and the limit goes by weight"),
    HOW_OFTEN_NOT_SAID("how often is not said, of a medicine for once a week"),
    SUM_OF("{0} in all: dose of {1}"),
    NOT_SUMMED("The dose was checked alone: how much of it is taken with {0} is not known."),
    ADD_UP("Add up the day's dose yourself, or complete the record."),
    OWN_RULES("the practice's own rules"),
    OWN_RULES_REFUSED("The practice's own rules could not be read: they are not heeded."),
    TELL_ADMINISTRATOR("Tell the administrator; heed these rules yourself until then."),
    WEIGHT_OF("the weight of {0} kg"),
    WEIGHT_UNLIKELY(
            "Hardly anybody of this age weighs {0} kg: doses by weight are checked with it."),
    WEIGH_AGAIN("Weigh again, or correct the weight."),
    ADULT_LIMIT_OF("{0}: no dose for children known, adult limit only"),
    ADULT_LIMIT_ONLY("No dose for children is known here: checked against the adult limit only."),
    LOOK_UP_CHILD("Look up the dose for a child of this age and weight yourself."),
    RESULT_NOT_READ_OF("{0}: {1} cannot be read"),
    RESULT_NOT_READ(
            "{0} {1}, {2} days old: no number, or a unit that is missing or not known here."),
    ENTER_WITH_UNIT("Read the result yourself, and enter it with its unit."),
    ACTS_ON("{0}: last taken {1} d ago, acts on for {2} d."),
    RAN_OUT("{0}: ran out {1} d ago, may be taken still."),
    WAIT_DAYS("Wait until {0} d have passed since it was last taken."),
    ASK_WHETHER_TAKEN("Ask whether it is still taken."),
    AGE_NOT_KNOWN_OF("{0}: age not known"),
    AGE_NOT_KNOWN(
            "The age is not known, and by the weight this may be a child: what holds for some ages"
                    + " only was not checked."),
    NEWBORN_LIMIT_OF("{0}: no dose for newborns known, limit of older children only"),
    NEWBORN_LIMIT_ONLY(
            "No dose for newborns is known here: checked against the limit of older children"
                    + " only."),
    LOOK_UP_NEWBORN("Look up the dose for a newborn of this age and weight yourself."),
    NO_CREATININE_OF("{0}: no creatinine"),
    NO_CREATININE(
            "No creatinine is known of an older person, and this medicine depends on the kidneys."),
    MEASURE_CREATININE("Measure creatinine, or enter the result."),
    PREGNANCY_NOT_KNOWN_OF("{0}: pregnancy not known"),
    PREGNANCY_NOT_KNOWN(
            "Whether she is pregnant is not known, and this medicine must not be given in"
                    + " pregnancy."),
    ASK_OR_TEST("Ask, test if in doubt, and record the answer."),
    SMOKING_NOT_KNOWN_OF("{0}: smoking not known"),
    SMOKING_NOT_KNOWN(
            "Whether the person smokes is not known, and this medicine must not be given to a"
                    + " smoker of this age."),
    ASK_AND_RECORD("Ask, and record the answer."),

    EGFR("eGFR"),
    AGE("age"),
    PREGNANCY("pregnancy"),
    BREASTFEEDING("breastfeeding"),
    SEX("sex"),
    SMOKING("smoking"),
    DOSE("dose"),
    WEIGHT("weight");

    private final String english;

    Sentence(String english) {
        this.english = english;
    }

    /// With these parts: phrases are said in the language too, numbers written as it writes them, texts stay as they are.
    Phrase of(Object... parts) {
        return new Phrase(english, List.of(parts));
    }

    String english() {
        return english;
    }
}
