package org.clinicdesk.server.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.server.OnServer;
import org.clinicdesk.server.Refusals;
import org.clinicdesk.server.TestServer;
import org.clinicdesk.session.v1.GetDeskRequest;
import org.clinicdesk.session.v1.SessionServiceGrpc;
import org.clinicdesk.staff.v1.AddStaffRequest;
import org.clinicdesk.staff.v1.ListRolesRequest;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.ResetPasswordRequest;
import org.clinicdesk.staff.v1.Role;
import org.clinicdesk.staff.v1.StaffMember;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.clinicdesk.staff.v1.UpdateRoleRequest;
import org.clinicdesk.staff.v1.UpdateStaffRequest;
import org.junit.jupiter.api.Test;

import java.util.List;

@OnServer
class StaffApiTest {

    private final TestServer server;
    private final StaffServiceGrpc.StaffServiceBlockingStub master;
    private final StaffServiceGrpc.StaffServiceBlockingStub humanResources;

    StaffApiTest(TestServer server) {
        this.server = server;
        master = StaffServiceGrpc.newBlockingStub(server.as("master-administrator"));
        humanResources = StaffServiceGrpc.newBlockingStub(server.as("human-resources"));
    }

    @Test
    void tenRolesStandReady() {
        assertEquals(
                TestServer.LOGINS.keySet(),
                roles().stream().map(Role::getCode).collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void aLoginIsTakenOnce() {
        var request =
                AddStaffRequest.newBuilder()
                        .setLogin("twin")
                        .setName("Twin")
                        .addRoles("nurse")
                        .build();
        master.addStaff(request);
        assertEquals("staff/LOGIN_TAKEN", Refusals.reason(() -> master.addStaff(request)));
    }

    @Test
    void humanResourcesEmployADoctorWhoseRightsTheyDoNotHold() {
        var added = humanResources.addStaff(newcomer("doc", "doctor"));
        assertEquals(List.of("doctor"), added.getStaff().getRolesList());
    }

    @Test
    void humanResourcesMakeNoAdministrators() {
        for (var role : List.of("administrator", "master-administrator")) {
            assertEquals(
                    "staff/ABOVE_OWN_RIGHTS",
                    Refusals.reason(() -> humanResources.addStaff(newcomer("boss", role))));
        }
    }

    @Test
    void humanResourcesPromoteButToNoAdministrator() {
        var nurse = humanResources.addStaff(newcomer("lifted", "nurse")).getStaff();
        assertEquals(
                List.of("head-nurse"),
                humanResources
                        .updateStaff(withRole(nurse, "head-nurse"))
                        .getStaff()
                        .getRolesList());
        var now = member("lifted");
        assertEquals(
                "staff/ABOVE_OWN_RIGHTS",
                Refusals.reason(() -> humanResources.updateStaff(withRole(now, "administrator"))));
    }

    @Test
    void nobodyLiftsHimself() {
        assertEquals(
                "staff/ABOVE_OWN_RIGHTS",
                Refusals.reason(
                        () -> humanResources.updateStaff(withRole(member("ortega"), "doctor"))));
    }

    @Test
    void oneselfIsCorrectedWithoutANewRole() {
        var changed = withRole(member("ortega"), "human-resources");
        assertEquals(
                "Personnel",
                humanResources
                        .updateStaff(changed.toBuilder().setSpecialty("Personnel").build())
                        .getStaff()
                        .getSpecialty());
    }

    @Test
    void nobodyTakesRolesFromAnAdministrator() {
        assertEquals(
                "staff/ABOVE_OWN_RIGHTS",
                Refusals.reason(
                        () -> humanResources.updateStaff(withRole(member("quynh"), "nurse"))));
    }

    @Test
    void aRoleThatIsGivenARightOverTheClinicIsNoLongerOrdinary() {
        var role = role("pharmacist");
        assertTrue(grantable(humanResources).contains("pharmacist"));
        var changed =
                master.updateRole(
                                UpdateRoleRequest.newBuilder()
                                        .setCode(role.getCode())
                                        .setVersion(role.getVersion())
                                        .addAllPermissions(role.getPermissionsList())
                                        .addPermissions(Permission.PERMISSION_AUDIT_READ)
                                        .build())
                        .getRole();
        assertFalse(grantable(humanResources).contains("pharmacist"));
        assertEquals(
                "staff/ABOVE_OWN_RIGHTS",
                Refusals.reason(() -> humanResources.addStaff(newcomer("spy", "pharmacist"))));
        master.updateRole(
                UpdateRoleRequest.newBuilder()
                        .setCode(role.getCode())
                        .setVersion(changed.getVersion())
                        .addAllPermissions(role.getPermissionsList())
                        .build());
    }

    @Test
    void administratorsHandOutTheirOwnRoleButNotTheMasters() {
        var administrator = StaffServiceGrpc.newBlockingStub(server.as("administrator"));
        var grantable = grantable(administrator);
        assertTrue(grantable.containsAll(List.of("administrator", "human-resources", "doctor")));
        assertFalse(grantable.contains("master-administrator"));
    }

    private static AddStaffRequest newcomer(String login, String role) {
        return AddStaffRequest.newBuilder().setLogin(login).setName("New").addRoles(role).build();
    }

    private static UpdateStaffRequest withRole(StaffMember member, String role) {
        return UpdateStaffRequest.newBuilder()
                .setId(member.getId())
                .setVersion(member.getVersion())
                .setName(member.getName())
                .addRoles(role)
                .setActive(true)
                .build();
    }

    private static List<String> grantable(StaffServiceGrpc.StaffServiceBlockingStub caller) {
        return caller.listRoles(ListRolesRequest.getDefaultInstance()).getRolesList().stream()
                .filter(Role::getGrantable)
                .map(Role::getCode)
                .toList();
    }

    @Test
    void nobodyResetsThePasswordOfSomebodyAboveHim() {
        var request = ResetPasswordRequest.newBuilder().setId(member("admin").getId()).build();
        assertEquals(
                "staff/ABOVE_OWN_RIGHTS",
                Refusals.reason(() -> humanResources.resetPassword(request)));
    }

    @Test
    void theLastAdministratorStays() {
        var admin = member("admin");
        var request =
                UpdateStaffRequest.newBuilder()
                        .setId(admin.getId())
                        .setVersion(admin.getVersion())
                        .setName(admin.getName())
                        .addRoles("nurse")
                        .setActive(true)
                        .build();
        assertEquals(
                "staff/LAST_ADMINISTRATOR", Refusals.reason(() -> master.updateStaff(request)));
    }

    @Test
    void aRoleThatIsEditedHoldsAtTheNextCall() {
        var role = role("laboratory-technician");
        var before = server.freshSignIn("bao").getToken();
        assertTrue(permissions(before).contains(Permission.PERMISSION_RECORD_READ));
        master.updateRole(
                UpdateRoleRequest.newBuilder()
                        .setCode(role.getCode())
                        .setVersion(role.getVersion())
                        .addPermissions(Permission.PERMISSION_PATIENT_READ)
                        .build());
        assertEquals(List.of(Permission.PERMISSION_PATIENT_READ), permissions(before));
    }

    @Test
    void anOldVersionOfARoleIsRefused() {
        var role = role("nurse");
        var request =
                UpdateRoleRequest.newBuilder()
                        .setCode(role.getCode())
                        .setVersion(role.getVersion())
                        .addAllPermissions(role.getPermissionsList())
                        .build();
        master.updateRole(request);
        assertEquals("platform/STALE", Refusals.reason(() -> master.updateRole(request)));
    }

    @Test
    void switchingAnAccountOffEndsItsSessions() {
        var token = server.freshSignIn("castro").getToken();
        var castro = member("castro");
        var off =
                UpdateStaffRequest.newBuilder()
                        .setId(castro.getId())
                        .setVersion(castro.getVersion())
                        .setName(castro.getName())
                        .addAllRoles(castro.getRolesList())
                        .setActive(false)
                        .build();
        assertFalse(master.updateStaff(off).getStaff().getActive());
        assertEquals("platform/SESSION_ENDED", Refusals.reason(() -> permissions(token)));
    }

    private List<Permission> permissions(String token) {
        return SessionServiceGrpc.newBlockingStub(server.withToken(token))
                .getDesk(GetDeskRequest.getDefaultInstance())
                .getDesk()
                .getPermissionsList();
    }

    private List<Role> roles() {
        return master.listRoles(ListRolesRequest.getDefaultInstance()).getRolesList();
    }

    private Role role(String code) {
        return roles().stream()
                .filter(role -> role.getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private StaffMember member(String login) {
        return master.listStaff(ListStaffRequest.getDefaultInstance()).getStaffList().stream()
                .filter(member -> member.getLogin().equals(login))
                .findFirst()
                .orElseThrow();
    }
}
