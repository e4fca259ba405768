package org.clinicdesk.client.staff;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.staff.v1.StaffMember;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

/// The chosen account at a glance, and what can be done about it.
final class StaffPanel {

    private static final double WIDTH = 320;

    private final Desk desk;
    private final Texts texts;
    private final StaffListModel model;
    private final VBox content = Boxes.column(12);
    private final ScrollPane root = Boxes.side(WIDTH, content);

    StaffPanel(Desk desk, StaffListModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        Redraw.of(root, this::draw, model.selected());
        draw();
    }

    Parent root() {
        return root;
    }

    private void draw() {
        var member = model.selected().get();
        content.getChildren().clear();
        if (member == null) {
            content.getChildren()
                    .add(
                            EmptyState.of(
                                    "mdi2c-card-account-details-outline",
                                    texts.get("staff.panel.none"),
                                    texts.get("staff.panel.none.detail")));
            return;
        }
        content.getChildren().add(head(member));
        if (member.getLocked() && member.getActive()) {
            content.getChildren().add(locked());
        }
        content.getChildren()
                .addAll(
                        actions(member),
                        Boxes.rule(),
                        section("roles"),
                        roles(member),
                        Boxes.rule());
        content.getChildren()
                .addAll(section("account"), Labels.fact("mdi2a-at", member.getLogin()));
        content.getChildren()
                .add(
                        Labels.fact(
                                "mdi2c-clock-outline",
                                texts.get(
                                        "staff.last-sign-in", Accounts.lastSignIn(desk, member))));
        content.getChildren()
                .add(
                        Labels.fact(
                                member.getBookable()
                                        ? "mdi2c-calendar-check-outline"
                                        : "mdi2c-calendar-remove-outline",
                                texts.get(
                                        member.getBookable()
                                                ? "staff.is-bookable"
                                                : "staff.not-bookable")));
    }

    private Node head(StaffMember member) {
        var name = Labels.title(member.getName());
        name.setWrapText(true);
        var words = Boxes.column(4, name);
        if (!member.getSpecialty().isEmpty()) {
            words.getChildren().add(Labels.muted(member.getSpecialty()));
        }
        words.getChildren().add(Accounts.state(desk, member));
        return Boxes.row(12, Avatar.large(member.getName()), words);
    }

    private Node locked() {
        if (!desk.may(StaffServiceGrpc.getUnlockStaffMethod())) {
            return Alert.of(
                    Tint.RED,
                    "mdi2l-lock-outline",
                    texts.get("staff.locked"),
                    texts.get("staff.locked.detail"));
        }
        var unlock =
                Buttons.small(
                        Buttons.plain(
                                "staff-list.unlock",
                                texts.get("staff.unlock"),
                                "mdi2l-lock-open-outline",
                                model::unlock));
        return Alert.of(
                Tint.RED,
                "mdi2l-lock-outline",
                texts.get("staff.locked"),
                texts.get("staff.locked.detail"),
                unlock);
    }

    private Node actions(StaffMember member) {
        var row = new FlowPane(6, 6);
        if (desk.may(StaffServiceGrpc.getUpdateStaffMethod())) {
            row.getChildren()
                    .add(
                            Buttons.primary(
                                    "staff-list.edit",
                                    texts.get("staff.edit"),
                                    "mdi2p-pencil-outline",
                                    () -> model.open(member)));
            row.getChildren()
                    .add(
                            Buttons.plain(
                                    "staff-list.reset",
                                    texts.get("staff.reset"),
                                    "mdi2k-key-outline",
                                    () -> ask(member)));
        }
        if (desk.has("audit")) {
            row.getChildren()
                    .add(
                            Buttons.plain(
                                    "staff-list.audit",
                                    texts.get("staff.audit"),
                                    "mdi2h-history",
                                    () ->
                                            desk.navigator()
                                                    .go(
                                                            Place.of("audit")
                                                                    .with(
                                                                            "staff_id",
                                                                            member.getId()))));
        }
        return row;
    }

    private void ask(StaffMember member) {
        new Dialog(
                        desk.layers(),
                        texts,
                        "staff-reset",
                        texts.get("staff.reset.title", member.getName()))
                .say(texts.get("staff.reset.detail"))
                .primary(texts.get("staff.reset"), () -> model.passwords().reset(member))
                .show();
    }

    private Node roles(StaffMember member) {
        var row = new FlowPane(6, 6);
        member.getRolesList()
                .forEach(code ->
                        row.getChildren().add(Pill.of(Rights.role(texts, code), Tint.BLUE)));
        return row;
    }

    private Node section(String name) {
        return Labels.section(texts.get("staff.panel." + name).toUpperCase(texts.locale()));
    }
}
