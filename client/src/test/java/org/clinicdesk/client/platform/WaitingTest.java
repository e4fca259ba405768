package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Timestamp;

import org.clinicdesk.queue.v1.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class WaitingTest {

    private static final Instant NINE = Instant.parse("2026-11-23T02:00:00Z");

    private static final Timestamp CAME =
            Timestamp.newBuilder().setSeconds(NINE.getEpochSecond()).build();

    private static Waiting waited(long seconds) {
        return Waiting.of(CAME, Timestamp.getDefaultInstance(), NINE.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, SHORT", "899, SHORT", "900, LONG", "1799, LONG", "1800, TOO_LONG"})
    void turnsAtAQuarterAndAtHalfAnHour(long seconds, Waiting.Degree degree) {
        var limits = Limits.newBuilder().setLongMinutes(15).setTooLongMinutes(30).build();
        assertEquals(degree, waited(seconds).degree(limits));
    }

    @Test
    void isNeverNegativeWhenTheClockOfTheDeskIsSlow() {
        assertEquals(0, waited(-200).minutes());
    }

    @Test
    void isCountedFromTheTimeBookedForWhoCameEarly() {
        var booked = Timestamp.newBuilder().setSeconds(CAME.getSeconds() + 1800).build();
        assertEquals(new Waiting(32, 2), Waiting.of(CAME, booked, NINE.plusSeconds(1920)));
    }
}
