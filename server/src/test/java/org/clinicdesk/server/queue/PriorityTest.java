package org.clinicdesk.server.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.server.patient.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class PriorityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "1951-11-23, PREFERRED",
        "1951-11-24, NORMAL",
        "1951, PREFERRED",
        "1952, NORMAL",
        "2020-11-24, PREFERRED",
        "2020-11-23, NORMAL",
        "2020-11, PREFERRED",
        "2020-10, NORMAL",
        "2020, PREFERRED",
        "2019, NORMAL"
    })
    void theOldFrom75AndTheSmallUpToSixAreFirst(String born, Priority priority) {
        assertEquals(priority, Priority.byAge(new PartialDate(born), TODAY));
    }

    @Test
    void nobodyIsPreferredForAnUnknownAge() {
        assertEquals(Priority.NORMAL, Priority.byAge(new PartialDate(""), TODAY));
    }
}
