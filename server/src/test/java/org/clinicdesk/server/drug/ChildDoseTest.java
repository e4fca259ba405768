package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.drug.evaluate.Grammar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// No dose of an adult passes in silence for a child.
class ChildDoseTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final Grammar GRAMMAR = new Grammar(KNOWLEDGE);
    private static final Checker CHECKER = new Checker(KNOWLEDGE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age 2, 12 kg | bisoprolol 5 mg od | bisoprolol",
                "age 11 | rosuvastatin 10 mg oral od | rosuvastatin",
                "age 2, 12 kg | losartan/amlodipine 50/5 mg od |",
                "age 2, 12 kg | bisoprolol |",
                "age 2, 12 kg | codeine 15 mg qds |",
                "age 2, 12 kg | methotrexate 15 mg weekly | methotrexate",
                "age 12 | bisoprolol 5 mg od |",
                "adult | bisoprolol 5 mg od |",
                "age 2, 12 kg | amoxicillin 250 mg tds |",
                "age 2, 12 kg | enoxaparin 10 mg sc bd |",
                "age 2, 12 kg | timolol eye drops 1 mg bd |",
                "age 2, 12 kg | fluticasone 100 microgram inhaled bd |",
            })
    void saysThatOnlyTheLimitOfAdultsIsKnown(String patient, String order, String told) {
        List<String> subjects =
                check(patient, order).stream()
                        .filter(finding -> finding.ruleId().equals("unchecked-child"))
                        .map(Finding::subject)
                        .toList();

        assertEquals(
                told == null
                        ? List.of()
                        : List.of(told + ": no dose for children known, adult limit only"),
                subjects);
    }

    @Test
    void tellsItBesideTheOrder() {
        Finding told = check("age 2, 12 kg", "bisoprolol 5 mg od").getFirst();

        assertEquals(FindingKind.UNCHECKED, told.kind());
        assertEquals(Tier.PASSIVE, told.tier());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age 2, 12 kg | ceftriaxone 1500 mg iv od | PASSIVE",
                "age 2, 12 kg | ceftriaxone 2 g iv od | INTERRUPTIVE",
                "age 2, 12 kg | isoniazid 300 mg od | INTERRUPTIVE",
                "age 2, 12 kg | sulfamethoxazole/trimethoprim 800/160 mg bd | INTERRUPTIVE",
                "age 2, 12 kg | metamizole 575 mg oral tds | INTERRUPTIVE",
                "age 2, 12 kg | artemether/lumefantrine 80/480 mg bd | INTERRUPTIVE",
                "age 2, 12 kg | warfarin 5 mg od | INTERRUPTIVE",
                "8 kg | ibuprofen 400 mg tds | INTERRUPTIVE",
                "12 kg | ibuprofen 120 mg every 3 hours | INTERRUPTIVE",
                "12 kg | morphine 20 mg oral | INTERRUPTIVE",
                "weight 10 kg | paracetamol 1 g qds | INTERRUPTIVE",
                "8 kg | metamizole 575 mg tds | INTERRUPTIVE",
            })
    void interruptsWhereASmallChildGetsFarTooMuch(String patient, String order, Tier tier) {
        Finding dose =
                check(patient, order).stream()
                        .filter(finding -> finding.kind() == FindingKind.DOSE)
                        .findFirst()
                        .orElseThrow();

        assertEquals(tier, dose.tier());
    }

    /// Nothing of the body changes on the twelfth birthday.
    @ParameterizedTest
    @CsvSource({
        "chloroquine 1 g single dose, CONTRAINDICATED",
        "metamizole 1 g oral qds, MAJOR",
        "ibuprofen 600 mg qds, CONTRAINDICATED",
        "theophylline 400 mg oral bd, MODERATE",
    })
    void limitsByWeightGoOnWhileTheBodyIsAChilds(String order, Level level) {
        assertEquals(Optional.of(level), dose("age 12, 30 kg", order));
        assertEquals(Optional.empty(), dose("age 12, 45 kg", order));
        assertEquals(Optional.empty(), dose("adult, 38 kg", order));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amoxicillin 500 mg oral tds",
                "cetirizine 10 mg od",
                "paracetamol 500 mg qds",
                "azithromycin 500 mg od for 3 days",
                "omeprazole 20 mg od",
                "domperidone 10 mg tds for 5 days",
                "ibuprofen 400 mg tds",
            })
    void whatALightAdolescentUsuallyGetsNeedsNoWord(String order) {
        assertEquals(Optional.empty(), dose("age 13, 36 kg", order));
    }

    private static Optional<Level> dose(String patient, String order) {
        return check(patient, order).stream()
                .filter(finding -> finding.kind() == FindingKind.DOSE)
                .map(Finding::level)
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "adult, sevelamer 800 mg oral, true",
        "'age 4, 16 kg', simeticone 40 mg oral tds, true",
        "adult, sevelamer, false",
        "adult, latanoprost eye drops 1 drop, false",
        "adult, paracetamol 500 mg, false",
    })
    void saysThatNoLimitIsKnown(String patient, String order, boolean told) {
        assertEquals(
                told,
                check(patient, order).stream()
                        .anyMatch(it -> it.subject().endsWith("no limit of it is known here")));
    }

    /// What was typed for 8.0 kg is no weight to go by.
    @Test
    void aWeightThatNoChildHasIsNotReckonedWith() {
        List<Finding> found = check("age 2, 80 kg", "paracetamol 1 g qds");

        assertEquals(Tier.INTERRUPTIVE, found.getFirst().tier());
        assertTrue(
                found.stream()
                        .anyMatch(it ->
                                it.subject()
                                        .endsWith(
                                                "nobody of this age weighs 80 kg, and the limit"
                                                        + " goes by weight")));
    }

    @ParameterizedTest
    @CsvSource({
        "newborn 3 kg, morphine 0.6 mg iv, true",
        "'age 5 weeks, 4 kg', morphine 0.6 mg iv, false",
        "newborn 3 kg, morphine, false",
        "newborn 3 kg, bisoprolol 1 mg od, false",
    })
    void saysThatOnlyTheLimitOfOlderChildrenIsKnown(String patient, String order, boolean told) {
        assertEquals(
                told,
                check(patient, order).stream()
                        .anyMatch(it -> it.ruleId().equals("unchecked-newborn")));
    }

    /// A body of 8 kg is a child, whatever else is known of it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 kg | codeine 30 mg | age-codeine-age-below-12",
                "8 kg | bisoprolol 5 mg od | unchecked-child",
                "8 kg | promethazine 10 mg | unchecked-age",
                "35 kg | codeine 30 mg | unchecked-age",
            })
    void aWeightWithoutAnAgeIsThatOfAChild(String patient, String order, String rule) {
        assertTrue(check(patient, order).stream().anyMatch(it -> it.ruleId().equals(rule)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60 kg", "adult 35 kg", "age 5, 8 kg", ""})
    void theAgeIsNotMissedWhereItIsKnownOrOfNoChild(String patient) {
        assertTrue(
                check(patient, "promethazine 10 mg").stream()
                        .noneMatch(it -> it.ruleId().equals("unchecked-age")));
    }

    private static List<Finding> check(String patient, String order) {
        Grammar.Case read = GRAMMAR.order(patient, "", order);
        assertEquals(List.of(), read.unread());
        return CHECKER.check(read.patient(), read.orders());
    }
}
