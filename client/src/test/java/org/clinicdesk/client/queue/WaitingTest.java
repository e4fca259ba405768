package org.clinicdesk.client.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.queue.v1.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class WaitingTest {

    private static final Instant NINE = Instant.parse("2026-11-23T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, SHORT", "899, SHORT", "900, LONG", "1799, LONG", "1800, TOO_LONG"})
    void turnsAtAQuarterAndAtHalfAnHour(long seconds, Waiting.Degree degree) {
        var limits = Limits.newBuilder().setLongMinutes(15).setTooLongMinutes(30).build();
        assertEquals(degree, Waiting.between(NINE, NINE.plusSeconds(seconds)).degree(limits));
    }

    @Test
    void isNeverNegativeWhenTheClockOfTheDeskIsSlow() {
        assertEquals(0, Waiting.between(NINE, NINE.minusSeconds(200)).minutes());
    }
}
