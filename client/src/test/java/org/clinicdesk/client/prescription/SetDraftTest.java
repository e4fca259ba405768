package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.pharmacy.Ward;
import org.clinicdesk.prescription.v1.OrderSet;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.WeightDose;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Optional;

class SetDraftTest {

    private static final OrderSet FEVER =
            OrderSet.newBuilder()
                    .setName("Sốt ở trẻ em")
                    .addItems(
                            OrderSetItem.newBuilder()
                                    .setOrder(Ward.amoxicillin(21))
                                    .setByWeight(
                                            WeightDose.newBuilder()
                                                    .setMgPerKg(45)
                                                    .setADay(true)
                                                    .setMaxMg(1000)))
                    .addItems(OrderSetItem.newBuilder().setOrder(Ward.cetirizine(21)))
                    .build();

    private final SetDraft draft = new SetDraft(FEVER, LocalDate.parse("2026-11-23"));

    @Test
    void isTheSameWhileNothingIsTyped() {
        assertEquals(Optional.of(FEVER.getItemsList()), draft.items());
    }

    @Test
    void changesADosageAndADoseByWeight() {
        var line = draft.lines().getFirst();
        line.draft().get("times").set("2");
        line.perKg().set("50");
        var item = draft.items().orElseThrow().getFirst();
        assertEquals(2, item.getOrder().getDosage().getTiming().getTimesADay());
        assertEquals(50, item.getByWeight().getMgPerKg());
        assertTrue(item.getByWeight().getADay());
    }

    @Test
    void withoutAnAmountItIsTheSameForEverybody() {
        var line = draft.lines().getFirst();
        line.perKg().set("");
        line.most().set("");
        assertFalse(draft.items().orElseThrow().getFirst().hasByWeight());
    }

    @Test
    void refusesACeilingOfNothing() {
        draft.lines().getFirst().perKg().set("");
        assertTrue(draft.items().isEmpty());
        assertEquals("dose", draft.lines().getFirst().wrong().get());
    }

    @Test
    void refusesALineThatIsNotComplete() {
        draft.lines().getLast().draft().get("dose").set("");
        assertTrue(draft.items().isEmpty());
        assertEquals("dose", draft.lines().getLast().draft().errors().get("dose"));
    }

    @Test
    void refusesASetWithoutAName() {
        draft.name().set(" ");
        assertTrue(draft.items().isEmpty());
        assertEquals("missing", draft.wrong().get());
    }

    @Test
    void itsLastLineStays() {
        draft.remove(draft.lines().getFirst());
        draft.remove(draft.lines().getFirst());
        assertEquals(1, draft.items().orElseThrow().size());
    }
}
