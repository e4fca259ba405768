package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clinicdesk.appointment.v1.Appointment;
import org.junit.jupiter.api.Test;

import java.util.List;

class LanesTest {

    private static Visit visit(String id, int from, int to) {
        return new Visit(
                Appointment.newBuilder().setId(id).build(),
                0,
                new Minutes(from, to),
                0,
                1,
                About.NOTHING);
    }

    private static List<String> placed(Visit... visits) {
        return Lanes.spread(List.of(visits)).stream()
                .map(visit -> visit.id() + " " + (visit.lane() + 1) + "/" + visit.lanes())
                .toList();
    }

    @Test
    void visitsOneAfterTheOtherTakeTheWholeColumn() {
        assertEquals(List.of("a 1/1", "b 1/1"), placed(visit("b", 30, 60), visit("a", 0, 30)));
    }

    @Test
    void visitsThatOverlapStandSideBySide() {
        assertEquals(List.of("a 1/2", "b 2/2"), placed(visit("a", 0, 30), visit("b", 15, 45)));
    }

    @Test
    void aLaneIsUsedAgainWhenItIsFree() {
        assertEquals(
                List.of("a 1/2", "b 2/2", "c 1/2"),
                placed(visit("a", 0, 30), visit("b", 15, 60), visit("c", 30, 60)));
    }
}
