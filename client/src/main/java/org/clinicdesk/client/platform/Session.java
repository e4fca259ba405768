package org.clinicdesk.client.platform;

import io.grpc.MethodDescriptor;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.contract.Policies;
import org.clinicdesk.session.v1.Desk;

import java.time.ZoneId;
import java.util.Optional;

/// Who sits at the desk and what he may do. Holds the server's answer; there is no table of roles in the client.
public final class Session {

    /// What the window shows.
    public enum State {
        SIGNED_OUT,
        /// A one-time password waits to be replaced.
        MUST_CHANGE_PASSWORD,
        OPEN,
        /// The screen is covered; the work below it is kept.
        LOCKED,
        /// The server ended the session; the work is kept until the same person signs in again.
        EXPIRED
    }

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(State.SIGNED_OUT);
    private Desk desk = Desk.getDefaultInstance();
    private volatile String token = "";
    private int sitting;

    Optional<String> token() {
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Somebody signed in.
    public void open(String token, Desk desk) {
        this.token = token;
        this.desk = desk;
        state.set(desk.getMustChangePassword() ? State.MUST_CHANGE_PASSWORD : State.OPEN);
    }

    /// The one-time password was replaced, so everything else is open now.
    public void passwordChanged(Desk desk) {
        this.desk = desk;
        state.set(State.OPEN);
    }

    /// What was told at sign-in has changed: sites, rooms, services, doctors.
    ///
    /// @return whether any of it is another than before
    public boolean renew(Desk now) {
        var other = !same(desk, now);
        desk = now;
        return other;
    }

    /// A session that lasts longer is the same.
    private static boolean same(Desk one, Desk other) {
        return one.toBuilder()
                .clearExpiresAt()
                .build()
                .equals(other.toBuilder().clearExpiresAt().build());
    }

    public void lock() {
        if (state.get() == State.OPEN) {
            state.set(State.LOCKED);
        }
    }

    public void unlock() {
        if (state.get() == State.LOCKED) {
            state.set(State.OPEN);
        }
    }

    /// The server does not know the session any more.
    void expire() {
        token = "";
        if (state.get() != State.SIGNED_OUT) {
            state.set(State.EXPIRED);
        }
    }

    public void close() {
        sitting++;
        token = "";
        desk = Desk.getDefaultInstance();
        state.set(State.SIGNED_OUT);
    }

    /// Another number whenever somebody has left the desk.
    int sitting() {
        return sitting;
    }

    /// What the server told at sign-in: sites, services, practitioners.
    public Desk desk() {
        return desk;
    }

    /// Name of somebody with whom visits are booked; empty when he is not known here.
    public String practitioner(String id) {
        return desk().getPractitionersList().stream()
                .filter(one -> one.getId().equals(id))
                .findFirst()
                .map(one -> one.getName())
                .orElse("");
    }

    /// Name of a service; empty when it is not known here.
    public String service(String id) {
        return desk().getServicesList().stream()
                .filter(one -> one.getId().equals(id))
                .findFirst()
                .map(one -> one.getName())
                .orElse("");
    }

    /// The clinic's zone, which times are shown and booked in.
    public ZoneId zone() {
        return desk.getZone().isEmpty() ? ZoneId.systemDefault() : ZoneId.of(desk.getZone());
    }

    /// Whether the server would let the caller make the call, as far as rights go.
    public boolean may(MethodDescriptor<?, ?> method) {
        var permission = Policies.of(method).getPermission();
        return switch (permission) {
            case PERMISSION_PUBLIC -> true;
            case PERMISSION_SIGNED_IN -> !desk.getStaffId().isEmpty();
            default -> desk.getPermissionsList().contains(permission);
        };
    }
}
