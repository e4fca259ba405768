package org.clinicdesk.server.replan;

import static org.clinicdesk.server.replan.ReplanDesk.OKAFOR;
import static org.clinicdesk.server.replan.ReplanDesk.WHITLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.clinicdesk.appointment.v1.GetBookingRulesRequest;
import org.clinicdesk.appointment.v1.SetBookingRulesRequest;
import org.clinicdesk.appointment.v1.SetLimitsRequest;
import org.clinicdesk.replan.v1.Alternative;
import org.clinicdesk.replan.v1.GetReplanRequest;
import org.clinicdesk.replan.v1.HitVisit;
import org.clinicdesk.replan.v1.ReplanServiceGrpc;
import org.clinicdesk.roster.v1.AbsenceKind;
import org.clinicdesk.roster.v1.AddAbsenceRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.appointment.FrontDesk;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.roster.Span;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The other times that visits are offered when leave hits them. Each test has days of its own; the sample clinic has two
/// doctors of general practice and one of paediatrics.
@OnServer
class AlternativesTest {

    private static final String HERRERA = "Dr. Sofía Herrera";

    private final TestServer server;
    private final ReplanDesk desk;

    AlternativesTest(TestServer server) {
        this.server = server;
        this.desk = new ReplanDesk(server);
    }

    /// Her colleague has time only at nine that day, an hour after it is looked for.
    @Test
    void nobodyIsOfferedAnEarlierTimeOnShorterNoticeThanTheClinicHasSet() {
        var day = 171;
        var _ = desk.book("Báo trước", OKAFOR, day, "11:00");
        var absence = desk.leave(OKAFOR, day);
        away(WHITLOW, day, "08:00", "09:00");
        away(WHITLOW, day, "09:30", "17:00");
        server.clock().set(FrontDesk.at(day, "08:00"));
        try {
            var office = new FrontDesk(server, "administrator").appointments();
            assertEquals("Dr. James Whitlow 171 09:00", offered(absence).getFirst());
            notice(office, 90);
            assertFalse(offered(absence).contains("Dr. James Whitlow 171 09:00"));
            notice(office, 60);
        } finally {
            server.clock().set(TestServer.MONDAY_MORNING);
        }
    }

    private void away(String doctor, int day, String from, String to) {
        desk.absence(
                AddAbsenceRequest.newBuilder()
                        .setKind(AbsenceKind.ABSENCE_KIND_BLOCKOUT)
                        .setNote("Họp")
                        .setPractitionerId(desk.front().doctor(doctor))
                        .setTime(ReplanDesk.time(day).setFrom(from).setTo(to)));
    }

    /// To somebody who signed in after the clock went on.
    private List<String> offered(String absence) {
        var token = server.freshSignIn(TestServer.LOGINS.get("receptionist")).getToken();
        var request = GetReplanRequest.newBuilder().setAbsenceId(absence).build();
        return words(
                ReplanServiceGrpc.newBlockingStub(server.withToken(token))
                        .getReplan(request)
                        .getVisits(0));
    }

    private static void notice(AppointmentServiceBlockingStub office, int minutes) {
        var rules = office.getBookingRules(GetBookingRulesRequest.getDefaultInstance()).getRules();
        var request =
                SetBookingRulesRequest.newBuilder()
                        .setRules(rules.toBuilder().setNoticeMinutes(minutes))
                        .build();
        assertEquals(minutes, office.setBookingRules(request).getRules().getNoticeMinutes());
    }

    private List<String> words(HitVisit visit) {
        return visit.getAlternativesList().stream().map(desk::words).toList();
    }

    @Test
    void theColleagueAtTheSameTimeComesFirstThenTheDoctorOnTheNearestDay() {
        var visit = desk.book("Một", OKAFOR, 8, "09:00");
        var absence = desk.leave(OKAFOR, 8);
        assertEquals(
                List.of(
                        "Dr. James Whitlow 8 09:00",
                        "Dr. Amara Okafor 7 09:00",
                        "Dr. Amara Okafor 9 09:00"),
                words(desk.of(absence, visit)));
    }

    @Test
    void nobodyOfAnotherSpecialtyIsOffered() {
        var visit = desk.book("Nhi", HERRERA, 15, "10:00");
        var absence = desk.leave(HERRERA, 15);
        assertEquals(
                List.of(
                        "Dr. Sofía Herrera 16 10:00",
                        "Dr. Sofía Herrera 14 10:00",
                        "Dr. Sofía Herrera 13 10:00"),
                words(desk.of(absence, visit)));
    }

