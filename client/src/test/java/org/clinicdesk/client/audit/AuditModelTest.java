package org.clinicdesk.client.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.audit.v1.AuditOutcome;
import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.patient.v1.GetPatientRequest;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a receptionist did is found by an administrator.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AuditModelTest {

    private static SampleServer server;
    private static String patientId;
    private static Desk administrator;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        patientId = leaveTraces(server);
        administrator = server.deskOf("quynh");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// Somebody looks at people, and asks for what he may not see.
    static String leaveTraces(SampleServer server) {
        var desk = server.deskOf("linh");
        var patients = PatientServiceGrpc.newBlockingV2Stub(desk.channel());
        var id = new String[1];
        desk.calls()
                .call(() ->
                        patients.searchPatients(
                                SearchPatientsRequest.newBuilder().setText("nguyen").build()))
                .then(found -> id[0] = found.getHits(0).getPerson().getPatientId());
        for (var i = 0; i < 120; i++) {
            desk.calls()
                    .call(() ->
                            patients.getPatient(
                                    GetPatientRequest.newBuilder().setId(id[0]).build()))
                    .then(read -> {});
        }
        var staff = StaffServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> staff.listStaff(ListStaffRequest.getDefaultInstance()))
                .then(read -> {});
        return id[0];
    }

    private static AuditModel model() {
        return new AuditModel(administrator, "", "");
    }

    @Test
    void beginsWithTodayNewestFirst() {
        var model = model();
        assertEquals(administrator.today(), model.date().get());
        assertTrue(model.rows().getFirst().getId() > model.rows().getLast().getId());
    }

    @Test
    void readsOlderRowsBelowTheNewest() {
        var model = model();
        assertTrue(model.more().get());
        var before = model.rows().size();
        var last = model.rows().getLast().getId();
        model.readMore();
        assertTrue(model.rows().get(before).getId() < last);
    }

    @Test
    void showsNothingOfADayWithoutAnything() {
        var model = model();
        model.date().set(administrator.today().minusYears(1));
        assertTrue(model.rows().isEmpty());
        assertFalse(model.more().get());
    }

    @Test
    void narrowsToThePatientOfARow() {
        var model = model();
        var row =
                model.rows().stream()
                        .filter(r -> r.getPatientId().equals(patientId))
                        .findFirst()
                        .orElseThrow();
        model.onlyPatientOf(row);
        assertTrue(model.rows().stream().allMatch(r -> r.getPatientId().equals(patientId)));
    }

    @Test
    void narrowsToAMemberOfStaff() {
        var model = model();
        var linh =
                model.members().stream()
                        .filter(who -> who.name().equals("Linh Mai"))
                        .findFirst()
                        .orElseThrow();
        model.member().set(Optional.of(linh));
        assertTrue(model.rows().stream().allMatch(r -> r.getStaffName().equals("Linh Mai")));
    }

    @Test
    void namesAPatientItWasOpenedWith() {
        var model = new AuditModel(administrator, patientId, "");
        assertEquals(
                model.rows().getFirst().getPatientNumber(),
                model.person().get().orElseThrow().name());
    }

    @Test
    void showsThatSomebodyWasDenied() {
        var row =
                model().rows().stream()
                        .filter(r -> r.getOutcome() == AuditOutcome.AUDIT_OUTCOME_DENIED)
                        .findFirst()
                        .orElseThrow();
        assertEquals("Looked at the staff", new Trail(administrator).action(row));
    }

    @Test
    void namesWhoSignedIn() {
        var row = only("SessionService/SignIn", AuditOutcome.AUDIT_OUTCOME_DONE);
        assertEquals("Đặng Như Quỳnh", new Trail(administrator).staff(row));
    }

    @Test
    void tellsWhoseSignInFailedAndWhy() {
        var desk = server.desk();
        var sessions = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
        var wrong = SignInRequest.newBuilder().setLogin("linh").setPassword("wrong").build();
        desk.calls().call(() -> sessions.signIn(wrong)).refused(problem -> {}).then(in -> {});
        var row = only("SessionService/SignIn", AuditOutcome.AUDIT_OUTCOME_FAILED);
        var trail = new Trail(administrator);
        assertEquals("Nobody, as Linh Mai", trail.staff(row));
        assertEquals("User name or password is wrong", trail.refusal(row));
    }

    /// The newest row of a method that ended so.
    private static AuditRow only(String method, AuditOutcome outcome) {
        return model().rows().stream()
                .filter(row -> row.getMethod().endsWith(method) && row.getOutcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void copiesALineForEachRowAndOneOfHeadings() {
        var model = model();
        var copied = new Trail(administrator).copy(model.rows().subList(0, 3));
        assertEquals(4, copied.lines().count());
        assertTrue(copied.lines().allMatch(line -> line.split("\t", -1).length == 7));
    }
}
