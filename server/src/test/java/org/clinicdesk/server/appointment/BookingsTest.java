package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.sample.SampleClinic;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;

@OnServer
class BookingsTest {

    private final TestServer server;
    private final FrontDesk desk;
    private final Appointments appointments;

    BookingsTest(TestServer server) {
        this.server = server;
        this.desk = new FrontDesk(server);
        this.appointments = server.clinic().features().appointment.appointments();
    }

    @Test
    void aVisitUntilMidnightTouchesOneDay() {
        assertEquals(
                List.of(LocalDate.of(2026, 11, 23)),
                days("2026-11-23T16:30:00Z", "2026-11-23T17:00:00Z"));
    }

    @Test
    void aVisitOverMidnightTouchesBothDays() {
        assertEquals(
                List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24)),
                days("2026-11-23T16:30:00Z", "2026-11-23T17:01:00Z"));
    }

    private static List<LocalDate> days(String start, String end) {
        return Bookings.days(new Span(Instant.parse(start), Instant.parse(end)), SampleClinic.ZONE);
    }

    @Test
    void aVisitOverMidnightIsInTheWayOnTheNextDay() {
        server.change(() -> appointments.enter(wish(desk.patient("Khuya"), 0, at(60, "23:45"))));
        var refused =
                assertThrows(
                        Refusal.class,
                        () ->
                                server.change(() ->
                                        appointments.enter(
                                                wish(desk.patient("Sớm"), 0, at(61, "00:00")))));
        assertEquals(AppointmentRefusal.SLOT_TAKEN, refused.reason());
    }

    @Test
    void aVisitOverMidnightStandsOnBothBoards() {
        var visit = enter(wish(desk.patient("Đêm"), 1, at(62, "23:45")));
        assertEquals(1, onBoard(62, visit));
        assertEquals(1, onBoard(63, visit));
        assertEquals(0, onBoard(64, visit));
    }

    private long onBoard(int day, UUID visit) {
        return desk.day(day).getAppointmentsList().stream()
                .filter(shown -> shown.getId().equals(visit.toString()))
                .count();
    }

    @Test
    void aMoveToAnotherDayTellsBothDays() {
        var visit = desk.book(desk.patient("Dời"), desk.doctor(2), at(65, "09:00"));
        var told = new ConcurrentSkipListSet<String>();
        var topics =
                Set.of(
                        "day/2027-01-27",
                        "day/2027-01-28",
                        "patient/" + visit.getPerson().getPatientId());
        try (var _ = server.clinic().platform().changes().watch(topics, told::addAll)) {
            desk.move(visit, desk.doctor(2), at(66, "09:00"), Duration.ZERO);
            for (var patience = 0; patience < 100 && !told.containsAll(topics); patience++) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        assertEquals(topics, Set.copyOf(told));
    }

    @Test
    void theDatabaseRefusesWhatForgotToLook() {
        Assumptions.assumeTrue(
                server.clinic().platform().db().postgresql(), "H2 has no exclusion constraints");
        enter(wish(desk.patient("Trước"), 3, at(67, "09:00")));
        var second = wish(desk.patient("Sau"), 3, at(67, "09:15"));
        var refused =
                assertThrows(Refusal.class, () -> server.change(() -> holdWithoutClaim(second)));
        assertEquals("practitioner", refused.metadata().get("resource"));
    }

    private void holdWithoutClaim(Wish wish) {
        var platform = server.clinic().platform();
        var roster = server.clinic().features().roster.roster();
        var careless = new Appointment(Ids.next(platform.clock()), wish, roster.zone());
        platform.db().session().persist(careless);
        var practitioner =
                new Use(ResourceKind.PRACTITIONER, careless.practitionerId(), careless.span());
        new Bookings(platform.db(), platform.clock(), roster)
                .keep(careless, new Bookings.Granted(List.of(practitioner), Set.of()));
    }

    @Test
    void theBoardAsksAsOftenForManyVisitsAsForFew() {
        enter(wish(desk.patient("Lẻ"), 0, at(70, "09:00")));
        var crowd = desk.patient("Đám đông");
        server.change(() -> {
            for (var number = 0; number < 500; number++) {
                var start = at(71, "00:00").plus(Duration.ofMinutes(2L * number));
                appointments.enter(wish(crowd, number % 5, start, Duration.ofMinutes(2)));
            }
        });
        assertEquals(statements(70), statements(71));
        assertEquals(500, desk.day(71).getAppointmentsCount());
    }

    private long statements(int day) {
        var db = server.clinic().platform().db();
        var statistics = server.inDatabase(() -> db.session().getSessionFactory().getStatistics());
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        server.inDatabase(() -> board().read(UUID.fromString(desk.site()), day(day)));
        return statistics.getPrepareStatementCount() - before;
    }

    private static LocalDate day(int day) {
        return FrontDesk.TODAY.plusDays(day);
    }

    private DayBoard board() {
        var features = server.clinic().features();
        var db = server.clinic().platform().db();
        return new DayBoard(
                db,
                features.roster.roster(),
                features.queue.entries(),
                features.appointment.holds(),
                new Pinboard(db, server.clock()),
                new Resources(db));
    }

    private UUID enter(Wish wish) {
        var id = new UUID[1];
        server.change(() -> id[0] = appointments.enter(wish).id());
        return id[0];
    }

    private Wish wish(String patient, int doctor, Instant start) {
        return wish(patient, doctor, start, Duration.ofMinutes(30));
    }

    private Wish wish(String patient, int doctor, Instant start, Duration length) {
        return new Wish(
                UUID.fromString(patient),
                UUID.fromString(desk.doctor(doctor)),
                UUID.fromString(desk.site()),
                Optional.empty(),
                UUID.fromString(desk.service("Consultation")),
                new Span(start, start.plus(length)),
                "");
    }
}
