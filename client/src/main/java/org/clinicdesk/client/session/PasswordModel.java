package org.clinicdesk.client.session;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.Session;
import org.clinicdesk.session.v1.ChangePasswordRequest;
import org.clinicdesk.session.v1.GetDeskRequest;
import org.clinicdesk.session.v1.GetDeskResponse;
import org.clinicdesk.session.v1.SessionServiceGrpc;

/// Replaces the password, by own wish or because it was a one-time password.
final class PasswordModel {

    private final Desk desk;
    private final Runnable done;
    private final SessionServiceGrpc.SessionServiceBlockingV2Stub sessions;
    private final Draft<ChangePasswordRequest> draft =
            new Draft<>(ChangePasswordRequest.getDefaultInstance());
    private final StringProperty repeated = new SimpleStringProperty("");
    private final Phrase message;
    private final Busy busy = new Busy();

    PasswordModel(Desk desk, Runnable done) {
        this.desk = desk;
        this.message = new Phrase(desk.texts());
        this.done = done;
        this.sessions = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    Draft<ChangePasswordRequest> draft() {
        return draft;
    }

    StringProperty repeated() {
        return repeated;
    }

    ReadOnlyStringProperty message() {
        return message.text();
    }

    Busy busy() {
        return busy;
    }

    /// Whether nothing else is allowed before.
    boolean forced() {
        return desk.session().state().get() == Session.State.MUST_CHANGE_PASSWORD;
    }

    void change() {
        message.clear();
        if (busy.is() || !draft.check()) {
            return;
        }
        if (!repeated.get().equals(draft.text("new_password").get())) {
            message.say("session.password.differ");
            return;
        }
        // As typed: a password keeps its blanks.
        var request =
                ChangePasswordRequest.newBuilder()
                        .setOldPassword(draft.text("old_password").get())
                        .setNewPassword(draft.text("new_password").get())
                        .build();
        desk.calls()
                .call(() -> sessions.changePassword(request))
                .busy(busy)
                .refused(this::refused)
                .then(answer -> changed());
    }

    private void changed() {
        draft.load(ChangePasswordRequest.getDefaultInstance());
        repeated.set("");
        desk.notices().done(desk.texts().get("session.password.done"));
        if (forced()) {
            desk.calls()
                    .call(() -> sessions.getDesk(GetDeskRequest.getDefaultInstance()))
                    .busy(busy)
                    .refused(this::refused)
                    .then(this::open);
        } else {
            done.run();
        }
    }

    private void open(GetDeskResponse answer) {
        desk.session().passwordChanged(answer.getDesk());
        done.run();
    }

    private void refused(Problem problem) {
        if (!draft.place(problem)) {
            message.say(problem);
        }
    }
}
