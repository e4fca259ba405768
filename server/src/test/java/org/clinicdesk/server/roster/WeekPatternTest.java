package org.clinicdesk.server.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// What is left of weekly hours when others take some of their weeks.
class WeekPatternTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Shift MORNING = new Shift(480, 720, List.of(), null);

    private final AtomicLong number = new AtomicLong();

    private UUID next() {
        return new UUID(7, number.incrementAndGet());
    }

    private WorkingHours mondays(int every, LocalDate anchor) {
        return new WorkingHours(
                next(),
                new UUID(0, 1),
                new UUID(0, 2),
                DayOfWeek.MONDAY,
                MORNING,
                every,
                anchor,
                MONDAY.minusYears(1));
    }

    private static WeekPattern pattern(int every, Optional<LocalDate> to) {
        return new WeekPattern(MONDAY, to, every, Map.of(DayOfWeek.MONDAY, List.of()));
    }

    /// In which of the weeks from the pattern's first one the rest of a row comes.
    private List<Integer> weeksLeft(WeekPattern pattern, WorkingHours row, int of) {
        var rest = pattern.rest(row, this::next);
        return java.util.stream.IntStream.range(0, of)
                .filter(week -> rest.stream().anyMatch(r -> r.falls(MONDAY.plusWeeks(week))))
                .boxed()
                .toList();
    }

    @Test
    void everyWeekLeavesNothing() {
        assertEquals(List.of(), weeksLeft(pattern(1, Optional.empty()), mondays(1, MONDAY), 6));
    }

    @Test
    void everySecondWeekLeavesTheOthers() {
        assertEquals(
                List.of(1, 3, 5), weeksLeft(pattern(2, Optional.empty()), mondays(1, MONDAY), 6));
    }

    @Test
    void theOtherWeekIsNotTouched() {
        var row = mondays(2, MONDAY.plusWeeks(1));
        assertFalse(pattern(2, Optional.empty()).touches(row));
    }

    @Test
    void anotherWeekdayIsNotTouched() {
        var tuesdays =
                new WeekPattern(
                        MONDAY, Optional.empty(), 1, Map.of(DayOfWeek.TUESDAY, List.of(MORNING)));
        assertFalse(tuesdays.touches(mondays(1, MONDAY)));
    }

    @Test
    void aThirdAgainstASecondLeavesWhatDoesNotMeet() {
        assertEquals(
                List.of(2, 4, 8, 10),
                weeksLeft(pattern(3, Optional.empty()), mondays(2, MONDAY), 12));
    }

    @Test
    void whatItReplacesComesBackAfterItsEnd() {
        var twoWeeks = Optional.of(MONDAY.plusDays(13));
        assertEquals(List.of(2, 3, 4, 5), weeksLeft(pattern(1, twoWeeks), mondays(1, MONDAY), 6));
    }

    @Test
    void anAlternatingRowComesBackInItsOwnWeeks() {
        var twoWeeks = Optional.of(MONDAY.plusDays(13));
        assertEquals(List.of(2, 4), weeksLeft(pattern(1, twoWeeks), mondays(2, MONDAY), 6));
    }
}
