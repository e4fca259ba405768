package org.clinicdesk.client.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.client.platform.Address;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignInResponse;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Signs a person in, and asks before a server is trusted for the first time.
final class SignInModel {

    private final Desk desk;
    private final boolean again;
    private final SessionServiceGrpc.SessionServiceBlockingV2Stub sessions;
    private final Draft<SignInRequest> draft = new Draft<>(SignInRequest.getDefaultInstance());
    private final StringProperty servers;
    private final Phrase message;
    private final ReadOnlyObjectWrapper<@Nullable Problem> stranger = new ReadOnlyObjectWrapper<>();
    private final Busy busy = new Busy();

    /// @param again whether the server ended a session whose work is still on this desk
    SignInModel(Desk desk, boolean again) {
        this.desk = desk;
        this.message = new Phrase(desk.texts());
        this.again = again;
        this.sessions = SessionServiceGrpc.newBlockingV2Stub(desk.channel());
        this.servers = new SimpleStringProperty(desk.settings().servers());
    }

    boolean again() {
        return again;
    }

    Draft<SignInRequest> draft() {
        return draft;
    }

    StringProperty servers() {
        return servers;
    }

    /// Why it did not work; empty while there is nothing to say.
    ReadOnlyStringProperty message() {
        return message.text();
    }

    /// A server whose key this desk does not know; `null` while there is none to ask about.
    ReadOnlyObjectProperty<@Nullable Problem> stranger() {
        return stranger.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    void signIn() {
        message.clear();
        stranger.set(null);
        if (busy.is() || !useServers() || !draft.check()) {
            return;
        }
        var request =
                draft.build().toBuilder()
                        .setPassword(
                                draft.text("password")
                                        .get()) // As typed: a password keeps its blanks.
                        .setWorkstation(workstation())
                        .build();
        desk.calls()
                .call(() -> sessions.signIn(request))
                .busy(busy)
                .refused(this::refused)
                .then(this::signedIn);
    }

    /// A person compared the fingerprint and vouches for it.
    void trust() {
        var problem = stranger.get();
        if (problem != null) {
            desk.trust()
                    .accept(
                            Address.of(problem.metadata().getOrDefault("address", "")),
                            problem.metadata().getOrDefault("fingerprint", ""));
            desk.connection().use(Address.list(servers.get()));
            signIn();
        }
    }

    private boolean useServers() {
        try {
            var addresses = Address.list(servers.get());
            if (!servers.get().equals(desk.settings().servers())) {
                desk.settings().servers(servers.get());
                desk.connection().use(addresses);
            }
            return true;
        } catch (IllegalArgumentException e) {
            message.say("session.servers.wrong");
            return false;
        }
    }

    private void signedIn(SignInResponse answer) {
        var samePerson = desk.session().desk().getStaffId().equals(answer.getDesk().getStaffId());
        if (!samePerson) {
            desk.navigator().clear();
            desk.patient().set(null);
        }
        draft.text("password").set("");
        desk.session().open(answer.getToken(), answer.getDesk());
    }

    private void refused(Problem problem) {
        if (problem.is(Problem.UNKNOWN_SERVER)) {
            stranger.set(problem);
            return;
        }
        if (problem.offline()) {
            // Nobody judged the password: it may stay for the next try.
            message.say("session.unreachable", servers.get());
            return;
        }
        draft.text("password").set("");
        if (problem.fields().isEmpty() || !draft.place(problem)) {
            message.say(problem);
        }
    }

    /// The machine's name, for the audit trail.
    private static String workstation() {
        var environment = System.getenv();
        return List.of("COMPUTERNAME", "HOSTNAME").stream()
                .filter(environment::containsKey)
                .map(environment::get)
                .findFirst()
                .map(name -> name.substring(0, Math.min(name.length(), 80)))
                .orElse("");
    }
}
