package org.clinicdesk.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.patient.v1.SearchPatientsRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.session.v1.ChangePasswordRequest;
import org.clinicdesk.session.v1.GetDeskRequest;
import org.clinicdesk.session.v1.GetServerRequest;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignInResponse;
import org.clinicdesk.session.v1.SignOutEverywhereRequest;
import org.clinicdesk.session.v1.SignOutRequest;
import org.clinicdesk.session.v1.UnlockRequest;
import org.clinicdesk.staff.v1.AddStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.clinicdesk.staff.v1.UnlockStaffRequest;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@OnServer
class SessionApiTest {

    private final TestServer server;

    SessionApiTest(TestServer server) {
        this.server = server;
    }

    @Test
    void tellsWhatClinicItIsBeforeAnybodySignsIn() {
        var answer =
                SessionServiceGrpc.newBlockingStub(server.nobody())
                        .getServer(GetServerRequest.getDefaultInstance());
        assertEquals(SampleClinic.NAME, answer.getClinicName());
    }

    @Test
    void aDeskOpensWithAllItNeeds() {
        var desk = server.freshSignIn("okafor").getDesk();
        assertEquals("Dr. Amara Okafor", desk.getName());
        assertEquals("Asia/Ho_Chi_Minh", desk.getZone());
        assertTrue(desk.getPermissionsList().contains(Permission.PERMISSION_PRESCRIPTION_WRITE));
        assertFalse(desk.getSites(0).getRoomsList().isEmpty());
        assertFalse(desk.getServicesList().isEmpty());
        assertEquals(5, desk.getPractitionersCount());
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreToldAlike() {
        assertEquals("session/BAD_CREDENTIALS", Refusals.reason(() -> signIn("duc", "wrong")));
        assertEquals(
                "session/BAD_CREDENTIALS", Refusals.reason(() -> signIn("nobody-here", "wrong")));
    }

    @Test
    void aLoginWithControlCharactersIsRefused() {
        assertEquals("login: string.control", Refusals.field(() -> signIn("a\0b", "wrong")));
    }

    @Test
    void theLoginIsNotCaseSensitive() {
        assertEquals("Dr. Lê Thu Hà", signIn("HA", SampleClinic.PASSWORD).getDesk().getName());
    }

    @Test
    void fiveWrongPasswordsLockUntilAnAdministratorUnlocks() {
        for (var i = 0; i < 4; i++) {
            assertEquals(
                    "session/BAD_CREDENTIALS", Refusals.reason(() -> signIn("whitlow", "wrong")));
        }
        assertEquals("session/LOCKED", Refusals.reason(() -> signIn("whitlow", "wrong")));
        assertEquals(
                "session/LOCKED", Refusals.reason(() -> signIn("whitlow", SampleClinic.PASSWORD)));
        StaffServiceGrpc.newBlockingStub(server.as("human-resources"))
                .unlockStaff(UnlockStaffRequest.newBuilder().setId(id("whitlow")).build());
        assertEquals(
                "Dr. James Whitlow", signIn("whitlow", SampleClinic.PASSWORD).getDesk().getName());
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 4; i++) {
                assertEquals(
                        "session/BAD_CREDENTIALS", Refusals.reason(() -> signIn("novak", "wrong")));
            }
            signIn("novak", SampleClinic.PASSWORD);
        }
    }

    @Test
    void aSessionEndsWithSigningOut() {
        var token = server.freshSignIn("bao").getToken();
        session(token).signOut(SignOutRequest.getDefaultInstance());
        assertEquals("platform/SESSION_ENDED", Refusals.reason(() -> desk(token)));
    }

    @Test
    void signingOutEverywhereEndsAllSessionsOfThePerson() {
        var one = server.freshSignIn("ortega").getToken();
        var other = server.freshSignIn("ortega").getToken();
        desk(other);
        assertTrue(
                session(one)
                                .signOutEverywhere(SignOutEverywhereRequest.getDefaultInstance())
                                .getSessionsEnded()
                        >= 2);
        assertEquals("platform/SESSION_ENDED", Refusals.reason(() -> desk(other)));
        assertEquals("platform/SESSION_ENDED", Refusals.reason(() -> desk(one)));
    }

    @Test
    void aSessionExpires() {
        var token = server.freshSignIn("castro").getToken();
        server.clock().move(Duration.ofHours(14));
        assertEquals("platform/SESSION_ENDED", Refusals.reason(() -> desk(token)));
        server.clock().move(Duration.ofHours(-14));
    }

    @Test
    void aLockedScreenOpensWithThePasswordOfThePersonOnly() {
        var session = session(server.freshSignIn("quynh").getToken());
        session.unlock(UnlockRequest.newBuilder().setPassword(SampleClinic.PASSWORD).build());
        assertEquals(
                "session/BAD_CREDENTIALS",
                Refusals.reason(() ->
                        session.unlock(UnlockRequest.newBuilder().setPassword("wrong").build())));
    }

    @Test
    void aOneTimePasswordMustBeChangedFirst() {
        var added =
                StaffServiceGrpc.newBlockingStub(server.as("master-administrator"))
                        .addStaff(
                                AddStaffRequest.newBuilder()
                                        .setLogin("tran.hoa")
                                        .setName("Trần Hoà")
                                        .addRoles("receptionist")
                                        .build());
        var first = signIn("tran.hoa", added.getOneTimePassword());
        assertTrue(first.getDesk().getMustChangePassword());
        var patients = PatientServiceGrpc.newBlockingStub(server.withToken(first.getToken()));
        var search = SearchPatientsRequest.newBuilder().setText("an").build();
        assertEquals(
                "platform/PASSWORD_CHANGE_REQUIRED",
                Refusals.reason(() -> patients.searchPatients(search)));
        session(first.getToken())
                .changePassword(change(added.getOneTimePassword(), "Bốn-mùa-2026"));
        patients.searchPatients(search);
        assertFalse(signIn("tran.hoa", "Bốn-mùa-2026").getDesk().getMustChangePassword());
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsOnly() {
        var one = server.freshSignIn("herrera").getToken();
        var other = server.freshSignIn("herrera").getToken();
        server.clock().move(Duration.ofSeconds(1));
        session(one).changePassword(change(SampleClinic.PASSWORD, "Otra-clave-9"));
        assertNotEquals("", desk(one));
        assertEquals("platform/SESSION_ENDED", Refusals.reason(() -> desk(other)));
    }

    @Test
    void aWeakPasswordIsRefused() {
        var session = session(server.freshSignIn("banerjee").getToken());
        assertEquals(
                "session/TOO_WEAK",
                Refusals.reason(() ->
                        session.changePassword(
                                change(SampleClinic.PASSWORD, "only small letters"))));
        assertEquals(
                "session/TOO_WEAK",
                Refusals.reason(() ->
                        session.changePassword(change(SampleClinic.PASSWORD, "Banerjee-2026"))));
        assertEquals(
                "new_password: string.min_len",
                Refusals.field(
                        () -> session.changePassword(change(SampleClinic.PASSWORD, "Short-1"))));
    }

    private SignInResponse signIn(String login, String password) {
        var request = SignInRequest.newBuilder().setLogin(login).setPassword(password).build();
        return SessionServiceGrpc.newBlockingStub(server.nobody()).signIn(request);
    }

    private SessionServiceGrpc.SessionServiceBlockingStub session(String token) {
        return SessionServiceGrpc.newBlockingStub(server.withToken(token));
    }

    private String desk(String token) {
        return session(token).getDesk(GetDeskRequest.getDefaultInstance()).getDesk().getName();
    }

    private String id(String login) {
        return server.inDatabase(() ->
                        server.clinic().features().staff.staff().byLogin(login).orElseThrow().id())
                .toString();
    }

    private static ChangePasswordRequest change(String from, String to) {
        return ChangePasswordRequest.newBuilder().setOldPassword(from).setNewPassword(to).build();
    }
}