    @Test
    void theRestOfTheDayComesBeforeTheColleague() {
        var visit = desk.book("Chiều", OKAFOR, 22, "09:00");
        var time = ReplanDesk.time(22).setFrom("08:00").setTo("10:00");
        var absence =
                desk.absence(
                        AddAbsenceRequest.newBuilder()
                                .setKind(AbsenceKind.ABSENCE_KIND_SICK)
                                .setPractitionerId(desk.front().doctor(OKAFOR))
                                .setTime(time));
        assertEquals("Dr. Amara Okafor 22 10:00", words(desk.of(absence, visit)).getFirst());
    }

    @Test
    void nothingIsOfferedTwice() {
        for (var time : List.of("08:00", "08:30", "09:00", "09:30", "10:00", "10:30")) {
            desk.book("Hai", OKAFOR, 29, time);
        }
        desk.book("Bận", WHITLOW, 29, "09:00");
        var offered =
                desk.read(desk.leave(OKAFOR, 29)).getVisitsList().stream()
                        .flatMap(visit -> visit.getAlternativesList().stream())
                        .toList();
        assertEquals(18, offered.size());
        assertEquals(List.of(), overlapping(offered));
    }

    private static List<Alternative> overlapping(List<Alternative> offered) {
        var twice = new ArrayList<Alternative>();
        for (var one : offered) {
            offered.stream()
                    .filter(other -> other != one)
                    .filter(other -> other.getPractitionerId().equals(one.getPractitionerId()))
                    .filter(other -> span(other).overlaps(span(one)))
                    .forEach(twice::add);
        }
        return twice;
    }

    private static Span span(Alternative one) {
        return new Span(Protos.instant(one.getStart()), Protos.instant(one.getEnd()));
    }

    @Test
    void theCapsOfTheColleagueAreKept() {
        desk.book("Trước", WHITLOW, 36, "15:00");
        var limits = SetLimitsRequest.newBuilder().setPractitionerId(desk.front().doctor(WHITLOW));
        var version = set(limits.setDayVisits(2));
        var visits =
                Stream.of("08:00", "08:30", "09:00")
                        .map(time -> desk.book("Giới hạn", OKAFOR, 36, time))
                        .toList();
        var absence = desk.leave(OKAFOR, 36);
        var there =
                visits.stream()
                        .map(visit -> words(desk.of(absence, visit)).getFirst())
                        .filter(words -> words.startsWith(WHITLOW + " 36"))
                        .toList();
        assertEquals(1, there.size());
        desk.acceptAll(absence);
        var _ = set(limits.setVersion(version).setDayVisits(0));
    }

    private long set(SetLimitsRequest.Builder limits) {
        return AppointmentServiceGrpc.newBlockingStub(server.as("administrator"))
                .setLimits(limits.build())
                .getLimits()
                .getVersion();
    }

    @Test
    void whatThePatientHasElsewhereIsInTheWay() {
        var visit = desk.book("Tim", OKAFOR, 43, "09:00");
        desk.front()
                .book(
                        visit.getPerson().getPatientId(),
                        desk.front().doctor("Dr. Trần Minh Đức"),
                        FrontDesk.at(43, "09:30"));
        var absence = desk.leave(OKAFOR, 43);
        assertEquals("Dr. James Whitlow 43 09:00", words(desk.of(absence, visit)).getFirst());
        desk.book("Chặn", WHITLOW, 43, "09:00");
        assertEquals("Dr. James Whitlow 43 08:30", words(desk.of(absence, visit)).getFirst());
        desk.book("Chặn", WHITLOW, 43, "08:30");
        assertEquals("Dr. James Whitlow 43 08:00", words(desk.of(absence, visit)).getFirst());
        desk.book("Chặn", WHITLOW, 43, "08:00");
        assertEquals("Dr. James Whitlow 43 10:00", words(desk.of(absence, visit)).getFirst());
    }

    @Test
    void whoCameInTheAfternoonsIsOfferedAnAfternoonWithWhomHeKnows() {
        var visit = desk.book("Quen", OKAFOR, 50, "11:30");
        past(visit, -10);
        past(visit, -20);
        var absence = desk.leave(OKAFOR, 50);
        var first = desk.of(absence, visit).getAlternatives(0);
        assertEquals("Dr. James Whitlow 50 13:00", desk.words(first));
        assertTrue(first.getUsualPractitioner());
        var own = desk.of(absence, visit).getAlternatives(1);
        assertFalse(own.getUsualPractitioner());
    }

