package org.clinicdesk.client.staff;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.SearchField;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.staff.v1.StaffMember;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

import java.util.Objects;

/// All accounts, and at the right the one that is chosen.
final class StaffListView {

    static final String SHEET =
            Objects.requireNonNull(
                            StaffListView.class.getResource(
                                    "/org/clinicdesk/client/staff/staff.css"))
                    .toExternalForm();

    private final Desk desk;
    private final Texts texts;
    private final StaffListModel model;
    private final HBox root;

    StaffListView(Desk desk, StaffListModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        var table = table();
        var field =
                new SearchField(
                                "staff-list.query",
                                texts.get("staff.list.prompt"),
                                model.query(),
                                model.busy().property(),
                                model.note())
                        .drives(table);
        Boxes.first(field.field());
        root = new HBox(Boxes.page(field.node(), table.view()), new StaffPanel(desk, model).root());
        root.getStylesheets().add(SHEET);
        PasswordDialog.follow(desk, model.passwords(), root, () -> {});
    }

    Parent root() {
        return root;
    }

    /// The buttons of the top bar.
    static Node actions(Desk desk, StaffListModel model) {
        var roles =
                Buttons.plain(
                        "staff-list.roles",
                        desk.texts().get("staff.roles.title"),
                        "mdi2s-shield-account-outline",
                        model::roles);
        if (!desk.may(StaffServiceGrpc.getAddStaffMethod())) {
            return roles;
        }
        return Boxes.row(
                8,
                roles,
                Buttons.primary(
                        "staff-list.add",
                        desk.texts().get("staff.new.title"),
                        "mdi2a-account-plus-outline",
                        model::add));
    }

    private Table<StaffMember> table() {
        return new Table<StaffMember>("staff-list.found")
                .node(heading("name"), this::name, 210)
                .text(heading("roles"), member -> Rights.roles(texts, member.getRolesList()), 190)
                .text(heading("specialty"), StaffMember::getSpecialty, 140)
                .node(heading("state"), member -> Accounts.state(desk, member), 90)
                .text(heading("last-sign-in"), member -> Accounts.lastSignIn(desk, member), 150)
                .rows(model.shown())
                .selects(model.selected())
                .opens(model::open)
                .empty(
                        EmptyState.of(
                                "mdi2a-account-question-outline",
                                texts.get("staff.list.none"),
                                texts.get("staff.list.none.detail")));
    }

    private String heading(String column) {
        return texts.get("staff.column." + column).toUpperCase(texts.locale());
    }

    private Node name(StaffMember member) {
        var words =
                Boxes.column(
                        0,
                        Labels.of(member.getName(), "medium"),
                        Labels.of(member.getLogin(), "tiny", "subtle"));
        words.setAlignment(Pos.CENTER_LEFT);
        return Boxes.row(10, Avatar.small(member.getName()), words);
    }
}
