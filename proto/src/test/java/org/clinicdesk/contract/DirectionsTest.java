package org.clinicdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.TaperStep;
import org.clinicdesk.prescription.v1.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class DirectionsTest {

    private static Dosage.Builder tablet(Timing.Builder timing) {
        return Dosage.newBuilder().setDose(1).setUnit("tablet").setTiming(timing).setRoute("oral");
    }

    private static Timing.Builder times(int times) {
        return Timing.newBuilder().setTimesADay(times);
    }

    private static String in(String language, Dosage.Builder dosage) {
        return Directions.in(Locale.of(language)).whole(dosage.build());
    }

    @Test
    void readsLikeASentenceInEachLanguage() {
        var dosage = tablet(times(3)).setDays(7);
        assertEquals("1 tablet 3 times a day, for 7 days, by mouth.", in("en", dosage));
        assertEquals("Mỗi lần 1 viên, ngày 3 lần, trong 7 ngày, đường uống.", in("vi", dosage));
        assertEquals("1 comprimido 3 veces al día, durante 7 días, por la boca.", in("es", dosage));
    }

    @Test
    void saysEverySoManyHours() {
        var dosage = tablet(Timing.newBuilder().setEveryHours(8)).setDays(7);
        assertEquals("1 tablet every 8 hours, for 7 days, by mouth.", in("en", dosage));
        assertEquals(
                "Mỗi lần 1 viên, cứ 8 giờ một lần, trong 7 ngày, đường uống.", in("vi", dosage));
        assertEquals("1 comprimido cada 8 horas, durante 7 días, por la boca.", in("es", dosage));
    }

    @Test
    void saysAlternateDays() {
        var dosage = tablet(Timing.newBuilder().setEveryDays(2)).setDays(14);
        assertEquals("1 tablet every other day, for 14 days, by mouth.", in("en", dosage));
        assertEquals(
                "Mỗi lần 1 viên, cách ngày một lần, trong 14 ngày, đường uống.", in("vi", dosage));
        assertEquals(
                "1 comprimido un día sí y otro no, durante 14 días, por la boca.",
                in("es", dosage));
    }

    @Test
    void namesTheDayOfAWeeklyMedicine() {
        var dosage = tablet(Timing.newBuilder().setEveryDays(7).setWeekday(1));
        assertEquals("1 tablet once a week, on Monday, by mouth.", in("en", dosage));
        assertEquals(
                "Mỗi lần 1 viên, mỗi tuần một lần, vào Thứ Hai, đường uống.", in("vi", dosage));
        assertEquals("1 comprimido una vez por semana, el lunes, por la boca.", in("es", dosage));
    }

    @Test
    void whatIsTakenWhenNeededHasItsReasonAndItsLimits() {
        var dosage =
                tablet(Timing.newBuilder().setEveryHours(6))
                        .setAsNeeded(true)
                        .setNeededFor("pain")
                        .setMaxDaily(4);
        assertEquals(
                "1 tablet when needed for pain, at most once every 6 hours, no more than 4 tablets"
                        + " in 24 hours, by mouth.",
                in("en", dosage));
        assertEquals(
                "Mỗi lần 1 viên khi bị đau đầu, tối đa 6 giờ một lần, không quá 4 viên trong 24"
                        + " giờ, đường uống.",
                in("vi", dosage.setNeededFor("đau đầu")));
        assertEquals(
                "1 comprimido si tiene dolor, como máximo una vez cada 6 horas, no más de 4"
                        + " comprimidos en 24 horas, por la boca.",
                in("es", dosage.setNeededFor("dolor")));
    }

    @Test
    void saysEachStepOfATaper() {
        var dosage =
                tablet(times(1))
                        .setDose(8)
                        .setDays(5)
                        .addThen(TaperStep.newBuilder().setDose(4).setDays(5))
                        .addThen(
                                TaperStep.newBuilder()
                                        .setDose(1)
                                        .setDays(1)
                                        .setTiming(Timing.newBuilder().setEveryDays(2)));
        assertEquals(
                "8 tablets once a day, for 5 days, then 4 tablets for 5 days, then 1 tablet every"
                        + " other day for 1 day, by mouth.",
                in("en", dosage));
        assertEquals(
                "Mỗi lần 8 viên, ngày 1 lần, trong 5 ngày, sau đó mỗi lần 4 viên trong 5 ngày, sau"
                        + " đó mỗi lần 1 viên, cách ngày một lần trong 1 ngày, đường uống.",
                in("vi", dosage));
        assertEquals(
                "8 comprimidos una vez al día, durante 5 días, después 4 comprimidos durante 5"
                    + " días, después 1 comprimido un día sí y otro no durante 1 día, por la boca.",
                in("es", dosage));
    }

    @Test
    void writesTheLastDayAsTheLanguageDoes() {
        var dosage = tablet(times(2)).setUntil("2026-12-05");
        assertEquals("1 tablet twice a day, until 5 December 2026, by mouth.", in("en", dosage));
        assertEquals(
                "Mỗi lần 1 viên, ngày 2 lần, đến hết ngày 05/12/2026, đường uống.",
                in("vi", dosage));
        assertEquals(
                "1 comprimido 2 veces al día, hasta el 5 de diciembre de 2026, por la boca.",
                in("es", dosage));
    }

    @Test
    void aFractionIsWrittenAsTheLanguageDoes() {
        var spoon = tablet(times(1)).setDose(2.5).setUnit("ml").setDays(1);
        assertEquals("2.5 ml once a day, for 1 day, by mouth.", in("en", spoon));
        assertEquals("2,5 ml una vez al día, durante 1 día, por la boca.", in("es", spoon));
        var third = tablet(times(1)).setDose(0.333).setDays(1);
        assertEquals("Mỗi lần 1/3 viên, ngày 1 lần, trong 1 ngày, đường uống.", in("vi", third));
        assertEquals(
                "1 2/3 tablets once a day, for 1 day, by mouth.", in("en", third.setDose(1.667)));
    }

    /// A point that is overlooked makes five tablets of half a one.
    @ParameterizedTest
    @CsvSource({
        "en, 0.5, half a tablet",
        "vi, 0.5, Mỗi lần nửa viên",
        "es, 0.5, medio comprimido",
        "en, 0.25, a quarter of a tablet",
        "vi, 0.25, Mỗi lần một phần tư viên",
        "es, 0.75, tres cuartos de comprimido",
        "en, 1.5, 1½ tablets",
        "vi, 1.5, Mỗi lần 1 viên rưỡi",
        "es, 1.5, 1 comprimido y medio",
        "es, 2.5, 2 comprimidos y medio",
        "en, 1.25, 1¼ tablets",
    })
    void saysPartsOfATabletAsPeopleDo(String language, double dose, String said) {
        var dosage = tablet(times(1)).setDose(dose);
        var sentence = in(language, dosage);
        assertTrue(
                sentence.toLowerCase(Locale.ROOT).startsWith(said.toLowerCase(Locale.ROOT)),
                sentence);
    }

    @Test
    void saysPartsOfOtherPiecesAndInRangesInOneFigure() {
        var sachet = tablet(times(1)).setDose(0.5).setUnit("sachet");
        assertEquals("½ sachet once a day, by mouth.", in("en", sachet));
        assertEquals("½ sobre una vez al día, por la boca.", in("es", sachet));
        var range = tablet(times(1)).setDoseFrom(0.5).setDose(1);
        assertEquals("½ to 1 tablet once a day, by mouth.", in("en", range));
        assertEquals("Mỗi lần ½ đến 1 viên, ngày 1 lần, đường uống.", in("vi", range));
    }

    @Test
    void saysWhatIsHandedOut() {
        assertEquals("21 tablets", supply("en", 21, "tablet", ""));
        assertEquals("84 comprimidos", supply("es", 84, "tablet", "28 ml"));
        assertEquals("3 × 28 comprimidos", supply("es", 84, "tablet", "28 tablet"));
        assertEquals("2 × 100 ml", supply("en", 200, "ml", "100 ml"));
        assertEquals("150 ml", supply("en", 150, "ml", "100 ml"));
        assertEquals("1 × 200 nhát xịt", supply("vi", 1, "puff", "200 puff"));
        assertEquals("1 × 2,5 ml", supply("es", 1, "drop", "2.5 ml"));
        assertEquals("30", supply("en", 30, "mg", ""));
        assertEquals("2 × pen of 300 units", supply("en", 2, "unit", "300 unit pen"));
        assertEquals("2 × bút tiêm 300 đơn vị", supply("vi", 2, "unit", "300 unit pen"));
        assertEquals("1 × vial de 1000 unidades", supply("es", 1, "unit", "1000 unit vial"));
        assertEquals("4 packs", supply("en", 4, "unit", ""));
        assertEquals("1 envase", supply("es", 1, "drop", ""));
        assertEquals("4 hộp hoặc lọ", supply("vi", 4, "application", ""));
    }

    private static String supply(String language, int quantity, String unit, String pack) {
        return Directions.in(Locale.of(language)).supply(quantity, unit, Pack.read(pack));
    }

    @Test
    void theDoctorsOwnWordsFollow() {
        var dosage =
                tablet(times(2))
                        .setUnit("thìa")
                        .setRoute("qua sonde")
                        .setInstructions("Uống sau ăn {0} 'no'");
        assertEquals(
                "Mỗi lần 1 thìa, ngày 2 lần, qua sonde. Uống sau ăn {0} 'no'", in("vi", dosage));
    }

    @Test
    void theDoctorsOwnSentenceTakesThePlaceOfTheOneMade() {
        assertEquals(
                "Una por la mañana. Con agua.",
                in(
                        "es",
                        tablet(times(1))
                                .setDirections("Una por la mañana.")
                                .setInstructions("Con agua.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "es"})
    void everyUnitAndRouteHasWords(String language) {
        for (var unit : Directions.UNITS) {
            for (var route : Directions.ROUTES) {
                var text = in(language, tablet(times(2)).setDose(2).setUnit(unit).setRoute(route));
                assertFalse(text.contains("{") || text.contains("directions."), text);
            }
        }
    }
}
