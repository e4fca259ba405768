package org.clinicdesk.server.session;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.server.platform.Callers;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.StaffFeature;
import org.clinicdesk.session.v1.SessionServiceGrpc;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Signing in and out.
public final class SessionFeature implements Feature {

    private final Sessions sessions;
    private final SessionApi api;

    public SessionFeature(Platform platform, StaffFeature staff, Sites sites) {
        var db = platform.db();
        this.sessions = new Sessions(db, platform.clock(), platform.changes(), staff.staff());
        this.api =
                new SessionApi(
                        db,
                        platform.clock(),
                        sessions,
                        new Credentials(db, staff.staff(), staff.passwords()),
                        staff.passwords(),
                        sites,
                        new DeskProtos(staff.staff(), sites));
    }

    /// Who calls with a token.
    public Callers callers() {
        return sessions;
    }

    /// Tells of every session that its person ends, by its id, inside the transaction.
    public void onEnd(Consumer<UUID> listener) {
        sessions.onEnd(listener);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(DeskSession.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(SessionServiceGrpc.getServiceDescriptor())
                        .unary(SessionServiceGrpc.getGetServerMethod(), api::server)
                        .unary(SessionServiceGrpc.getSignInMethod(), api::signIn)
                        .unary(SessionServiceGrpc.getUnlockMethod(), api::unlock)
                        .unary(SessionServiceGrpc.getSignOutMethod(), api::signOut)
                        .unary(
                                SessionServiceGrpc.getSignOutEverywhereMethod(),
                                api::signOutEverywhere)
                        .unary(SessionServiceGrpc.getChangePasswordMethod(), api::changePassword)
                        .unary(SessionServiceGrpc.getGetDeskMethod(), api::desk)
                        .bind());
    }
}
