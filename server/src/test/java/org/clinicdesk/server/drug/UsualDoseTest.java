package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.clinicdesk.server.drug.evaluate.Grammar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.Optional;

class UsualDoseTest {
    private static final Knowledge KNOWLEDGE = DrugFixture.KNOWLEDGE;
    private static final Grammar GRAMMAR = new Grammar(KNOWLEDGE);
    private static final List<String> OF_CHILDREN =
            List.of(
                    "amoxicillin",
                    "cefalexin",
                    "ciprofloxacin",
                    "erythromycin",
                    "furosemide",
                    "ibuprofen",
                    "metronidazole",
                    "paracetamol",
                    "prednisolone");

    /// What a clinician expects of each line; the ceiling of a dose comes from the limits.
    @ParameterizedTest
    @CsvSource({
        "amoxicillin, 25, 40, 2, 2000",
        "cefalexin, 12.5, 12.5, 4, 2000",
        "ciprofloxacin, 10, 15, 2, 750",
        "erythromycin, 12.5, 12.5, 4, 1000",
        "furosemide, 1, 2, 2, 40",
        "ibuprofen, 5, 10, 3, 400",
        "metronidazole, 7.5, 7.5, 3, 2000",
        "paracetamol, 10, 15, 4, 1000",
        "prednisolone, 1, 1, 2, 60",
    })
    void ofAChildIsKnown(String inn, double low, double high, int times, double most) {
        UsualDose usual = usual("child 6 y, 20 kg", inn, "oral").orElseThrow();
        assertEquals(low, usual.low());
        assertEquals(high, usual.high());
        assertEquals(times, usual.timesADay());
        assertEquals(most, usual.mostSingle());
        assertEquals("WHO-POCKET2013", usual.source());
        assertFalse(usual.reviewed());
    }

    /// The upper end of what is usual stays below what is too much.
    @ParameterizedTest
    @FieldSource("OF_CHILDREN")
    void isNeverTooMuch(String inn) {
        UsualDose usual = usual("child 6 y, 20 kg", inn, "oral").orElseThrow();
        String order =
                inn + " " + usual.high() * 20 + " mg oral " + usual.timesADay() + " times a day";
        Grammar.Case read = GRAMMAR.order("child 6 y, 20 kg", "", order);
        assertEquals(
                0,
                new Checker(KNOWLEDGE)
                        .check(read.patient(), read.orders()).stream()
                                .filter(finding -> finding.kind() == FindingKind.DOSE)
                                .count());
    }

    @Test
    void ofAnAdultOrACreamOrACombinationNothingIsOffered() {
        assertEquals(Optional.empty(), usual("woman 40 y, 60 kg", "paracetamol", "oral"));
        assertEquals(Optional.empty(), usual("child 6 y", "ibuprofen", "topical"));
        assertEquals(
                Optional.empty(),
                usual("child 6 y", "product:paracetamol-codeine-500-mg-30-mg-tablet", ""));
    }

    /// The source does not speak of them: kidneys and liver are not ripe.
    @ParameterizedTest
    @FieldSource("OF_CHILDREN")
    void ofANewbornNothingIsOffered(String inn) {
        assertEquals(Optional.empty(), usual("1 month, 4 kg", inn, "oral"));
    }

    @Test
    void ofAnInfantWhoseSourceBeginsLaterNothingIsOffered() {
        assertEquals(Optional.empty(), usual("80 days, 5 kg", "ibuprofen", "oral"));
        assertFalse(usual("80 days, 5 kg", "paracetamol", "oral").isEmpty());
    }

    private static Optional<UsualDose> usual(String patient, String medicine, String route) {
        MedicineUse use =
                medicine.startsWith("product:")
                        ? MedicineUse.ofId(medicine, medicine, route)
                        : MedicineUse.ofId("ing:" + medicine, medicine, route);
        return KNOWLEDGE.usualDose(use, GRAMMAR.order(patient, "", "zinc sulfate").patient());
    }
}
