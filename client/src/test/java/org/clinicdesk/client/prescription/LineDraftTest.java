package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.drug.v1.Medicine;
import org.junit.jupiter.api.Test;

class LineDraftTest {

    private final LineDraft draft = new LineDraft();

    @Test
    void roundsTheQuantityUp() {
        dosage("0.5", "tablet", "1", "7");
        assertEquals("4", draft.quantity().get());
    }

    @Test
    void readsACommaBeforeTheDecimals() {
        dosage("0,5", "tablet", "2", "7");
        assertEquals("7", draft.quantity().get());
    }

    @Test
    void doesNotCountTabletsInMilligrams() {
        dosage("500", "mg", "3", "7");
        assertEquals("", draft.quantity().get());
    }

    @Test
    void computesNothingWhenItIsTakenUntilStopped() {
        dosage("1", "tablet", "1", "0");
        assertEquals("", draft.quantity().get());
    }

    @Test
    void keepsAQuantityThatWasTypedAndSaysWhatFollowsFromTheDosage() {
        dosage("1", "tablet", "3", "7");
        draft.quantity().set("24");
        draft.days().set("10");
        assertEquals("24", draft.quantity().get());
        draft.days().set("5");
        assertEquals("15", draft.otherQuantity().orElseThrow());
    }

    @Test
    void isNotSettledAnyMoreWhenTheNameIsRetyped() {
        draft.choose(
                Medicine.newBuilder()
                        .setId("product:x")
                        .setName("X 5 mg tablet")
                        .setForm("tablet")
                        .setRoute("oral")
                        .build());
        draft.medicine().set("X 50 mg tablet");
        assertFalse(draft.settled());
        assertFalse(draft.known());
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        assertTrue(draft.line().isEmpty());
        assertTrue(
                draft.errors()
                        .keySet()
                        .containsAll(
                                java.util.List.of(
                                        "medicine",
                                        "dose",
                                        "unit",
                                        "times",
                                        "days",
                                        "route",
                                        "quantity")));
    }

    @Test
    void doesNotTakeAnEmptyNumberOfDaysForUntilStopped() {
        dosage("1", "tablet", "1", "");
        draft.line();
        assertEquals("days", draft.errors().get("days"));
    }

    private void dosage(String dose, String unit, String times, String days) {
        draft.dose().set(dose);
        draft.unit().set(unit);
        draft.times().set(times);
        draft.days().set(days);
    }
}
