package org.clinicdesk.server.session;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.Passwords;
import org.clinicdesk.server.staff.StaffMember;
import org.clinicdesk.session.v1.ChangePasswordRequest;
import org.clinicdesk.session.v1.ChangePasswordResponse;
import org.clinicdesk.session.v1.GetDeskRequest;
import org.clinicdesk.session.v1.GetDeskResponse;
import org.clinicdesk.session.v1.GetServerRequest;
import org.clinicdesk.session.v1.GetServerResponse;
import org.clinicdesk.session.v1.SignInRequest;
import org.clinicdesk.session.v1.SignInResponse;
import org.clinicdesk.session.v1.SignOutEverywhereRequest;
import org.clinicdesk.session.v1.SignOutEverywhereResponse;
import org.clinicdesk.session.v1.SignOutRequest;
import org.clinicdesk.session.v1.SignOutResponse;
import org.clinicdesk.session.v1.UnlockRequest;
import org.clinicdesk.session.v1.UnlockResponse;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/// SessionService of the contract.
final class SessionApi {

    /// A shift with its overtime: nobody is signed out in the middle of it.
    private static final Duration LIFE = Duration.ofHours(14);

    private final Db db;
    private final Clock clock;
    private final Sessions sessions;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sites sites;
    private final DeskProtos desks;
    private final Tokens tokens = new Tokens();

    SessionApi(
            Db db,
            Clock clock,
            Sessions sessions,
            Credentials credentials,
            Passwords passwords,
            Sites sites,
            DeskProtos desks) {
        this.db = db;
        this.clock = clock;
        this.sessions = sessions;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sites = sites;
        this.desks = desks;
    }

    GetServerResponse server(GetServerRequest request) {
        return GetServerResponse.newBuilder()
                .setClinicName(sites.clinic().name())
                .setVersion(version())
                .build();
    }

    private static String version() {
        var version = SessionApi.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    SignInResponse signIn(SignInRequest request) {
        Call.current().from(request.getWorkstation());
        var member =
                credentials.check(
                        request.getLogin().strip().toLowerCase(Locale.ROOT), request.getPassword());
        Call.current().signsIn(member.id(), member.name());
        var now = clock.instant();
        member.signedIn(now);
        var token = tokens.next();
        var session =
                new DeskSession(
                        Ids.next(clock),
                        Tokens.hash(token),
                        member,
                        request.getWorkstation(),
                        now,
                        now.plus(LIFE));
        sessions.open(session);
        return SignInResponse.newBuilder()
                .setToken(token)
                .setDesk(desks.of(member, session))
                .build();
    }

    UnlockResponse unlock(UnlockRequest request) {
        credentials.check(caller(), request.getPassword());
        return UnlockResponse.getDefaultInstance();
    }

    SignOutResponse signOut(SignOutRequest request) {
        sessions.end(Call.current().caller());
        return SignOutResponse.getDefaultInstance();
    }

    SignOutEverywhereResponse signOutEverywhere(SignOutEverywhereRequest request) {
        var member = caller();
        var ended = sessions.countOpen(member);
        member.signOutEverywhere();
        return SignOutEverywhereResponse.newBuilder().setSessionsEnded(ended).build();
    }

    ChangePasswordResponse changePassword(ChangePasswordRequest request) {
        var member = caller();
        credentials.check(member, request.getOldPassword());
        if (request.getNewPassword().equals(request.getOldPassword())) {
            throw new Refusal(SessionRefusal.NOT_NEW);
        }
        if (!passwords.strong(request.getNewPassword(), member.login())) {
            throw new Refusal(SessionRefusal.TOO_WEAK);
        }
        member.setPassword(passwords.hash(request.getNewPassword()));
        sessions.get(Call.current().caller()).outlive(member);
        return ChangePasswordResponse.getDefaultInstance();
    }

    GetDeskResponse desk(GetDeskRequest request) {
        var session = sessions.get(Call.current().caller());
        return GetDeskResponse.newBuilder().setDesk(desks.of(caller(), session)).build();
    }

    private StaffMember caller() {
        return db.get(StaffMember.class, Call.current().caller().staffId());
    }
}
