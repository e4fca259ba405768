package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.contract.Directions;
import org.clinicdesk.drug.v1.Medicine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class LineDraftTest {

    private final LineDraft draft = new LineDraft(LocalDate.parse("2026-11-23"));

    @Test
    void roundsTheQuantityUp() {
        dosage("0.5", "tablet", "1", "7");
        assertEquals("4", draft.get("quantity").get());
    }

    @Test
    void readsACommaBeforeTheDecimals() {
        dosage("0,5", "tablet", "2", "7");
        assertEquals("7", draft.get("quantity").get());
    }

    @Test
    void doesNotCountTabletsInMilligrams() {
        dosage("500", "mg", "3", "7");
        assertEquals("", draft.get("quantity").get());
    }

    @Test
    void computesNothingWhenItIsTakenUntilStopped() {
        dosage("1", "tablet", "1", "0");
        assertEquals("", draft.get("quantity").get());
    }

    @Test
    void keepsAQuantityThatWasTypedAndSaysWhatFollowsFromTheDosage() {
        dosage("1", "tablet", "3", "7");
        draft.get("quantity").set("24");
        draft.get("days").set("10");
        assertEquals("24", draft.get("quantity").get());
        draft.get("days").set("5");
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
    void handsOutPacksWhereTheProductIsSoldInThem() {
        draft.choose(
                Medicine.newBuilder()
                        .setId("product:x")
                        .setName("X 100 mcg/actuation inhaler")
                        .setForm("inhaler")
                        .setRoute("inhaled")
                        .setPack("200 puff")
                        .build());
        dosage("2", draft.get("unit").get(), "4", "30");
        assertEquals("2", draft.get("quantity").get());
        assertEquals("2 × 200 puffs", draft.supply(Locale.ENGLISH).orElseThrow());
        var again = new LineDraft(LocalDate.parse("2026-11-23"));
        again.restore(draft.typed().build());
        again.get("days").set("20");
        assertEquals("1", again.get("quantity").get());
    }

    @ParameterizedTest
    @CsvSource({
        "transdermal patch 72 h, patch",
        "transdermal patch 7 d, patch",
        "transdermal patch, patch",
        "gel, application",
        "lozenge, lozenge",
        "injection, ''",
    })
    void knowsTheUnitOfAForm(String form, String unit) {
        assertEquals(unit, UnitOfForm.of(form));
    }

    @Test
    void saysOfWhatTheQuantityIsWanted() {
        dosage("12", "unit", "1", "30");
        assertTrue(draft.line().isEmpty());
        assertEquals("packs", draft.errors().get("quantity"));
        draft.get("quantity").set("2");
        assertEquals("2 packs", draft.supply(Locale.ENGLISH).orElseThrow());
        draft.get("unit").set("mg");
        draft.get("quantity").set("");
        assertTrue(draft.line().isEmpty());
        assertEquals("quantity", draft.errors().get("quantity"));
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

    @Test
    void takesAWholeLineWithItsMedicine() {
        draft.medicine().set("amox 500 1 q8h 7d r2 dns");
        draft.choose(
                Medicine.newBuilder()
                        .setId("product:x")
                        .setName("Amoxicillin 500 mg capsule")
                        .setForm("capsule")
                        .setRoute("oral")
                        .build());
        var line = draft.line().orElseThrow();
        assertEquals("Amoxicillin 500 mg capsule", line.getMedicine());
        assertEquals(8, line.getDosage().getTiming().getEveryHours());
        assertEquals(21, line.getQuantity());
        assertEquals(2, line.getRepeats());
        assertTrue(line.getAsWritten());
    }

    @Test
    void aRangeIsCheckedAndHandedOutAsTheMost() {
        draft.medicine().set("para 500 1-2 q6h 5d");
        draft.choose(
                Medicine.newBuilder()
                        .setId("product:p")
                        .setName("Paracetamol 500 mg tablet")
                        .setForm("tablet")
                        .setRoute("oral")
                        .build());
        var line = draft.line().orElseThrow();
        assertEquals(1, line.getDosage().getDoseFrom());
        assertEquals(2, line.getDosage().getDose());
        assertEquals(40, line.getQuantity());
        draft.load(line);
        assertEquals(line, draft.line().orElseThrow());
        assertEquals(
                "1 to 2 tablets every 6 hours",
                Directions.in(Locale.ENGLISH).often(line.getDosage()));
    }

    @Test
    void aRangeThatFallsIsNone() {
        dosage("2-1", "tablet", "3", "7");
        draft.line();
        assertEquals("dose", draft.errors().get("dose"));
    }

    @Test
    void keepsAStrengthOfWhichThereIsNoProduct() {
        draft.medicine().set("cefi 75mg 1 bd 5d");
        draft.chooseInStrength(
                Medicine.newBuilder().setId("ing:cefixime").setName("Cefixime").build());
        assertEquals("Cefixime 75mg", draft.medicine().get());
        assertEquals("ing:cefixime", draft.medicineId());
    }

    @Test
    void clearsTheMedicineLast() {
        draft.medicine().set("cao 1 bd 5d");
        draft.chooseAsWritten();
        var empty = new ArrayList<Boolean>();
        draft.medicine().addListener((property, before, now) -> empty.add(draft.isEmpty()));
        draft.clear();
        assertEquals(List.of(true), empty);
    }

    @Test
    void showsALineAgainAsItWas() {
        draft.medicine().set("pred 5 8 x1 5d > 4 5d > 1 6d q2d");
        draft.choose(
                Medicine.newBuilder()
                        .setId("product:p")
                        .setName("Prednisolone 5 mg tablet")
                        .setForm("tablet")
                        .setRoute("oral")
                        .build());
        var line = draft.line().orElseThrow();
        assertEquals(63, line.getQuantity());
        draft.load(line);
        assertEquals(line, draft.line().orElseThrow());
    }

    @Test
    void ownWordsDoNotOutliveTheDosageTheyWereWrittenFor() {
        dosage("1", "tablet", "3", "7");
        draft.get("directions").set("Una cada ocho horas.");
        draft.get("dose").set("2");
        assertEquals("", draft.get("directions").get());
    }

    @Test
    void aLimitBelowTheDoseIsNone() {
        draft.asNeeded().set(true);
        dosage("2", "tablet", "q6h", "5");
        draft.get("max").set("1");
        draft.line();
        assertEquals("max", draft.errors().get("max"));
        draft.get("max").set("6");
        assertEquals("30", draft.get("quantity").get());
    }

    private void dosage(String dose, String unit, String times, String days) {
        draft.get("dose").set(dose);
        draft.get("unit").set(unit);
        draft.get("times").set(times);
        draft.get("days").set(days);
    }

    @Test
    void aTabletOfAnIngredientNeedsItsStrength() {
        for (var name : List.of("Warfarin", "Warfarin 7", "Warfarin 7 mg")) {
            draft.clear();
            draft.medicine().set(name);
            draft.choose(Medicine.newBuilder().setId("ing:warfarin").setName(name).build());
            draft.get("unit").set("tablet");
            assertEquals(Optional.empty(), draft.line());
            assertEquals(name.endsWith("mg") ? null : "strength", draft.errors().get("unit"), name);
        }
    }
}
