package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.drug.evaluate.Grammar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;

/// Contraindications, doses, monitoring and context, by a small knowledge of the test's own.
class PersonChecksTest {
    private static final Knowledge KNOWLEDGE = DrugFixture.clinical();
    private static final Grammar GRAMMAR = new Grammar(KNOWLEDGE);
    private static final Checker CHECKER = new Checker(KNOWLEDGE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "asthma | zinc sulfate | CONTRAINDICATION MODERATE",
                "asthma, potassium 6 | zinc sulfate | CONTRAINDICATION MAJOR, CONTRAINDICATION"
                        + " MODERATE",
                "asthma | lactulose | CONTRAINDICATION MAJOR",
                "adult | zinc sulfate 20 mg od | -",
                "adult | zinc sulfate 20 mg iv | CONTRAINDICATION CONTRAINDICATED",
                "adult | zinc sulfate 150 mg | DOSE MAJOR",
                "adult | zinc sulfate 1.5 g | DOSE CONTRAINDICATED",
                "adult | zinc sulfate 100 mg tds | DOSE MAJOR",
                "adult | zinc sulfate 50 mg every 2 h | DOSE MAJOR",
                "adult | zinc sulfate 10 mg every 2 h prn | DOSE MAJOR",
                "adult | zinc sulfate 10 mg prn max 100 mg/day | DOSE MINOR",
                "adult | zinc sulfate 10 mg 10 times a day | DOSE MAJOR",
                "adult | zinc sulfate 50 mg prn max 400 mg/day | DOSE MAJOR",
                "adult | zinc sulfate 50 mg od for 30 days | DOSE MAJOR",
                "adult | zinc sulfate 400 units | -",
                "adult | zinc sulfate 600 units | DOSE MAJOR",
                "child 10 kg | zinc sulfate 15 mg | DOSE MAJOR",
                "child 10 kg | zinc sulfate 10 mg | -",
                "child | zinc sulfate 10 mg | UNCHECKED MODERATE",
                "age 70 | lactulose 5 g | UNCHECKED MODERATE",
                "age 70, eGFR 80 | lactulose 5 g | -",
                "age 70, eGFR 20 | lactulose 5 g | CONTRAINDICATION MAJOR",
                "adult | methotrexate 10 mg daily | DOSE CONTRAINDICATED",
                "adult | methotrexate 10 mg weekly | -",
                "adult | methotrexate 10 mg | UNCHECKED MODERATE",
                "adult | folic acid 5 mg | MONITORING MODERATE",
                "adult, potassium 4 20 days ago | folic acid 5 mg | -",
                "adult, potassium 4 40 days ago | folic acid 5 mg | MONITORING MODERATE",
                "adult, potassium 4 40 days ago | folic acid 5 mg renewal | -",
            })
    void isFound(String patient, String order, String expected) {
        assertEquals(expected == null ? "" : expected, found(patient, "", order));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "adult | INTERACTION MODERATE",
                "adult, eGFR 20 | INTERACTION MAJOR",
                "adult, eGFR 80, on omeprazole | -",
                "adult, eGFR 20, on omeprazole | INTERACTION MAJOR",
            })
    void contextRaisesAndLowers(String patient, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                found(patient, "colestyramine 4 g", "vancomycin 125 mg"));
    }

    /// Whoever judges an alert judges the value behind it.
    @Test
    void aContraindicationNamesTheResultItJudgesBy() {
        assertEquals(
                "Bad. Potassium 5.9 mmol/l, 20 days old.",
                check("adult, potassium 5.9 20 days ago", "", "zinc sulfate").getFirst().effect());
    }

    @Test
    void anInteractionSaysWhatWasNotKnown() {
        assertEquals(
                List.of("eGFR"),
                check("adult", "colestyramine", "vancomycin").getFirst().unknown());
        assertEquals(
                "binding", check("adult", "colestyramine", "vancomycin").getFirst().mechanism());
    }

    @Test
    void whatIsTakenOfTheSameIngredientAddsUp() {
        assertTrue(
                found("adult", "zinc sulfate 100 mg bd", "zinc sulfate 50 mg od")
                        .contains("DOSE MAJOR"));
    }

    @Test
    void aRenewalIsNoDuplicateAndDoesNotAddUp() {
        assertEquals(
                "", found("adult", "zinc sulfate 100 mg bd", "zinc sulfate 100 mg bd renewal"));
    }

    @Test
    void whatIsWrongForThePersonInterruptsAtARenewalToo() {
        assertEquals(
                Tier.INTERRUPTIVE, check("asthma", "", "lactulose 5 g renewal").getFirst().tier());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "warfarin 3 mg od | ibuprofen 400 mg tds | INTERRUPTIVE",
                "warfarin 3 mg od, ibuprofen 400 mg tds | warfarin 3 mg od renewal | PASSIVE",
                "levothyroxine 0.1 mg od | calcium carbonate 1250 mg od | PASSIVE",
                "levothyroxine 0.1 mg od, calcium carbonate 1250 mg od | levothyroxine 0.1 mg od"
                        + " renewal | DETAIL",
            })
    void twoThatAreLivedWithDoNotInterruptAtARenewal(String taken, String order, String tier) {
        Checker shipped = new Checker(DrugFixture.KNOWLEDGE);
        Grammar.Case read = new Grammar(DrugFixture.KNOWLEDGE).order("adult", taken, order);
        assertEquals(
                tier,
                shipped.check(read.patient(), read.orders()).stream()
                        .filter(finding -> finding.kind() == FindingKind.INTERACTION)
                        .map(finding -> finding.tier().name())
                        .collect(Collectors.joining(",")));
    }

    @Test
    void anAlternativeIsOfferedWhenItWouldNotInterrupt() {
        assertEquals(
                List.of("macrogol"), check("asthma", "", "lactulose").getFirst().alternatives());
        assertEquals(
                List.of(),
                check("asthma, allergy macrogol (anaphylaxis)", "", "lactulose")
                        .getFirst()
                        .alternatives());
    }

    @Test
    void theStrengthOfAProductCountsItsTablets() {
        MedicineUse two =
                MedicineUse.ofId("product:simvastatin-20-mg-tablet", "", "")
                        .with(
                                new Dosing(
                                        List.of(new Quantity(2, Unit.PIECE)),
                                        1.0,
                                        null,
                                        false,
                                        false,
                                        null,
                                        null,
                                        false,
                                        false,
                                        List.of()));
        assertEquals(new Quantity(40, Unit.MG), KNOWLEDGE.contents(two).uses().getFirst().daily());
    }

    private static List<Finding> check(String patient, String active, String order) {
        Grammar.Case read = GRAMMAR.order(patient, active, order);
        assertEquals(List.of(), read.unread());
        return CHECKER.check(read.patient(), read.orders());
    }

    private static String found(String patient, String active, String order) {
        return String.join(
                ", ",
                check(patient, active, order).stream()
                        .map(finding -> finding.kind() + " " + finding.level())
                        .toList());
    }
}
