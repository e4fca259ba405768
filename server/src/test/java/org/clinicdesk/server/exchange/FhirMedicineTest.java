package org.clinicdesk.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.record.Taken;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class FhirMedicineTest {

    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String ATC = "http://www.whocc.no/atc";

    private final FhirMedicine medicines = new FhirMedicine(() -> KNOWLEDGE);

    private Taken taken(String system, String code, String display) {
        var concept = new CodeableConcept();
        var coding = concept.addCoding().setSystem(system).setCode(code);
        if (!display.isEmpty()) {
            coding.setDisplay(display);
        }
        return medicines.taken(concept);
    }

    @ParameterizedTest
    @CsvSource({
        "99999991, warfarin sodium 5 MG Oral Tablet, warfarin",
        "99999992, Ibuprofen 400 mg, ibuprofen",
        "99999993, acetaminophen 325 MG / oxyCODONE hydrochloride 5 MG Oral Tablet, paracetamol"
                + " oxycodone",
        "99999994, Augmentin 875 mg, amoxicillin clavulanic acid",
    })
    void whatHasNoKnownCodeIsReadByItsName(String code, String display, String ingredients) {
        var taken = taken(RXNORM, code, display);
        assertEquals(ingredients, String.join(" ", taken.inn()));
        assertFalse(taken.unchecked());
        assertEquals(List.of(), medicines.unresolved());
    }

    @Test
    void whatIsReadInPartIsHeededAndSaid() {
        var taken = taken(RXNORM, "99999995", "warfarin and moonstone");
        assertEquals(List.of("warfarin"), taken.inn());
        assertTrue(taken.unchecked());
        assertEquals(List.of("99999995 warfarin and moonstone"), medicines.unresolved());
    }

    @Test
    void anAtcCodeTellsTheIngredient() {
        var taken = taken(ATC, "B01AA03", "");
        assertEquals(List.of("warfarin"), taken.inn());
        assertFalse(taken.unchecked());
    }

    @Test
    void aCodeThatIsCalledOtherwiseIsNotBelievedSilently() {
        var taken = taken(RXNORM, "1191", "warfarin");
        assertEquals(List.of("warfarin", "acetylsalicylic acid"), taken.inn());
        assertTrue(taken.unchecked());
        assertEquals(List.of("1191 warfarin ≠ acetylsalicylic acid"), medicines.unresolved());
    }

    @Test
    void aCodeWithoutANameIsEnough() {
        assertEquals(List.of("warfarin"), taken(RXNORM, "855332", "").inn());
    }

    @Test
    void whatNobodyKnowsStaysUnchecked() {
        assertTrue(taken(RXNORM, "99999999", "Thuốc nam").unchecked());
        assertEquals(List.of("99999999 Thuốc nam"), medicines.unresolved());
    }
}
