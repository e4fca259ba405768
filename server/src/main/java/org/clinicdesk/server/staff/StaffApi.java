package org.clinicdesk.server.staff;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Stale;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.staff.v1.AddStaffRequest;
import org.clinicdesk.staff.v1.AddStaffResponse;
import org.clinicdesk.staff.v1.ListRolesRequest;
import org.clinicdesk.staff.v1.ListRolesResponse;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.ListStaffResponse;
import org.clinicdesk.staff.v1.ResetPasswordRequest;
import org.clinicdesk.staff.v1.ResetPasswordResponse;
import org.clinicdesk.staff.v1.UnlockStaffRequest;
import org.clinicdesk.staff.v1.UnlockStaffResponse;
import org.clinicdesk.staff.v1.UpdateRoleRequest;
import org.clinicdesk.staff.v1.UpdateRoleResponse;
import org.clinicdesk.staff.v1.UpdateStaffRequest;
import org.clinicdesk.staff.v1.UpdateStaffResponse;

import java.time.Clock;
import java.util.List;

/// StaffService of the contract.
final class StaffApi {

    private final Db db;
    private final Clock clock;
    private final Staff staff;
    private final Passwords passwords;
    private final Granting granting;

    StaffApi(Db db, Clock clock, Staff staff, Passwords passwords) {
        this.db = db;
        this.clock = clock;
        this.staff = staff;
        this.passwords = passwords;
        this.granting = new Granting(staff);
    }

    ListStaffResponse list(ListStaffRequest request) {
        var answer = ListStaffResponse.newBuilder();
        staff.all().forEach(member -> answer.addStaff(proto(member)));
        return answer.build();
    }

    AddStaffResponse add(AddStaffRequest request) {
        granting.refuseUnlessGrantable(caller(), request.getRolesList());
        var member =
                new StaffMember(
                        Ids.next(clock),
                        request.getLogin(),
                        request.getName().strip(),
                        request.getSpecialty().strip(),
                        request.getBookable());
        member.setRoles(request.getRolesList());
        var password = passwords.oneTime();
        member.setOneTimePassword(passwords.hash(password));
        staff.add(member);
        return AddStaffResponse.newBuilder()
                .setStaff(proto(member))
                .setOneTimePassword(password)
                .build();
    }

    UpdateStaffResponse update(UpdateStaffRequest request) {
        var member = db.get(StaffMember.class, Ids.of(request.getId()), request.getVersion());
        granting.refuseUnlessGrantable(caller(), member.roles(), member);
        granting.refuseUnlessGrantable(caller(), request.getRolesList(), member);
        staff.change(
                member,
                it ->
                        it.update(
                                request.getName().strip(),
                                request.getSpecialty().strip(),
                                request.getActive(),
                                request.getBookable()));
        member.setRoles(request.getRolesList());
        staff.refuseWithoutAdministrator();
        return UpdateStaffResponse.newBuilder().setStaff(proto(member)).build();
    }

    ResetPasswordResponse resetPassword(ResetPasswordRequest request) {
        var member = db.get(StaffMember.class, Ids.of(request.getId()));
        granting.refuseUnlessGrantable(caller(), member.roles(), member);
        var password = passwords.oneTime();
        member.setOneTimePassword(passwords.hash(password));
        return ResetPasswordResponse.newBuilder().setOneTimePassword(password).build();
    }

    UnlockStaffResponse unlock(UnlockStaffRequest request) {
        var member = db.get(StaffMember.class, Ids.of(request.getId()));
        member.unlock();
        db.session().flush();
        return UnlockStaffResponse.newBuilder().setStaff(proto(member)).build();
    }

    ListRolesResponse listRoles(ListRolesRequest request) {
        var answer = ListRolesResponse.newBuilder();
        staff.roles().forEach(role -> answer.addRoles(proto(role)));
        return answer.build();
    }

    UpdateRoleResponse updateRole(UpdateRoleRequest request) {
        var role = staff.role(request.getCode());
        if (role.version() != request.getVersion()) {
            throw new Stale(Role.class, role.id());
        }
        granting.refuseAbove(caller(), role.permissions());
        granting.refuseAbove(caller(), request.getPermissionsList());
        role.setPermissions(request.getPermissionsList());
        staff.refuseWithoutAdministrator();
        return UpdateRoleResponse.newBuilder().setRole(proto(role)).build();
    }

    private static Caller caller() {
        return Call.current().caller();
    }

    private static org.clinicdesk.staff.v1.StaffMember proto(StaffMember member) {
        var answer =
                org.clinicdesk.staff.v1.StaffMember.newBuilder()
                        .setId(member.id().toString())
                        .setVersion(member.version())
                        .setLogin(member.login())
                        .setName(member.name())
                        .setSpecialty(member.specialty())
                        .addAllRoles(List.copyOf(member.roles()))
                        .setActive(member.active())
                        .setLocked(member.locked())
                        .setBookable(member.bookable());
        member.lastSignIn().ifPresent(at -> answer.setLastSignIn(Protos.timestamp(at)));
        return answer.build();
    }

    private org.clinicdesk.staff.v1.Role proto(Role role) {
        return org.clinicdesk.staff.v1.Role.newBuilder()
                .setCode(role.code())
                .setVersion(role.version())
                .addAllPermissions(role.permissions())
                .setGrantable(granting.mayGrant(caller(), role))
                .build();
    }
}
