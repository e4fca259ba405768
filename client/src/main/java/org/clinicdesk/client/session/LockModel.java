package org.clinicdesk.client.session;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.UnlockRequest;

/// Opens the covered screen again for the same person.
final class LockModel {

    private final Desk desk;
    private final SessionServiceGrpc.SessionServiceBlockingV2Stub sessions;
    private final StringProperty password = new SimpleStringProperty("");
    private final Phrase message;
    private final Busy busy = new Busy();

    LockModel(Desk desk) {
        this.desk = desk;
        this.message = new Phrase(desk.texts());
        this.sessions = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    StringProperty password() {
        return password;
    }

    ReadOnlyStringProperty message() {
        return message.text();
    }

    Busy busy() {
        return busy;
    }

    String name() {
        return desk.session().desk().getName();
    }

    /// Whether signing out would throw something away.
    boolean unsaved() {
        return desk.navigator().dirty();
    }

    void unlock() {
        message.clear();
        if (busy.is() || password.get().isEmpty()) {
            return;
        }
        var request = UnlockRequest.newBuilder().setPassword(password.get()).build();
        password.set("");
        desk.calls()
                .call(() -> sessions.unlock(request))
                .busy(busy)
                .refused(this::refused)
                .then(answer -> desk.session().unlock());
    }

    private void refused(Problem problem) {
        if (problem.code() == io.grpc.Status.Code.UNAUTHENTICATED) {
            desk.explain(problem);
        } else {
            message.say(problem);
        }
    }
}
