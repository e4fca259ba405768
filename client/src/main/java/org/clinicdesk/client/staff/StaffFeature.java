package org.clinicdesk.client.staff;

import io.grpc.MethodDescriptor;

import javafx.collections.FXCollections;

import org.clinicdesk.client.platform.Command;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Key;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

import java.util.List;
import java.util.Optional;

/// Accounts and roles of the people who work here.
public final class StaffFeature implements Feature {

    static final Place NEW = Place.of("staff", "new");
    static final Place ROLES = Place.of("staff", "roles");
    private static final String TOPIC = "staff";

    @Override
    public String id() {
        return "staff";
    }

    @Override
    public String icon() {
        return "mdi2a-account-group-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return StaffServiceGrpc.getListStaffMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F10");
    }

    @Override
    public List<Command> commands(Desk desk) {
        return List.of(
                new Command(
                        "staff.new.title",
                        "mdi2a-account-plus-outline",
                        StaffServiceGrpc.getAddStaffMethod(),
                        NEW),
                new Command(
                        "staff.roles.title",
                        "mdi2s-shield-account-outline",
                        StaffServiceGrpc.getListRolesMethod(),
                        ROLES));
    }

    /// The account of somebody.
    static Place member(String id) {
        return Place.of("staff", "member").with("id", id);
    }

    @Override
    public Screen open(Desk desk, Place place) {
        return switch (place.view()) {
            case "new" -> add(desk);
            case "member" -> member(desk, place.get("id"));
            case "roles" -> roles(desk);
            default -> list(desk);
        };
    }

    private static Screen list(Desk desk) {
        var model = new StaffListModel(desk);
        var screen =
                Screen.of("staff.list", () -> new StaffListView(desk, model).root())
                        .actions(() -> StaffListView.actions(desk, model))
                        .keys(
                                Key.hint("↑↓", "staff.key.choose"),
                                Key.hint("Enter", "staff.key.open"),
                                Key.of("Ctrl+O", "staff.roles.title", model::roles))
                        .watches(FXCollections.observableSet(TOPIC), model::refresh);
        if (desk.may(StaffServiceGrpc.getAddStaffMethod())) {
            screen.keys(
                    Key.of("Ctrl+N", "staff.new.title", model::add),
                    Key.of("Ctrl+U", "staff.unlock", model::unlock));
        }
        return screen;
    }

    private static Screen add(Desk desk) {
        var model = new NewMemberModel(desk);
        return Screen.of("staff.new", () -> new NewMemberView(desk, model).root())
                .actions(() -> NewMemberView.actions(desk, model))
                .keys(Key.of("Ctrl+S", "staff.add", model::save))
                .asksWhen(model::dirty);
    }

    private static Screen member(Desk desk, String id) {
        var model = new MemberModel(desk, id);
        var screen =
                Screen.of("staff.member", () -> new MemberView(desk, model).root())
                        .actions(() -> MemberView.actions(desk, model))
                        .watches(FXCollections.observableSet(TOPIC), model::refresh)
                        .asksWhen(model::dirty);
        if (desk.may(StaffServiceGrpc.getUpdateStaffMethod())) {
            screen.keys(Key.of("Ctrl+S", "kit.save", model::save));
        }
        return screen;
    }

    private static Screen roles(Desk desk) {
        var model = new RolesModel(desk);
        var screen =
                Screen.of("staff.roles", () -> new RolesView(desk, model).root())
                        .actions(() -> RolesView.actions(desk, model))
                        .keys(Key.hint("↑↓", "staff.key.choose"))
                        .watches(FXCollections.observableSet(TOPIC), model::refresh)
                        .asksWhen(model::dirty);
        if (desk.may(StaffServiceGrpc.getUpdateRoleMethod())) {
            screen.keys(Key.of("Ctrl+S", "kit.save", model::save));
        }
        return screen;
    }
}
