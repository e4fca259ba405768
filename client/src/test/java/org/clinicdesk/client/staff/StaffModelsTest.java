package org.clinicdesk.client.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.client.SampleServer;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.staff.v1.Role;
import org.clinicdesk.staff.v1.StaffMember;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// Accounts and roles, as the master administrator and somebody of human resources change them.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StaffModelsTest {

    private static SampleServer server;
    private Desk master;

    static List<java.util.Locale> languages() {
        return Texts.LANGUAGES;
    }

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        master = server.deskOf("admin");
        master.navigator().go(Place.of("staff"));
    }

    private StaffMember member(String login) {
        var list = new StaffListModel(master);
        list.query().set(login);
        return list.shown().stream()
                .filter(found -> found.getLogin().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private NewMemberModel filled(Desk desk, String login, String role) {
        var model = new NewMemberModel(desk);
        model.draft().text("name").set("Nguyễn Thị Ánh Tuyết");
        model.draft().text("login").set(login);
        model.roles().choose(role, true);
        return model;
    }

    private static Role role(RolesModel model, String code) {
        return model.roles().stream()
                .filter(role -> role.getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addsSomebodyAndShowsThePasswordOnce() {
        var model = filled(master, "tuyet", "nurse");
        model.save();
        var password = model.passwords().made().get().orElseThrow();
        assertEquals("tuyet", password.login());
        assertFalse(password.toString().contains(password.password()));
        model.passwords().forget();
        assertTrue(model.passwords().made().get().isEmpty());
        assertEquals(List.of("nurse"), member("tuyet").getRolesList());
    }

    @Test
    void saysAtTheLoginThatItIsTaken() {
        var model = filled(master, "linh", "nurse");
        model.save();
        assertEquals("LOGIN_TAKEN", model.draft().errors().get("login"));
    }

    @Test
    void wantsARole() {
        var model = filled(master, "nobody", "nurse");
        model.roles().choose("nurse", false);
        model.save();
        assertTrue(model.draft().errors().containsKey("roles"));
    }

    @Test
    void saysAtTheRolesThatTheyAreAboveOnesOwnRights() {
        var model = filled(server.deskOf("ortega"), "boss2", "administrator");
        model.save();
        assertEquals("ABOVE_OWN_RIGHTS", model.draft().errors().get("roles"));
    }

    @Test
    void offersOnlyRolesThatOneMayHandOut() {
        var choice = new NewMemberModel(server.deskOf("ortega")).roles();
        assertEquals(
                List.of("administrator", "master-administrator"),
                choice.roles().stream()
                        .filter(r -> !choice.allowed(r))
                        .map(Role::getCode)
                        .toList());
    }

    @Test
    void employsADoctorAsHumanResources() {
        var model = filled(server.deskOf("ortega"), "doctor3", "doctor");
        model.save();
        assertEquals(List.of("doctor"), member("doctor3").getRolesList());
    }

    @Test
    void offersNobodyMoreForHimself() {
        var choice = new MemberModel(server.deskOf("ortega"), member("ortega").getId()).roles();
        assertEquals(
                List.of("human-resources"),
                choice.roles().stream().filter(choice::allowed).map(Role::getCode).toList());
    }

    @Test
    void savesACorrection() {
        var model = new MemberModel(master, member("bao").getId());
        model.draft().text("specialty").set("Huyết học");
        model.save();
        assertEquals("Huyết học", member("bao").getSpecialty());
    }

    @Test
    void savesWithoutAWordWhenThePersonOnlySignedInMeanwhile() {
        var model = new MemberModel(master, member("whitlow").getId());
        model.draft().text("specialty").set("Geriatrics");
        server.deskOf("whitlow").close();
        model.save();
        assertEquals("Geriatrics", member("whitlow").getSpecialty());
    }

    @Test
    void asksWhoIsRightWhenTwoChangedTheSame() {
        var mine = new MemberModel(master, member("novak").getId());
        var theirs = new MemberModel(server.deskOf("admin"), member("novak").getId());
        theirs.draft().text("specialty").set("Theirs");
        theirs.save();
        mine.draft().text("specialty").set("Mine");
        mine.save();
        assertEquals("Theirs", mine.clashes().getFirst().theirs());
        mine.keepMine(mine.clashes().getFirst());
        mine.save();
        assertEquals("Mine", member("novak").getSpecialty());
    }

    @Test
    void saysAtTheRolesThatNobodyWouldBeLeftToChangeThem() {
        var model = new MemberModel(master, member("admin").getId());
        model.roles().choose("administrator", true);
        model.roles().choose("master-administrator", false);
        model.save();
        assertEquals("LAST_ADMINISTRATOR", model.draft().errors().get("roles"));
    }

    @Test
    void makesANewPassword() {
        var list = new StaffListModel(master);
        list.passwords().reset(member("ha"));
        assertEquals("ha", list.passwords().made().get().orElseThrow().login());
    }

    @Test
    void changesWhatARoleMayDo() {
        var model = new RolesModel(master);
        model.choose(role(model, "receptionist"));
        model.allow(Permission.PERMISSION_REPORT_READ, true);
        model.save();
        assertTrue(
                Rights.known(role(new RolesModel(master), "receptionist"))
                        .contains(Permission.PERMISSION_REPORT_READ));
        assertFalse(model.dirty());
    }

    @Test
    void keepsBothWhenTwoChangedTheSameRole() {
        var mine = new RolesModel(master);
        var theirs = new RolesModel(server.deskOf("admin"));
        mine.choose(role(mine, "nurse"));
        theirs.choose(role(theirs, "nurse"));
        theirs.allow(Permission.PERMISSION_STOCK_READ, true);
        theirs.save();
        mine.allow(Permission.PERMISSION_REPORT_READ, true);
        mine.save();
        assertFalse(mine.wrong().get().isEmpty());
        mine.save();
        var saved = Rights.known(role(new RolesModel(master), "nurse"));
        assertTrue(
                saved.containsAll(
                        List.of(
                                Permission.PERMISSION_STOCK_READ,
                                Permission.PERMISSION_REPORT_READ)));
    }

    @Test
    void saysThatTheLastAdministratorMustKeepHisRight() {
        var model = new RolesModel(master);
        model.choose(role(model, "master-administrator"));
        model.allow(Permission.PERMISSION_ROLE_WRITE, false);
        model.save();
        assertEquals(
                master.texts().get("staff.roles.wrong.LAST_ADMINISTRATOR"), model.wrong().get());
    }

    @Test
    void letsNobodyTickWhoMayOnlyLook() {
        var model = new RolesModel(server.deskOf("ortega"));
        model.choose(role(model, "human-resources"));
        model.allow(Permission.PERMISSION_STAFF_WRITE, false);
        assertFalse(model.dirty());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRightAndEveryRoleHasWords(java.util.Locale language) {
        var settings = server.settings();
        settings.language(language);
        var before = java.util.Locale.getDefault();
        var texts = new Texts(settings);
        java.util.Locale.setDefault(before);
        Rights.all()
                .forEach(right ->
                        assertTrue(texts.has("staff.permission." + right.name()), right.name()));
        Rights.groups().forEach(group -> assertTrue(texts.has(group.name()), group.name()));
        new RolesModel(master)
                .roles()
                .forEach(role ->
                        assertTrue(texts.has("staff.role." + role.getCode()), role.getCode()));
    }
}
