package org.clinicdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.TaperStep;
import org.clinicdesk.prescription.v1.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

class CourseTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private static Dosage.Builder tablets(double dose, Timing.Builder timing) {
        return Dosage.newBuilder().setDose(dose).setUnit("tablet").setTiming(timing);
    }

    private static Timing.Builder times(int times) {
        return Timing.newBuilder().setTimesADay(times);
    }

    private static int quantity(Dosage.Builder dosage) {
        return quantity(dosage, "");
    }

    private static int quantity(Dosage.Builder dosage, String pack) {
        return Course.quantity(dosage.build(), MONDAY, Pack.read(pack)).orElse(0);
    }

    @Test
    void poursWholeBottlesAndHandsOutWholePacks() {
        var spoon = tablets(5, times(3)).setUnit("ml").setDays(7);
        assertEquals(105, quantity(spoon));
        assertEquals(200, quantity(spoon, "100 ml"));
        assertEquals(105, quantity(spoon, "35 ml"));
        var puffs = tablets(2, times(2)).setUnit("puff").setDays(30);
        assertEquals(0, quantity(puffs));
        assertEquals(1, quantity(puffs, "120 puff"));
        assertEquals(2, quantity(puffs.setDays(31), "120 puff"));
    }

    @Test
    void countsDropsAndUnitsByWhatAPackHolds() {
        var drops = tablets(2, Timing.newBuilder().setEveryHours(4)).setUnit("drop").setDays(7);
        assertEquals(0, quantity(drops));
        assertEquals(1, quantity(drops, "10 ml"));
        assertEquals(2, quantity(drops.setDays(17), "10 ml"));
        assertEquals(0, quantity(drops, "200 puff"));
        var insulin = tablets(12, times(1)).setUnit("unit").setDays(30);
        assertEquals(0, quantity(insulin));
        assertEquals(2, quantity(insulin, "300 unit pen"));
        assertEquals(1, quantity(insulin, "1000 unit vial"));
        assertEquals(0, quantity(insulin, "3 ml"));
    }

    @Test
    void countsPiecesOutWhateverThePackHolds() {
        assertEquals(21, quantity(tablets(1, times(3)).setDays(7), "28 tablet"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "puff",
                "0 puff",
                "0.000 ml",
                "-5 ml",
                "200  puff",
                "200 puff ",
                "3 ml bag"
            })
    void readsNoPackWhereNoneIsWritten(String text) {
        assertEquals(Optional.empty(), Pack.read(text));
    }

    @Test
    void countsADailyCourseAndRoundsUp() {
        assertEquals(21, quantity(tablets(1, times(3)).setDays(7)));
        assertEquals(4, quantity(tablets(0.5, times(1)).setDays(7)));
    }

    @Test
    void countsTheHoursOfTheWholeCourse() {
        assertEquals(21, quantity(tablets(1, Timing.newBuilder().setEveryHours(8)).setDays(7)));
        assertEquals(5, quantity(tablets(1, Timing.newBuilder().setEveryHours(36)).setDays(7)));
    }

    @Test
    void countsAlternateDaysAndWeeks() {
        assertEquals(4, quantity(tablets(1, Timing.newBuilder().setEveryDays(2)).setDays(7)));
        assertEquals(16, quantity(tablets(4, Timing.newBuilder().setEveryDays(7)).setDays(28)));
    }

    @Test
    void addsTheStepsOfATaper() {
        var taper =
                tablets(8, times(1))
                        .setDays(5)
                        .addThen(TaperStep.newBuilder().setDose(4).setDays(5))
                        .addThen(TaperStep.newBuilder().setDose(0.5).setDays(5));
        assertEquals(63, quantity(taper));
        assertEquals(
                Optional.of(LocalDate.parse("2026-12-07")), Course.lastDay(taper.build(), MONDAY));
    }

    @Test
    void countsToTheLastDay() {
        var dosage = tablets(1, times(2)).setUntil("2026-11-29");
        assertEquals(14, quantity(dosage));
        assertEquals(0, quantity(dosage.setUntil("2026-11-22")));
    }

    @Test
    void whatIsNeededIsCountedUpToItsLimit() {
        var needed = tablets(1, Timing.newBuilder().setEveryHours(4)).setDays(5).setAsNeeded(true);
        assertEquals(30, quantity(needed));
        assertEquals(20, quantity(needed.setMaxDaily(4)));
    }

    @Test
    void saysNothingOfWhatDoesNotFollow() {
        assertEquals(0, quantity(tablets(1, times(1))));
        assertEquals(0, quantity(tablets(500, times(1)).setUnit("mg").setDays(7)));
        assertEquals(OptionalInt.empty(), Course.days(tablets(1, times(1)).build(), MONDAY));
    }
}
