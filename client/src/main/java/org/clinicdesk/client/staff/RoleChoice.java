package org.clinicdesk.client.staff;

import com.google.protobuf.Message;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Draft;
import org.clinicdesk.staff.v1.ListRolesRequest;
import org.clinicdesk.staff.v1.Role;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Which roles somebody is to have. They stand in the field `roles` of a draft.
final class RoleChoice {

    private static final String FIELD = "roles";

    private final Desk desk;
    private final Draft<? extends Message> draft;
    private final boolean own;
    private final ObservableList<Role> roles = FXCollections.observableArrayList();

    /// @param own whether it is the account of the person at the desk: nobody lifts himself
    RoleChoice(Desk desk, Draft<? extends Message> draft, boolean own) {
        this.desk = desk;
        this.draft = draft;
        this.own = own;
        refresh();
    }

    void refresh() {
        var staff = StaffServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> staff.listRoles(ListRolesRequest.getDefaultInstance()))
                .then(answer -> roles.setAll(answer.getRolesList()));
    }

    /// All there are.
    ObservableList<Role> roles() {
        return roles;
    }

    Draft<? extends Message> draft() {
        return draft;
    }

    /// Codes of the roles ticked.
    List<String> chosen() {
        var typed = draft.text(FIELD).get();
        return typed.isBlank() ? List.of() : List.of(typed.split(",\\s*"));
    }

    void choose(String code, boolean on) {
        var codes = new ArrayList<>(chosen());
        codes.remove(code);
        if (on) {
            codes.add(code);
        }
        draft.text(FIELD).set(String.join(", ", new TreeSet<>(codes)));
    }

    /// Whether the person at the desk may hand the role out.
    boolean allowed(Role role) {
        return own ? Rights.mine(desk, Rights.known(role)) : role.getGrantable();
    }

    /// The server said that a role is above the rights of the person at the desk.
    void refuse(String reason) {
        draft.errors().put(FIELD, reason);
    }
}
