package org.clinicdesk.server.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.record.Coding;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class DiagnosesTest {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Diagnoses diagnoses = Diagnoses.load();

    private List<String> codes(String text) {
        return diagnoses.search(text, Locale.ENGLISH, 20).stream().map(Coding::code).toList();
    }

    @Test
    void isFoundByItsCode() {
        assertEquals(List.of("J45.9"), codes("j45"));
        assertEquals("I10", codes("I10").getFirst());
    }

    @Test
    void isFoundInEachLanguageWithoutAccents() {
        assertTrue(codes("tang huyet ap").contains("I10"));
        assertTrue(codes("hipertension").contains("I10"));
        assertTrue(codes("high blood").contains("I10"));
    }

    @Test
    void isFoundByItsWordsInAnyOrder() {
        assertEquals(List.of("J20.9"), codes("bronchitis acute"));
    }

    @Test
    void isNamedInTheLanguageOfTheDesk() {
        assertEquals(
                List.of(new Coding("http://hl7.org/fhir/sid/icd-10", "J45.9", "Hen phế quản")),
                diagnoses.search("asthma", VIETNAMESE, 20));
    }

    @Test
    void whatBeginsWithTheWordStandsBeforeWhatHoldsIt() {
        var found = codes("pain");
        assertEquals("N94.6", found.getFirst());
        assertTrue(found.contains("M25.5"));
    }

    @Test
    void noMoreThanAskedForAreFound() {
        assertEquals(20, codes("a").size());
    }

    @Test
    void whatNobodyWroteDownIsNotFound() {
        assertEquals(List.of(), codes("lupus of the moon"));
        assertEquals(List.of(), codes("?"));
    }
}
