package org.clinicdesk.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.StatusRuntimeException;

import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.audit.v1.AuditServiceGrpc;
import org.clinicdesk.audit.v1.ListAuditRequest;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.session.v1.ChangePasswordRequest;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignOutEverywhereRequest;
import org.clinicdesk.session.v1.SignOutRequest;
import org.clinicdesk.session.v1.UnlockRequest;
import org.clinicdesk.staff.v1.ResetPasswordRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What the trail says of those who come, go and try to get in.
@OnServer
class SignInTrailTest {

    private final TestServer server;

    SignInTrailTest(TestServer server) {
        this.server = server;
    }

    @Test
    void namesWhoSignedIn() {
        server.freshSignIn("bao");
        assertEquals("Bùi Gia Bảo at Desk 1: SignIn DONE", last());
    }

    @Test
    void namesTheAccountAndTheDeskOfASignInThatFailed() {
        fail("novak", "wrong");
        assertEquals(
                " at Desk 9: SignIn FAILED session/BAD_CREDENTIALS, account of Ella Novak", last());
    }

    @Test
    void aPasswordTypedAsLoginStandsNowhere() {
        fail("Secret-in-the-wrong-field", "wrong");
        assertEquals(" at Desk 9: SignIn FAILED session/BAD_CREDENTIALS", last());
        assertFalse(rows().toString().contains("wrong-field"));
    }

    @Test
    void tellsWhichTryLockedTheAccountAndThoseAfterIt() {
        for (var i = 0; i < 6; i++) {
            fail("whitlow", "wrong");
        }
        assertEquals(
                List.of(
                        "session/LOCKED",
                        "session/LOCKED",
                        "session/BAD_CREDENTIALS",
                        "session/BAD_CREDENTIALS"),
                rows().stream().limit(4).map(AuditRow::getRefusal).toList());
    }

    @Test
    void aLockedScreenThatDoesNotOpenIsOnesOwn() {
        var session = session("castro");
        var wrong = UnlockRequest.newBuilder().setPassword("wrong").build();
        assertThrows(StatusRuntimeException.class, () -> session.unlock(wrong));
        assertEquals("Inés Castro at Desk 1: Unlock FAILED session/BAD_CREDENTIALS", last());
    }

    @Test
    void aPasswordThatWasNotChangedIsThereToo() {
        var session = session("castro");
        var wrong =
                ChangePasswordRequest.newBuilder()
                        .setOldPassword("wrong")
                        .setNewPassword("Otra-clave-9")
                        .build();
        assertThrows(StatusRuntimeException.class, () -> session.changePassword(wrong));
        assertEquals(
                "Inés Castro at Desk 1: ChangePassword FAILED session/BAD_CREDENTIALS", last());
    }

    @Test
    void namesWhoSignedOut() {
        session("linh").signOut(SignOutRequest.getDefaultInstance());
        assertEquals("Linh Mai at Desk 1: SignOut DONE", last());
    }

    @Test
    void namesWhoSignedOutEverywhere() {
        session("linh").signOutEverywhere(SignOutEverywhereRequest.getDefaultInstance());
        assertEquals("Linh Mai at Desk 1: SignOutEverywhere DONE", last());
    }

    @Test
    void namesWhoseAccountSomebodyChanged() {
        StaffServiceGrpc.newBlockingStub(server.as("master-administrator"))
                .resetPassword(
                        ResetPasswordRequest.newBuilder()
                                .setId(server.freshSignIn("duc").getDesk().getStaffId())
                                .build());
        assertEquals("Dr. Trần Minh Đức", rows().getFirst().getAccountName());
    }

    private void fail(String login, String password) {
        var request =
                SignInRequest.newBuilder()
                        .setLogin(login)
                        .setPassword(password)
                        .setWorkstation("Desk 9")
                        .build();
        var sessions = SessionServiceGrpc.newBlockingStub(server.nobody());
        assertThrows(StatusRuntimeException.class, () -> sessions.signIn(request));
    }

    private SessionServiceGrpc.SessionServiceBlockingStub session(String login) {
        return SessionServiceGrpc.newBlockingStub(
                server.withToken(server.freshSignIn(login).getToken()));
    }

    private String last() {
        var row = rows().getFirst();
        var method = row.getMethod().substring(row.getMethod().indexOf('/') + 1);
        var outcome = row.getOutcome().name().substring("AUDIT_OUTCOME_".length());
        var account = row.getAccountName().isEmpty() ? "" : ", account of " + row.getAccountName();
        return (row.getStaffName()
                                + " at "
                                + row.getWorkstation()
                                + ": "
                                + method
                                + " "
                                + outcome
                                + " "
                                + row.getRefusal())
                        .stripTrailing()
                + account;
    }

    /// Newest first, without those of the reader.
    private List<AuditRow> rows() {
        var reader = server.signIn("quynh").getDesk().getStaffId();
        return AuditServiceGrpc.newBlockingStub(server.as("administrator"))
                .listAudit(ListAuditRequest.getDefaultInstance())
                .getRowsList()
                .stream()
                .filter(row -> !row.getStaffId().equals(reader))
                .toList();
    }
}