    /// A visit with Dr. Whitlow that took place.
    private void past(Appointment of, int days) {
        var start = FrontDesk.at(days, "15:00");
        var wish =
                new Wish(
                        Ids.of(of.getPerson().getPatientId()),
                        Ids.of(desk.front().doctor(WHITLOW)),
                        Ids.of(desk.front().site()),
                        Optional.empty(),
                        Ids.of(of.getServiceId()),
                        new Span(start, start.plus(Duration.ofMinutes(30))),
                        "");
        server.change(() -> {
            var id = server.clinic().features().appointment.appointments().enter(wish).id();
            var session = server.clinic().platform().db().session();
            session.flush();
            session.createNativeMutationQuery(
                            "update appointment set status = 'FULFILLED' where id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        });
    }

    @Test
    void aBlockedRoomLeavesTheDoctorAndTheTimeAndTakesAnotherRoom() {
        var front = desk.front();
        var wish =
                front.wish(front.patient("Phòng"), front.doctor(OKAFOR), FrontDesk.at(57, "09:00"));
        var visit = front.book(wish.setRoomId(front.room(1)));
        var absence =
                desk.absence(
                        AddAbsenceRequest.newBuilder()
                                .setKind(AbsenceKind.ABSENCE_KIND_BLOCKOUT)
                                .setNote("Sơn lại")
                                .setRoomId(front.room(1))
                                .setTime(ReplanDesk.time(57).setFrom("09:00").setTo("11:00")));
        var best = desk.of(absence, visit).getAlternatives(0);
        assertEquals("Dr. Amara Okafor 57 09:00", desk.words(best));
        var step = desk.acceptAll(absence);
        var next = front.onBoard(57, there(57, visit).getSuccessorId());
        assertEquals(visit.getStart(), next.getStart());
        assertFalse(List.of("", front.room(1)).contains(next.getRoomId()));
        assertEquals(List.of(), desk.notices(absence));
        assertEquals(List.of(), desk.left(absence));
        desk.undo(absence, step.getId());
        assertEquals(front.room(1), there(57, visit).getRoomId());
        desk.acceptAll(absence);
    }

    private Appointment there(int day, Appointment visit) {
        return desk.front().onBoard(day, visit);
    }

    /// More people than there are rooms: whoever finds none goes to another time.
    @Test
    void noRoomIsProposedTwice() {
        var front = desk.front();
        var rooms = front.room(1);
        var times = List.of(OKAFOR, WHITLOW);
        for (var doctor : times) {
            var start = FrontDesk.at(57, doctor.equals(OKAFOR) ? "14:00" : "14:30");
            front.book(
                    front.wish(front.patient("Nhiều"), front.doctor(doctor), start)
                            .setRoomId(rooms));
        }
        var absence =
                desk.absence(
                        AddAbsenceRequest.newBuilder()
                                .setKind(AbsenceKind.ABSENCE_KIND_BLOCKOUT)
                                .setNote("Sơn lại")
                                .setRoomId(rooms)
                                .setTime(ReplanDesk.time(57).setFrom("14:00").setTo("15:00")));
        desk.acceptAll(absence);
        assertEquals(List.of(), desk.left(absence));
    }

    @Test
    void nobodyIsToComeEarlierWithinTheHour() {
        var soon = Protos.timestamp(FrontDesk.at(0, "10:00"));
        var early =
                desk.read(desk.leave(OKAFOR, 0)).getVisitsList().stream()
                        .flatMap(visit ->
                                visit.getAlternativesList().stream()
                                        .filter(one ->
                                                one.getStart().getSeconds() < soon.getSeconds())
                                        .filter(one ->
                                                one.getStart().getSeconds()
                                                        < visit.getStart().getSeconds()))
                        .map(desk::words)
                        .toList();
        assertEquals(List.of(), early);
    }

    @Test
    void whoThoughtOfTomorrowIsNotToComeToday() {
        var tomorrow = Protos.timestamp(FrontDesk.at(1, "00:00"));
        var visits = desk.read(desk.leave(OKAFOR, 1)).getVisitsList();
        assertNotEquals(0, visits.size());
        var today =
                visits.stream()
                        .flatMap(visit -> visit.getAlternativesList().stream())
                        .filter(one -> one.getStart().getSeconds() < tomorrow.getSeconds())
                        .map(desk::words)
                        .toList();
        assertEquals(List.of(), today);
    }

    @Test
    void everythingOfferedFirstCanBeHad() {
        for (var time : List.of("08:00", "09:00", "10:00", "11:00", "13:00", "14:00", "15:00")) {
            desk.book("Tất cả", OKAFOR, 64, time);
            desk.book("Bận", WHITLOW, 64, time);
        }
        var absence = desk.leave(OKAFOR, 64);
        assertEquals(7, desk.acceptAll(absence).getAppointmentIdsCount());
    }
}
