package org.clinicdesk.server.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.patient.PartialDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

class PriorityGroupTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "1951-11-23, ELDERLY",
        "1951-11-24, ",
        "1951, ELDERLY",
        "1952, ",
        "2020-11-24, SMALL_CHILD",
        "2020-11-23, ",
        "2020-11, SMALL_CHILD",
        "2020-10, ",
        "2020, SMALL_CHILD",
        "2019, "
    })
    void theOldFrom75AndTheSmallUpToSixAreFirst(String born, @Nullable PriorityGroup group) {
        assertEquals(
                group == null ? Set.of() : Set.of(group),
                PriorityGroup.byAge(new PartialDate(born), TODAY));
    }

    @Test
    void nobodyIsPreferredForAnUnknownAge() {
        assertEquals(Set.of(), PriorityGroup.byAge(new PartialDate(""), TODAY));
    }

    @Test
    void theHeaviestGroupCountsAndNotTheirSum() {
        var all = EnumSet.complementOf(EnumSet.of(PriorityGroup.EMERGENCY));
        assertTrue(
                PriorityGroup.weight(Set.of(PriorityGroup.EMERGENCY)) > PriorityGroup.weight(all));
    }

    @Test
    void aColumnHoldsAllGroups() {
        var all = EnumSet.allOf(PriorityGroup.class);
        assertEquals(all, PriorityGroup.of(PriorityGroup.text(all)));
        assertEquals(Set.of(), PriorityGroup.of(PriorityGroup.text(Set.of())));
    }
}
