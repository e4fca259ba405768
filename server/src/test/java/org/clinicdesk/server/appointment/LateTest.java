package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.FrontDesk.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.BookingRules;
import org.clinicdesk.appointment.v1.GetBookingRulesRequest;
import org.clinicdesk.appointment.v1.ListUnfinishedRequest;
import org.clinicdesk.appointment.v1.ListUnfinishedResponse;
import org.clinicdesk.appointment.v1.NoteReminderRequest;
import org.clinicdesk.appointment.v1.ReleaseAs;
import org.clinicdesk.appointment.v1.ReleaseRequest;
import org.clinicdesk.appointment.v1.Reminder;
import org.clinicdesk.appointment.v1.ReminderOutcome;
import org.clinicdesk.appointment.v1.SetBookingRulesRequest;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.appointment.v1.WithdrawReminderRequest;
import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.audit.v1.AuditServiceGrpc;
import org.clinicdesk.audit.v1.ListAuditRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.platform.Protos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/// People who are not there: calls, and time that is given up by hand or by itself. Each test has a time of its own.
@OnServer
class LateTest {

    private static final int WAIT = 30;

    /// A Monday on which nobody has a visit yet.
    private static final int DAY = 7;

    private final TestServer server;
    private final FrontDesk desk;
    private final String doctor;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingStub office;

    LateTest(TestServer server) {
        this.server = server;
        server.clock().set(at(DAY, "07:00"));
        this.desk = new FrontDesk(server);
        this.doctor = desk.doctor(1);
        this.office = new FrontDesk(server, "administrator").appointments();
    }

    @AfterEach
    void switchOff() throws Exception {
        runOut();
        rule(10, 0, ReleaseAs.RELEASE_AS_NO_SHOW);
    }

    @Test
    void aCallIsNotedWithWhoWhenAndWhatCameOfIt() {
        var visit = begun("09:30", "09:45");
        var reminder =
                desk.appointments()
                        .noteReminder(
                                note(visit, ReminderOutcome.REMINDER_OUTCOME_COMING)
                                        .setExpectedAt(Protos.timestamp(at(DAY, "10:05")))
                                        .build())
                        .getReminder();
        assertEquals("Linh Mai", reminder.getBy());
        assertEquals(at(DAY, "09:45"), Protos.instant(reminder.getAt()));
        assertEquals(List.of(reminder), called(visit));
    }

    @Test
    void ofSeveralCallsTheLastIsShownUntilItIsWithdrawn() {
        var visit = begun("10:00", "10:20");
        var first = call(visit, ReminderOutcome.REMINDER_OUTCOME_NOT_REACHED);
        server.clock().set(at(DAY, "10:25"));
        var second = call(visit, ReminderOutcome.REMINDER_OUTCOME_REACHED);
        assertEquals(List.of(second), called(visit));
        var wish = WithdrawReminderRequest.newBuilder().setId(second.getId()).build();
        assertEquals(
                "appointment/NOT_YOURS",
                Refusals.reason(() ->
                        new FrontDesk(server, "master-administrator")
                                .appointments()
                                .withdrawReminder(wish)));
        var _ = desk.appointments().withdrawReminder(wish);
        assertEquals(List.of(first), called(visit));
    }

    @Test
    void nobodySaysThatHeComesAtATimeThatIsOver() {
        var visit = begun("10:30", "10:45");
        var late =
                note(visit, ReminderOutcome.REMINDER_OUTCOME_COMING)
                        .setExpectedAt(Protos.timestamp(at(DAY, "10:44")));
        assertEquals(
                "expected_at: time.past",
                Refusals.field(() -> desk.appointments().noteReminder(late.build())));
        var never = note(visit, ReminderOutcome.REMINDER_OUTCOME_COMING);
        assertEquals(
                "expected_at: time.none",
                Refusals.field(() -> desk.appointments().noteReminder(never.build())));
    }

