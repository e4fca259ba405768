package org.clinicdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.TaperStep;
import org.clinicdesk.prescription.v1.Timing;
import org.junit.jupiter.api.Test;

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
        return Course.quantity(dosage.build(), MONDAY).orElse(0);
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
