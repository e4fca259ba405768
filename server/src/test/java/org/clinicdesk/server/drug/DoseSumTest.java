package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.drug.evaluate.Grammar;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What is taken already counts towards the most that may be taken in a day.
class DoseSumTest {
    private static final Knowledge KNOWLEDGE = DrugFixture.KNOWLEDGE;
    private static final Grammar GRAMMAR = new Grammar(KNOWLEDGE);
    private static final Checker CHECKER = new Checker(KNOWLEDGE);
    private static final String TRAMADOL_WITH = "paracetamol/tramadol 500/37.5 mg oral qds";

    @Test
    void theSameIngredientInACombinationGoesOverTheDay() {
        Finding dose = only(FindingKind.DOSE, "paracetamol 1 g oral tds", TRAMADOL_WITH);
        assertEquals("paracetamol", dose.subject());
        assertEquals("paracetamol", dose.object());
        assertTrue(dose.effect().startsWith("5000 mg a day, at most 4000: "), dose.effect());
        assertTrue(dose.effect().contains(" 2000 + paracetamol 3000."), dose.effect());
    }

    @Test
    void twoCombinationsAddUp() {
        assertEquals(
                1,
                found(
                                FindingKind.DOSE,
                                "paracetamol/codeine 500/30 mg oral qds",
                                "paracetamol/tramadol 650/75 mg oral qds")
                        .size());
    }

    @Test
    void whatStaysBelowTheDayIsQuiet() {
        assertEquals(
                List.of(), found(FindingKind.DOSE, "paracetamol 500 mg oral tds", TRAMADOL_WITH));
    }

    @Test
    void whatIsTooMuchAloneIsSaidOfItAlone() {
        Finding dose =
                only(FindingKind.DOSE, "paracetamol 500 mg oral od", "paracetamol 2 g oral qds");
        assertEquals("", dose.object());
    }

    @Test
    void anotherMedicineIsCountedBesideWhatIsRenewed() {
        String taken = "paracetamol 1 g oral tds, paracetamol/codeine 500/30 mg oral qds";
        Finding dose = only(FindingKind.DOSE, taken, "paracetamol 1 g oral tds renewal");
        assertTrue(dose.effect().startsWith("5000 mg a day"), dose.effect());
    }

    @Test
    void aDoseThatIsNotKnownIsSaidNotToBeSummed() {
        Finding unchecked = only(FindingKind.UNCHECKED, "paracetamol", TRAMADOL_WITH);
        assertEquals("unchecked-sum", unchecked.ruleId());
        assertEquals(Tier.PASSIVE, unchecked.tier());
        assertEquals(
                "The dose was checked alone: how much of it is taken with paracetamol is not"
                        + " known.",
                unchecked.effect());
    }

    @Test
    void aDoseThatIsNotKnownIsNoMatterOfAnotherIngredient() {
        assertEquals(
                List.of(),
                found(FindingKind.UNCHECKED, "amlodipine, codeine", "paracetamol 1 g oral tds"));
    }

    @Test
    void aDoseThatIsNotKnownIsNoMatterWhereNoneIsOrdered() {
        assertEquals(List.of(), found(FindingKind.UNCHECKED, "paracetamol", "paracetamol"));
    }

    private static Finding only(FindingKind kind, String taken, String order) {
        List<Finding> found = found(kind, taken, order);
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    private static List<Finding> found(FindingKind kind, String taken, String order) {
        Grammar.Case read = GRAMMAR.order("woman 40 y, 60 kg", taken, order);
        assertEquals(List.of(), read.unread());
        return CHECKER.check(read.patient(), read.orders()).stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }
}
