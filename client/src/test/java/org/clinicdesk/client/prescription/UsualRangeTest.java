package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.client.prescription.UsualRange.Verdict;
import org.clinicdesk.prescription.v1.UsualDose;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

class UsualRangeTest {

    /// 25 to 40 mg/kg twice a day, at most 1000 mg at a time and 2000 a day.
    private static final UsualDose AMOXICILLIN =
            UsualDose.newBuilder()
                    .setLow(25)
                    .setHigh(40)
                    .setTimesADay(2)
                    .setMaxMg(1000)
                    .setMaxDailyMg(2000)
                    .build();

    private static Verdict judge(String kg, String mg, double timesADay) {
        return new UsualRange(AMOXICILLIN, new BigDecimal(kg))
                .judge(new BigDecimal(mg), timesADay, false);
    }

    @Test
    void theWholeDayCounts() {
        assertEquals(Verdict.USUAL, judge("14", "560", 2));
        assertEquals(Verdict.DAY_OUTSIDE, judge("14", "560", 3));
        assertEquals(Verdict.DAY_OUTSIDE, judge("14", "350", 1));
        assertEquals(Verdict.USUAL, judge("14", "280", 3), "less at a time, and oftener");
    }

    @Test
    void untilItIsSaidHowOftenOnlyTheDoseDoes() {
        assertEquals(Verdict.USUAL, judge("14", "350", 0));
        assertEquals(Verdict.DOSE_OUTSIDE, judge("14", "280", 0));
    }

    @Test
    void muchAtATimeIsSaidThoughTheDayIsUsual() {
        assertEquals(Verdict.DOSE_OUTSIDE, judge("14", "700", 1));
    }

    @Test
    void nobodyGetsMoreThanTheMostOfADay() {
        assertEquals(Verdict.DAY_ABOVE_CEILING, judge("30", "1000", 3));
        assertEquals(Verdict.USUAL, judge("60", "1000", 2), "the ceiling, though little for a kg");
    }

    @Test
    void littleInADayIsUsualWhereItIsTakenAsNeeded() {
        assertEquals(
                Verdict.USUAL,
                new UsualRange(AMOXICILLIN, new BigDecimal("14"))
                        .judge(new BigDecimal("350"), 1, true));
    }
}
