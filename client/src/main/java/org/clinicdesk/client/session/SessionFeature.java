package org.clinicdesk.client.session;

import io.grpc.MethodDescriptor;

import javafx.scene.Parent;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.client.platform.Session;
import org.clinicdesk.session.v1.SessionServiceGrpc;

import java.util.Optional;
import java.util.function.Supplier;

/// What covers the desk while nobody may use it, and the change of the password.
public final class SessionFeature implements Feature {

    /// Where the password is changed.
    public static final Place PASSWORD = Place.of("session", "password");

    @Override
    public String id() {
        return "session";
    }

    @Override
    public String icon() {
        return "mdi2k-key-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return SessionServiceGrpc.getChangePasswordMethod();
    }

    @Override
    public boolean inRail() {
        return false;
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var model = new PasswordModel(desk, desk.navigator()::back);
        return Screen.of("session.password", () -> new PasswordView(desk, model).root());
    }

    /// What lies over everything in a state of the session; empty while the desk is open. Each call of the supplier builds
    /// the view anew over the same model.
    public static Optional<Supplier<Parent>> cover(Desk desk, Session.State state) {
        return switch (state) {
            case OPEN -> Optional.empty();
            case SIGNED_OUT, EXPIRED -> {
                var model = new SignInModel(desk, state == Session.State.EXPIRED);
                yield Optional.of(() -> new SignInView(desk, model).root());
            }
            case MUST_CHANGE_PASSWORD -> {
                var model = new PasswordModel(desk, () -> {});
                yield Optional.of(() -> new PasswordView(desk, model).cover());
            }
            case LOCKED -> {
                var model = new LockModel(desk);
                yield Optional.of(() -> new LockView(desk, model).root());
            }
        };
    }
}
