package org.clinicdesk.server.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

class WorkingHoursTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

    /// Sundays: an ordinary one, the one whose 02:00 is 03:00, the one with 02:00 twice.
    private static final LocalDate ORDINARY = LocalDate.of(2026, 3, 22);

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    @Test
    void eightStaysEightWhenTheClocksChange() {
        assertEquals(
                span("2026-03-22T07:00:00Z", "2026-03-22T11:00:00Z"),
                on(ORDINARY, MADRID, "08:00", "12:00"));
        assertEquals(
                span("2026-03-29T06:00:00Z", "2026-03-29T10:00:00Z"),
                on(SPRING, MADRID, "08:00", "12:00"));
        assertEquals(
                span("2026-10-25T07:00:00Z", "2026-10-25T11:00:00Z"),
                on(AUTUMN, MADRID, "08:00", "12:00"));
    }

    @Test
    void aSkippedTimeIsMovedForward() {
        assertEquals(
                span("2026-03-29T01:30:00Z", "2026-03-29T03:00:00Z"),
                on(SPRING, MADRID, "02:30", "05:00"));
    }

    @Test
    void aStretchThatIsSkippedWholeIsNone() {
        assertEquals(Optional.empty(), on(SPRING, MADRID, "02:30", "03:00"));
    }

    @Test
    void aTimeThatComesTwiceIsTheFirst() {
        assertEquals(
                span("2026-10-25T00:30:00Z", "2026-10-25T04:00:00Z"),
                on(AUTUMN, MADRID, "02:30", "05:00"));
    }

    @Test
    void aZoneWithoutChangesHasNone() {
        assertEquals(
                span("2026-03-29T01:00:00Z", "2026-03-29T05:00:00Z"),
                on(SPRING, SAIGON, "08:00", "12:00"));
    }

    @Test
    void aShiftOverMidnightEndsOnTheNextDay() {
        assertEquals(
                span("2026-03-22T15:00:00Z", "2026-03-22T23:00:00Z"),
                on(ORDINARY, SAIGON, "22:00", "06:00"));
    }

    @Test
    void anotherWeekdayHasNone() {
        assertEquals(Optional.empty(), on(ORDINARY.plusDays(1), SAIGON, "08:00", "12:00"));
    }

    @Test
    void holdsFromItsFirstDayToItsLast() {
        var hours = hours("08:00", "12:00");
        hours.validTo(ORDINARY.plusWeeks(1));
        assertEquals(Optional.empty(), hours.on(LocalDate.of(2025, 12, 28), SAIGON));
        assertEquals(true, hours.on(ORDINARY.plusWeeks(1), SAIGON).isPresent());
        assertEquals(Optional.empty(), hours.on(ORDINARY.plusWeeks(2), SAIGON));
    }

    private static Optional<Span> on(LocalDate day, ZoneId zone, String from, String to) {
        return hours(from, to).on(day, zone);
    }

    private static WorkingHours hours(String from, String to) {
        var id = new UUID(0, 1);
        return new WorkingHours(
                id,
                id,
                id,
                ORDINARY.getDayOfWeek(),
                LocalTime.parse(from),
                LocalTime.parse(to),
                LocalDate.of(2026, 1, 1));
    }

    private static Optional<Span> span(String start, String end) {
        return Optional.of(new Span(Instant.parse(start), Instant.parse(end)));
    }
}
