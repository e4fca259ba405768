package org.clinicdesk.client.session;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignOutEverywhereRequest;
import org.clinicdesk.session.v1.SignOutRequest;

/// Leaves the desk. The screens are closed at once, whatever the server answers: who walks away must find it closed.
public final class SignOut {

    private final Desk desk;
    private final SessionServiceGrpc.SessionServiceBlockingV2Stub sessions;

    public SignOut(Desk desk) {
        this.desk = desk;
        this.sessions = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    public void here() {
        desk.calls()
                .call(() -> sessions.signOut(SignOutRequest.getDefaultInstance()))
                .refused(problem -> close())
                .then(answer -> close());
    }

    /// Ends the sessions of the same person at other desks too. This one is left only when the server did it: somebody who
    /// wants the others closed has to learn when they are not.
    public void everywhere() {
        desk.calls()
                .call(() ->
                        sessions.signOutEverywhere(SignOutEverywhereRequest.getDefaultInstance()))
                .then(answer -> close());
    }

    private void close() {
        desk.changes().stop();
        desk.session().close();
        desk.patient().set(null);
        desk.navigator().clear();
        // What the one before was told is none of the next one's business.
        desk.notices().clear();
    }
}
