package org.clinicdesk.server.drug.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.drug.Dosing;
import org.clinicdesk.server.drug.Quantity;
import org.clinicdesk.server.drug.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class DosageTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 tablet twice daily | 1 | PIECE | 2",
                "500 mg, 3 in 1 d | 500 | MG | 3",
                "Take 2 tablets by mouth 4 times a day as needed | 2 | PIECE | 4",
                "1 g once daily | 1 | GRAM | 1",
                "15 mg once a week | 15 | MG | 0.143",
                "1 tablet × 3/day, 7 days, oral | 1 | PIECE | 3",
            })
    void isRead(String text, double amount, Unit unit, double aDay) {
        Dosing read = DosageText.read(text).orElseThrow();
        assertEquals(List.of(new Quantity(amount, unit)), read.amounts());
        assertEquals(aDay, Optional.ofNullable(read.timesADay()).orElseThrow(), 0.001);
    }

    @Test
    void anIntervalIsRead() {
        assertEquals(8.0, DosageText.read("500 mg every 8 hours").orElseThrow().everyHours());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 × 1",
                "twice daily",
                "500 mg",
                "500 mg twice daily; 1 g at night",
                "500 mg in the morning and 1 g at night",
                "1 tablet twice daily, the blue ones",
                "2 lần một ngày",
                "10 mg per kg twice daily",
            })
    void isNotGuessed(String text) {
        assertEquals(Optional.empty(), DosageText.read(text));
    }
}
