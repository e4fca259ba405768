package org.clinicdesk.server.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.server.Databases;
import org.clinicdesk.server.MovingClock;
import org.clinicdesk.server.Server;
import org.clinicdesk.server.appointment.Status;
import org.clinicdesk.server.queue.StayState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

@Tag("database")
class SampleDayTest {

    /// Hours of the clinic: in the night, on a Sunday morning, at noon of the last day of a year, in the evening.
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T20:00:00Z, 2026-11-23, 0",
        "2026-11-22T02:40:00Z, 2026-11-22, 2",
        "2026-12-31T05:20:00Z, 2026-12-31, 0",
        "2026-11-23T13:00:00Z, 2026-11-23, 0"
    })
    void isTodayWheneverItIsAndNobodyIsInTwoPlaces(Instant now, LocalDate today, int atMostInRoom) {
        try (var clinic = Server.Clinic.open(Databases.fresh(), new MovingClock(now))) {
            SampleClinic.fill(clinic);
            clinic.platform()
                    .db()
                    .read(() -> {
                        look(clinic, today, atMostInRoom);
                        return null;
                    });
        }
    }

    private static void look(Server.Clinic clinic, LocalDate today, int atMostInRoom) {
        var features = clinic.features();
        var site = features.site.sites().sites().getFirst().id();
        assertEquals(today, features.roster.roster().today());
        var counts = features.appointment.appointments().counts(site, today);
        var booked = counts.values().stream().mapToLong(count -> count).sum();
        assertTrue(booked > 30, "only " + counts);
        assertTrue(counts.getOrDefault(Status.IN_ROOM, 0L) <= atMostInRoom, counts.toString());
        assertEquals(List.of(), features.appointment.appointments().overlaps());
        var present =
                features.queue.board().present(site).stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.state(), Collectors.counting()));
        assertEquals(
                counts.getOrDefault(Status.ARRIVED, 0L),
                present.getOrDefault(StayState.WAITING, 0L));
        assertEquals(
                counts.getOrDefault(Status.IN_ROOM, 0L),
                present.getOrDefault(StayState.IN_ROOM, 0L));
    }
}
