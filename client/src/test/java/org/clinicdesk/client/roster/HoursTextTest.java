package org.clinicdesk.client.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class HoursTextTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    8-12 13-17,                08:00–12:00  13:00–17:00
                    '8-12, 13-17',             08:00–12:00  13:00–17:00
                    8:30-16 (12-12:45),        08:30–16:00 (12:00–12:45)
                    0830-1600,                 08:30–16:00
                    7h30-11h,                  07:30–11:00
                    22-6,                      22:00–06:00
                    16-24,                     16:00–24:00
                    08:00–17:00 (12:00–13:00), 08:00–17:00 (12:00–13:00)
                    """)
    void isReadAsPeopleTypeIt(String typed, String understood) {
        assertEquals(Optional.of(understood), HoursText.read(typed).map(HoursText::write));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "8-", "25-26", "8-12 lunch", "(12-13)", "8:75-9", "8-16 (12-13"})
    void whatIsNoneIsNotGuessed(String typed) {
        assertEquals(Optional.empty(), HoursText.read(typed));
    }

    @Test
    void nothingTypedIsNoWork() {
        assertEquals(Optional.of(0), HoursText.read("  ").map(shifts -> shifts.size()));
    }

    @Test
    void breaksAndMidnightAreCounted() {
        assertEquals(8 * 60, HoursText.minutes(HoursText.read("8-17 (12-13)").orElseThrow()));
        assertEquals(8 * 60, HoursText.minutes(HoursText.read("22-6").orElseThrow()));
    }
}
