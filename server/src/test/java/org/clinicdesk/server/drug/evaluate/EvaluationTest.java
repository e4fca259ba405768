package org.clinicdesk.server.drug.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.clinicdesk.server.drug.Knowledge;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Evaluation EVALUATION = new Evaluation(Knowledge.load());
    private static final String ADDED = "\tlevel\ttier\tkind\trule_ids\tunchecked\n";

    @Test
    void aPairIsCheckedSecondAgainstFirst() {
        assertEquals(
                "ingredient_a\tingredient_b\tn"
                        + ADDED
                        + "phenelzine\tsertraline\t7\tcontraindicated\tinterruptive\tinteraction"
                        + "\tonc-08-maoi\t\n",
                EVALUATION.evaluate("ingredient_a\tingredient_b\tn\nphenelzine\tsertraline\t7\n"));
    }

    @Test
    void anAllergyIsCheckedAgainstADrug() {
        assertEquals(
                "allergen\tdrug" + ADDED + "ampicillin\tfurosemide\tnone\tnone\tnone\t\t\n",
                EVALUATION.evaluate("allergen\tdrug\nampicillin\tfurosemide\n"));
    }

    @Test
    void ofAListEveryPairIsChecked() {
        String answer =
                EVALUATION.evaluate(
                        "medicines\nparacetamol, simvastatin, folic acid, clarithromycin\n");
        assertEquals("contraindicated", answer.lines().toList().getLast().split("\t")[1]);
    }

    @Test
    void aHeaderIsReadInAnyCase() {
        assertEquals(
                "Drug_A\tDRUG_B" + ADDED + "warfarin\tunknowamab\tnone\tnone\tnone\t\tunknowamab\n",
                EVALUATION.evaluate("Drug_A\tDRUG_B\nwarfarin\tunknowamab\n"));
    }

    @Test
    void anUnknownNameIsUnchecked() {
        assertEquals(
                "drug_a\tdrug_b" + ADDED + "warfarin\tunknowamab\tnone\tnone\tnone\t\tunknowamab\n",
                EVALUATION.evaluate("drug_a\tdrug_b\nwarfarin\tunknowamab\n"));
    }

    @Test
    void theTestsAMedicineNeedsAreTheAnswerWhereItIsChosenOrBegun() {
        assertEquals("monitoring", kind("patient\tnew_order\nadult\tlithium\n"));
        assertEquals("monitoring", kind("patient\tnew_order\nadult\tlithium 400 mg nocte start\n"));
    }

    @Test
    void elsewhereTheTestsAMedicineNeedsAreNoAlert() {
        assertEquals("none", kind("patient\tnew_order\nadult\tlithium 400 mg nocte\n"));
        assertEquals("none", kind("ingredient_a\tingredient_b\nparacetamol\tlithium\n"));
        assertEquals("none", kind("allergen\tdrug\npenicillin\tlithium\n"));
    }

    private static String kind(String table) {
        return EVALUATION.evaluate(table).lines().toList().getLast().split("\t")[4];
    }

    @Test
    void aTableOfSomethingElseIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> EVALUATION.evaluate("name\tcolour\nx\ty\n"));
    }
}
