package org.clinicdesk.client.staff;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Phrase;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.staff.v1.ListRolesRequest;
import org.clinicdesk.staff.v1.ListStaffRequest;
import org.clinicdesk.staff.v1.Role;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.clinicdesk.staff.v1.UpdateRoleRequest;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each role may do. One role is edited at a time; going to another one while there are changes keeps them.
final class RolesModel {

    private final Desk desk;
    private final StaffServiceGrpc.StaffServiceBlockingV2Stub staff;
    private final ObservableList<Role> roles = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Role> chosen = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<Permission> rights =
            FXCollections.observableSet(EnumSet.noneOf(Permission.class));
    private final Map<String, Set<Permission>> edited = new HashMap<>();
    private final Map<String, Long> people = new HashMap<>();
    private final Phrase wrong;
    private final Lane reads = new Lane();
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    RolesModel(Desk desk) {
        this.desk = desk;
        this.wrong = new Phrase(desk.texts());
        this.staff = StaffServiceGrpc.newBlockingV2Stub(desk.channel());
        refresh();
    }

    ObservableList<Role> roles() {
        return roles;
    }

    ReadOnlyObjectProperty<@Nullable Role> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The rights of the chosen role as ticked.
    ObservableSet<Permission> rights() {
        return rights;
    }

    /// Why it was not saved; empty while nothing is wrong.
    ReadOnlyStringProperty wrong() {
        return wrong.text();
    }

    Busy busy() {
        return busy;
    }

    /// How many people hold a role.
    long people(Role role) {
        return people.getOrDefault(role.getCode(), 0L);
    }

    /// How many rights a role holds, as ticked.
    int count(Role role) {
        return edited.getOrDefault(role.getCode(), Rights.known(role)).size();
    }

    boolean changed(Role role) {
        var now = edited.get(role.getCode());
        return now != null && !now.equals(Rights.known(role));
    }

    boolean dirty() {
        return roles.stream().anyMatch(this::changed);
    }

    /// Whether the person at the desk may change the role at all.
    boolean mayEdit() {
        var role = chosen.get();
        return role != null
                && desk.may(StaffServiceGrpc.getUpdateRoleMethod())
                && Rights.mine(desk, Rights.known(role));
    }

    /// Whether he may give or take this right.
    boolean mayEdit(Permission right) {
        return mayEdit() && Rights.mine(desk, List.of(right));
    }

    void refresh() {
        desk.calls()
                .call(() -> staff.listRoles(ListRolesRequest.getDefaultInstance()))
                .latest(reads)
                .then(answer -> read(answer.getRolesList()));
        desk.calls()
                .call(() -> staff.listStaff(ListStaffRequest.getDefaultInstance()))
                .then(answer -> {
                    people.clear();
                    answer.getStaffList()
                            .forEach(member ->
                                    member.getRolesList()
                                            .forEach(code -> people.merge(code, 1L, Long::sum)));
                    roles.setAll(List.copyOf(roles));
                });
    }

    void choose(Role role) {
        if (!Optional.of(role.getCode())
                .equals(Optional.ofNullable(chosen.get()).map(Role::getCode))) {
            wrong.clear();
        }
        chosen.set(role);
        show(edited.getOrDefault(role.getCode(), Rights.known(role)));
    }

    void allow(Permission right, boolean on) {
        var role = chosen.get();
        if (role == null || rights.contains(right) == on || !mayEdit(right)) {
            return;
        }
        wrong.clear();
        if (on) {
            rights.add(right);
        } else {
            rights.remove(right);
        }
        edited.put(role.getCode(), copy(rights));
        roles.setAll(List.copyOf(roles));
    }

    void save() {
        var role = chosen.get();
        if (role == null || busy.is() || !changed(role) || !mayEdit()) {
            return;
        }
        var request =
                UpdateRoleRequest.newBuilder()
                        .setCode(role.getCode())
                        .setVersion(role.getVersion())
                        .addAllPermissions(rights)
                        .build();
        desk.calls()
                .call(() -> staff.updateRole(request))
                .once(requestId)
                .busy(busy)
                .refused(this::refused)
                .then(answer -> {
                    requestId = RequestId.fresh();
                    edited.remove(role.getCode());
                    roles.replaceAll(
                            old -> old.getCode().equals(role.getCode()) ? answer.getRole() : old);
                    choose(answer.getRole());
                    desk.notices()
                            .done(
                                    desk.texts()
                                            .get(
                                                    "staff.roles.saved",
                                                    Rights.role(desk.texts(), role.getCode())));
                });
    }

    private void refused(Problem problem) {
        requestId = RequestId.fresh();
        switch (problem.reason()) {
            case "ABOVE_OWN_RIGHTS", "LAST_ADMINISTRATOR" ->
                    wrong.say("staff.roles.wrong." + problem.reason());
            default -> {
                if (problem.stale()) {
                    wrong.say("staff.roles.stale");
                    refresh();
                } else {
                    desk.explain(problem);
                }
            }
        }
    }

    /// Rights that were ticked or unticked here stay so; the others are as they are now.
    private void read(List<Role> now) {
        var before = Map.copyOf(edited);
        edited.clear();
        for (var role : now) {
            var mine = before.get(role.getCode());
            var old = roles.stream().filter(r -> r.getCode().equals(role.getCode())).findFirst();
            if (mine != null && old.isPresent()) {
                edited.put(
                        role.getCode(), merged(Rights.known(old.get()), mine, Rights.known(role)));
            }
        }
        roles.setAll(now);
        var code = Optional.ofNullable(chosen.get()).map(Role::getCode);
        now.stream()
                .filter(role -> code.isEmpty() || code.get().equals(role.getCode()))
                .findFirst()
                .ifPresent(this::choose);
    }

    private static Set<Permission> merged(
            Set<Permission> base, Set<Permission> mine, Set<Permission> theirs) {
        var merged = copy(theirs);
        for (var right : Rights.all()) {
            if (base.contains(right) != mine.contains(right)) {
                if (mine.contains(right)) {
                    merged.add(right);
                } else {
                    merged.remove(right);
                }
            }
        }
        return merged;
    }

    private void show(Set<Permission> now) {
        var next = copy(now);
        rights.removeIf(right -> !next.contains(right));
        rights.addAll(next);
    }

    private static Set<Permission> copy(Set<Permission> rights) {
        var copy = EnumSet.noneOf(Permission.class);
        copy.addAll(rights);
        return copy;
    }
}
