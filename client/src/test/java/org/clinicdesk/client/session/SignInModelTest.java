package org.clinicdesk.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Session;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Set;
import java.util.concurrent.TimeUnit;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SignInModelTest {

    private static SampleServer server;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void opensTheDesk() {
        var desk = server.desk();
        signIn(new SignInModel(desk, false), "linh", SampleClinic.PASSWORD);
        assertEquals(Session.State.OPEN, desk.session().state().get());
        assertEquals("Linh Mai", desk.session().desk().getName());
    }

    @Test
    void offersWhatTheRoleMayDo() {
        var desk = server.deskOf("linh");
        assertTrue(desk.may(PatientServiceGrpc.getRegisterPatientMethod()));
        assertEquals(false, desk.may(StaffServiceGrpc.getAddStaffMethod()));
    }

    @Test
    void saysWhereNoServerAnswersAndKeepsWhatWasTyped() {
        var model = new SignInModel(server.desk(), false);
        model.servers().set("127.0.0.1:1");
        signIn(model, "linh", SampleClinic.PASSWORD);
        assertTrue(model.message().get().contains("127.0.0.1:1"), model.message().get());
        assertEquals(SampleClinic.PASSWORD, model.draft().text("password").get());
    }

    @Test
    void saysThatTheNameOrThePasswordIsWrongAndForgetsThePassword() {
        var model = new SignInModel(server.desk(), false);
        signIn(model, "okafor", "not this one");
        assertEquals("User name or password is wrong", model.message().get());
        assertEquals("", model.draft().text("password").get());
    }

    @Test
    void asksNobodyWithoutAName() {
        var model = new SignInModel(server.desk(), false);
        signIn(model, "", "");
        assertEquals(Set.of("login", "password"), model.draft().errors().keySet());
    }

    @Test
    void asksAboutAServerItDoesNotKnowAndGoesOnAfterwards() {
        var desk = server.desk(server.strangeSettings(), Threads.inPlace());
        var model = new SignInModel(desk, false);
        signIn(model, "linh", SampleClinic.PASSWORD);
        assertNotNull(model.stranger().get());
        model.trust();
        assertEquals(Session.State.OPEN, desk.session().state().get());
    }

    @Test
    void refusesAnAddressThatIsNone() {
        var model = new SignInModel(server.desk(), false);
        model.servers().set("host:port");
        signIn(model, "linh", SampleClinic.PASSWORD);
        assertTrue(model.message().get().startsWith("The address of the server"));
    }

    @Test
    void keepsTheWorkForTheSamePersonOnly() {
        var desk = server.deskOf("linh");
        desk.navigator().go(Place.of("patient"));
        signIn(new SignInModel(desk, true), "linh", SampleClinic.PASSWORD);
        assertTrue(desk.navigator().place().isPresent());
        signIn(new SignInModel(desk, true), "okafor", SampleClinic.PASSWORD);
        assertTrue(desk.navigator().place().isEmpty());
    }

    @Test
    void unlocksWithThePasswordOnly() {
        var desk = server.deskOf("novak");
        desk.session().lock();
        var model = new LockModel(desk);
        model.password().set("not this one");
        model.unlock();
        assertEquals(Session.State.LOCKED, desk.session().state().get());
        model.password().set(SampleClinic.PASSWORD);
        model.unlock();
        assertEquals(Session.State.OPEN, desk.session().state().get());
    }

    @Test
    void signsOutAndClosesEverything() {
        var desk = server.deskOf("castro");
        desk.navigator().go(Place.of("session", "password"));
        new SignOut(desk).here();
        assertEquals(Session.State.SIGNED_OUT, desk.session().state().get());
        assertTrue(desk.navigator().place().isEmpty());
    }

    @Test
    void changesThePassword() {
        var desk = server.deskOf("bao");
        change(desk, "A-new-one-2027");
        var again = server.desk();
        signIn(new SignInModel(again, false), "bao", "A-new-one-2027");
        assertEquals(Session.State.OPEN, again.session().state().get());
    }

    @Test
    void saysWhyAPasswordIsRefused() {
        var model = change(server.deskOf("ortega"), SampleClinic.PASSWORD);
        assertEquals("The new password is the old one", model.message().get());
    }

    private static PasswordModel change(Desk desk, String password) {
        var model = new PasswordModel(desk, () -> {});
        model.draft().text("old_password").set(SampleClinic.PASSWORD);
        model.draft().text("new_password").set(password);
        model.repeated().set(password);
        model.change();
        return model;
    }

    private static void signIn(SignInModel model, String login, String password) {
        model.draft().text("login").set(login);
        model.draft().text("password").set(password);
        model.signIn();
    }
}