    @Test
    void whoIsGivenUpLeavesTheTimeToOthersAndMayComeAllTheSame() {
        var visit = begun("11:00", "11:12");
        var released = release(visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, released.getStatus());
        var back = undo(released);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, back.getStatus());
        var again = release(back);
        desk.book(desk.patient("Thế chỗ"), doctor, at(DAY, "11:05"));
        assertEquals("appointment/SLOT_TAKEN", Refusals.reason(() -> undo(again)));
        var there = desk.checkIn(again);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, there.getStatus());
        assertTrue(there.getOverbooked());
    }

    /// How much a doctor is given is a matter of booking.
    @Test
    void whoStandsAtTheDeskAfterAllIsNotKeptOutByACap() {
        var other = desk.doctor(3);
        var bookables = new Bookables(server);
        bookables.set(Bookables.limits(other).setDayVisits(2));
        try {
            var late = desk.book(desk.patient("Đến sau"), other, at(DAY, "08:00"));
            desk.book(desk.patient("Hai"), other, at(DAY, "11:00"));
            server.clock().set(at(DAY, "08:09"));
            var missed = release(late);
            desk.book(desk.patient("Ba"), other, at(DAY, "15:00"));
            assertEquals("appointment/CAP_REACHED", Refusals.reason(() -> undo(missed)));
            var there = desk.checkIn(missed);
            assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, there.getStatus());
        } finally {
            bookables.set(Bookables.limits(other));
        }
    }

    @Test
    void theClinicChoosesThatItCountsAsCancelledLate() {
        rule(10, 0, ReleaseAs.RELEASE_AS_CANCELLED);
        var released = release(begun("13:00", "13:15"));
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED, released.getStatus());
        assertTrue(released.getCancelledLate());
        desk.book(desk.wish(desk.patient("Vào thay"), doctor, at(DAY, "13:15")).setMinutes(10));
        var there = desk.checkIn(released);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, there.getStatus());
        var again = desk.undoCheckIn(there);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED, again.getStatus());
        assertTrue(again.getCancelledLate());
    }

    @Test
    void nothingIsGivenUpBeforeItBegan() {
        var visit = desk.book(desk.patient("Chưa"), doctor, at(DAY + 2, "10:00"));
        assertEquals("appointment/TOO_EARLY", Refusals.reason(() -> release(visit)));
    }

    @Test
    void nothingHappensByItselfUnlessTheClinicSaysSo() {
        var visit = begun("13:30", "16:30");
        work();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, now(visit).getStatus());
    }

    @Test
    void givesUpByItselfWhatIsLaterThanTheClinicWaits() {
        rule(10, WAIT, ReleaseAs.RELEASE_AS_NO_SHOW);
        work();
        var visit = begun("14:00", "14:29");
        work();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, now(visit).getStatus());
        server.clock().set(at(DAY, "14:30"));
        work();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, now(visit).getStatus());
        assertTrue(unfinished().getReleasedList().stream().anyMatch(it -> same(it, visit)));
        assertEquals(1, audited(visit).size());
    }

    @Test
    void whatWasGivenUpByItselfAnybodyTakesBack() {
        rule(10, WAIT, ReleaseAs.RELEASE_AS_CANCELLED);
        work();
        var visit = begun("14:30", "15:01");
        work();
        var released = now(visit);
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_CANCELLED, released.getStatus());
        var history =
                server.inDatabase(() ->
                        server.clinic()
                                .features()
                                .appointment
                                .appointments()
                                .history(UUID.fromString(visit.getId())));
        assertTrue(history.getLast().staffId().isEmpty());
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, undo(released).getStatus());
        assertFalse(unfinished().getReleasedList().stream().anyMatch(it -> same(it, visit)));
    }

    @Test
    void whatSomebodyTookBackIsNotGivenUpByItselfAgain() {
        rule(10, WAIT, ReleaseAs.RELEASE_AS_NO_SHOW);
        work();
        var undone = begun("08:00", "08:00");
        var reinstated = begun("08:30", "09:01");
        work();
        undo(now(undone));
        desk.reinstate(now(reinstated));
        server.clock().set(at(DAY, "09:02"));
        work();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, now(undone).getStatus());
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, now(reinstated).getStatus());
    }

    @Test
    void whoSaidWhenHeComesIsWaitedForFromThen() {
        rule(10, WAIT, ReleaseAs.RELEASE_AS_NO_SHOW);
        work();
        var visit = begun("15:00", "15:10");
        var _ =
                desk.appointments()
                        .noteReminder(
                                note(visit, ReminderOutcome.REMINDER_OUTCOME_COMING)
                                        .setExpectedAt(Protos.timestamp(at(DAY, "15:20")))
                                        .build());
        server.clock().set(at(DAY, "15:49"));
        work();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, now(visit).getStatus());
        server.clock().set(at(DAY, "15:50"));
        work();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, now(visit).getStatus());
    }

    @Test
    void whoArrivedIsNotGivenUp() {
        rule(10, WAIT, ReleaseAs.RELEASE_AS_NO_SHOW);
        work();
        var visit = desk.checkIn(begun("15:30", "15:35"));
        server.clock().set(at(DAY, "16:20"));
        work();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED, now(visit).getStatus());
    }

    @Test
    void whatBeganWhileNobodyWatchedIsLeftToPeople() throws Exception {
        rule(10, WAIT, ReleaseAs.RELEASE_AS_NO_SHOW);
        // As after a night in which no server ran.
        runOut();
        var visit = begun("16:00", "16:10");
        work();
        server.clock().set(at(DAY, "17:00"));
        work();
        assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, now(visit).getStatus());
    }

    @Test
    void nobodyGivesUpBeforeSomebodyIsLate() {
        var rules = rules().toBuilder().setLateAfterMinutes(20).setReleaseAfterMinutes(15);
        assertEquals("rules.release_after_minutes: before.late", Refusals.field(() -> set(rules)));
    }

    @Test
    void ofTwoServersOneReleasesAndTheOtherTakesItsPlaceWhenItDies() throws Exception {
        Assumptions.assumeTrue(server.clinic().platform().db().postgresql(), "H2 has one server");
        try (var beside = server.beside()) {
            rule(10, WAIT, ReleaseAs.RELEASE_AS_NO_SHOW);
            runOut();
            work();
            work(beside);
            var visit = begun("08:00", "08:31");
            try (var servers = Executors.newFixedThreadPool(2)) {
                var done =
                        List.of(
                                servers.submit(() -> work(server)),
                                servers.submit(() -> work(beside)));
                for (var one : done) {
                    one.get();
                }
            }
            assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, now(visit).getStatus());
            assertEquals(1, audited(visit).size());
            runOut();
            work(beside);
            var next = begun("09:00", "09:31");
            work();
            assertEquals(AppointmentStatus.APPOINTMENT_STATUS_BOOKED, now(next).getStatus());
            work(beside);
            assertEquals(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW, now(next).getStatus());
        }
    }

    @Test
    void ofTwoWhoSetTheRulesTheSecondIsStale() {
        var before = rules();
        set(before.toBuilder().setLateAfterMinutes(12));
        assertEquals(
                "platform/STALE",
                Refusals.reason(() -> set(before.toBuilder().setLateAfterMinutes(15))));
    }

    private void runOut() throws Exception {
        try (var connection = server.clinic().platform().db().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update lease set held_until = null");
            connection.commit();
        }
    }

    /// A visit of somebody new today, and the clock at some time of it.
    private Appointment begun(String start, String now) {
        var visit = desk.book(desk.patient("Muộn"), doctor, at(DAY, start));
        server.clock().set(at(DAY, now));
        return visit;
    }

    private void work() {
        work(server);
    }

    private static void work(TestServer server) {
        server.clinic().features().appointment.jobs().forEach(job -> job.work().run());
    }

    private static NoteReminderRequest.Builder note(Appointment visit, ReminderOutcome outcome) {
        return NoteReminderRequest.newBuilder().setAppointmentId(visit.getId()).setOutcome(outcome);
    }

    private Reminder call(Appointment visit, ReminderOutcome outcome) {
        return desk.appointments().noteReminder(note(visit, outcome).build()).getReminder();
    }

    private List<Reminder> called(Appointment visit) {
        return unfinished().getRemindersList().stream()
                .filter(reminder -> reminder.getAppointmentId().equals(visit.getId()))
                .toList();
    }

    private ListUnfinishedResponse unfinished() {
        return desk.appointments()
                .listUnfinished(ListUnfinishedRequest.newBuilder().setSiteId(desk.site()).build());
    }

    private static boolean same(Appointment one, Appointment other) {
        return one.getId().equals(other.getId());
    }

    private Appointment now(Appointment visit) {
        return desk.onBoard(DAY, visit);
    }

    private Appointment release(Appointment visit) {
        var request =
                ReleaseRequest.newBuilder().setId(visit.getId()).setVersion(visit.getVersion());
        return desk.appointments().release(request.build()).getAppointment();
    }

    private Appointment undo(Appointment visit) {
        var request = UndoRequest.newBuilder().setId(visit.getId()).setVersion(visit.getVersion());
        return desk.appointments().undo(request.build()).getAppointment();
    }

    private BookingRules rules() {
        return office.getBookingRules(GetBookingRulesRequest.getDefaultInstance()).getRules();
    }

    private BookingRules set(BookingRules.Builder rules) {
        return office.setBookingRules(SetBookingRulesRequest.newBuilder().setRules(rules).build())
                .getRules();
    }

    private void rule(int late, int release, ReleaseAs as) {
        set(
                rules().toBuilder()
                        .setLateAfterMinutes(late)
                        .setReleaseAfterMinutes(release)
                        .setReleaseAs(as));
    }

    /// What the trail says the clinic did to a visit by itself.
    private List<AuditRow> audited(Appointment visit) {
        var request = ListAuditRequest.newBuilder().setPatientId(visit.getPerson().getPatientId());
        var token = server.freshSignIn("quynh").getToken();
        return AuditServiceGrpc.newBlockingStub(server.withToken(token))
                .listAudit(request.build())
                .getRowsList()
                .stream()
                .filter(row -> row.getMethod().equals(LateVisits.METHOD))
                .toList();
    }
}
