package org.clinicdesk.client.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Optional;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "14/3/1986, 1986-03-14",
        "14.03.1986, 1986-03-14",
        "14 3 1986, 1986-03-14",
        "14031986, 1986-03-14",
        "1986-03-14, 1986-03-14",
        "3/1986, 1986-03",
        "1986, 1986"
    })
    void readsWhatPeopleType(String typed, String iso) {
        assertEquals(Optional.of(iso), DateText.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/2/1986", "14/13/1986", "yesterday", "86", "29/2/2023"})
    void refusesWhatIsNoDate(String typed) {
        assertEquals(Optional.empty(), DateText.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1986-03-14", "1986-03", "1986"})
    void readsWhatItWrote(String iso) {
        assertEquals(Optional.of(iso), DateText.read(DateText.write(iso)));
    }

    @Test
    void takesTheDayFirst() {
        assertEquals(Optional.of("2026-04-03"), DateText.read("3/4/2026"));
    }

    @Test
    void aDayWithoutAYearIsTheNextOne() {
        var today = LocalDate.of(2026, 11, 23);
        assertEquals(Optional.of("2026-11-24"), DateText.readAhead("24/11", today));
        assertEquals(Optional.of("2027-11-22"), DateText.readAhead("22.11.", today));
        assertEquals(Optional.of("2028-02-29"), DateText.readAhead("29/2", today));
        assertEquals(Optional.of("2026-12-24"), DateText.readAhead("24/12/2026", today));
        assertEquals(Optional.empty(), DateText.readAhead("31/11", today));
    }
}
