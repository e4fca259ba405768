package org.clinicdesk.client.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

class WeighingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource({
        "31, 2016-05-02, ",
        "310, 2016-05-02, age",
        "3.1, 2016-05-02, age",
        "14, 2023-10-01, ",
        "141, 2023-10, age",
        "4.2, 2026-10-20, ",
        "12, 2026-10-20, age",
        "72, 1961, ",
        "25, 1961, age",
        "300, 1961, age",
        "300, '', ",
    })
    void asksOnceMoreForWhatIsHardlyAWeightAtThisAge(String kg, String birth, String doubt) {
        assertEquals(
                Optional.ofNullable(doubt),
                Weighing.doubt(new BigDecimal(kg), birth, null, TODAY).map(Weighing.Doubt::word));
    }

    @ParameterizedTest
    @CsvSource({
        "14, 2023-10-01, 13.5, 2026-09-01, ",
        "14, 2023-10-01, 9.5, 2024-10-01, ",
        "20, 2023-10-01, 13.5, 2026-09-01, record",
        "72, 1961, 70, 2024-03-01, ",
        "72, 1961, 100, 2026-03-01, record",
        "72, 1961, 50, 2026-03-01, record",
    })
    void asksOnceMoreForWhatIsFarFromTheRecord(
            String kg, String birth, String before, LocalDate on, String doubt) {
        var weight = new ByWeight.Weight(new BigDecimal(before), on);
        assertEquals(
                Optional.ofNullable(doubt),
                Weighing.doubt(new BigDecimal(kg), birth, weight, TODAY).map(Weighing.Doubt::word));
    }
}
