package org.clinicdesk.server.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Check potassium and creatinine after 1 and 4 weeks, then every 3 months. | 7",
                "Stop or leave out doses; vitamin K by INR; repeat INR within 1 to 2 days. | 1",
                "Choose another agent, or check INR in 3-5 days and weekly. | 3",
                "Give levothyroxine 4 hours apart; check TSH in 6-8 weeks. | 42",
                "Treat potassium and repeat it within days. | 2",
                "Check INR in a week. | 7",
                "Check calcium after a month. | 30",
                "Check blood count every week or two. | 7",
                "Avoid for nocturia, or check sodium at 3 days and 1 week. | 3",
                "Measure the level in 48 hours. | 2",
                "Within 2 weeks stop; measure the level. | 14",
                "Watch for unsteadiness in the first 2 weeks. | 7",
                "Watch sedation. | 7",
                "Do not give within 14 days. | 0",
            })
    void theFirstDayToLookAgain(String management, int days) {
        assertEquals(days, Advice.dueDays(management));
    }
}
