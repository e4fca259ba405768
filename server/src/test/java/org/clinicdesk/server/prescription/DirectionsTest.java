package org.clinicdesk.server.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class DirectionsTest {

    private static Dosage dosage(double dose, int times, boolean asNeeded, int days) {
        return new Dosage(dose, "tablet", times, asNeeded, days, "oral", "");
    }

    private static String in(String language, Dosage dosage) {
        return new Directions(Locale.of(language)).of(dosage);
    }

    @Test
    void readsLikeASentenceInEachLanguage() {
        var dosage = dosage(1, 3, false, 7);
        assertEquals("1 tablet 3 times a day, for 7 days, by mouth.", in("en", dosage));
        assertEquals("Mỗi lần 1 viên, ngày 3 lần, trong 7 ngày, đường uống.", in("vi", dosage));
        assertEquals("1 comprimido 3 veces al día, durante 7 días, por la boca.", in("es", dosage));
    }

    @Test
    void aFractionIsWrittenAsTheLanguageDoes() {
        assertEquals(
                "0.5 tablet once a day, for 1 day, by mouth.", in("en", dosage(0.5, 1, false, 1)));
        assertEquals(
                "0,5 comprimido una vez al día, durante 1 día, por la boca.",
                in("es", dosage(0.5, 1, false, 1)));
        assertEquals(
                "Mỗi lần 0,25 viên, ngày 2 lần, đường uống.", in("vi", dosage(0.25, 2, false, 0)));
    }

    @Test
    void whatIsTakenWhenNeededHasALimit() {
        assertEquals(
                "2 tablets when needed, at most 4 times a day, by mouth.",
                in("en", dosage(2, 4, true, 0)));
    }

    @Test
    void theDoctorsOwnWordsFollow() {
        var dosage = new Dosage(5, "thìa", 2, false, 3, "qua sonde", "Uống sau ăn {0} 'no'");
        assertEquals(
                "Mỗi lần 5 thìa, ngày 2 lần, trong 3 ngày, qua sonde. Uống sau ăn {0} 'no'",
                in("vi", dosage));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "es"})
    void everyUnitAndRouteHasWords(String language) {
        for (var unit : Directions.UNITS) {
            for (var route : Directions.ROUTES) {
                var text = in(language, new Dosage(2, unit, 2, false, 1, route, ""));
                assertFalse(text.contains("{") || text.contains("prescription."), text);
            }
        }
    }
}
