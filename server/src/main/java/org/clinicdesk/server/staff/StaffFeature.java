package org.clinicdesk.server.staff;

import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;

import io.grpc.ServerServiceDefinition;

import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.staff.v1.AddStaffRequest;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Staff and roles.
public final class StaffFeature implements Feature {

    /// Topic of everything that decides who may call: told to the servers, not to desks.
    public static final String ACCOUNTS = "accounts";

    private final Staff staff;
    private final Passwords passwords = new Passwords();
    private final StaffApi api;

    public StaffFeature(Platform platform) {
        this.staff = new Staff(platform.db());
        this.api = new StaffApi(platform.db(), platform.clock(), staff, passwords);
    }

    public Staff staff() {
        return staff;
    }

    public Passwords passwords() {
        return passwords;
    }

    /// The fields of a new account that break a rule which the contract has for them; empty when none does.
    public Set<String> broken(
            String login, String name, String specialty, Collection<String> roles) {
        var request =
                AddStaffRequest.newBuilder()
                        .setLogin(login)
                        .setName(name)
                        .setSpecialty(specialty)
                        .addAllRoles(roles)
                        .build();
        try {
            return ValidatorFactory.newBuilder()
                    .build()
                    .validate(request)
                    .toProto()
                    .getViolationsList()
                    .stream()
                    .map(violation -> violation.getField().getElements(0).getFieldName())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (ValidationException e) {
            throw new IllegalStateException("Field rules of an account", e);
        }
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(StaffMember.class, Role.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(
                rpc.service(StaffServiceGrpc.getServiceDescriptor())
                        .unary(StaffServiceGrpc.getListStaffMethod(), api::list)
                        .unary(StaffServiceGrpc.getAddStaffMethod(), api::add)
                        .unary(StaffServiceGrpc.getUpdateStaffMethod(), api::update)
                        .unary(StaffServiceGrpc.getResetPasswordMethod(), api::resetPassword)
                        .unary(StaffServiceGrpc.getUnlockStaffMethod(), api::unlock)
                        .unary(StaffServiceGrpc.getListRolesMethod(), api::listRoles)
                        .unary(StaffServiceGrpc.getUpdateRoleMethod(), api::updateRole)
                        .bind());
    }
}
