package org.clinicdesk.client.staff;

import com.google.protobuf.Descriptors.FieldDescriptor;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

import java.util.List;

/// An account, to be read and corrected in place.
final class MemberView {

    private final Desk desk;
    private final Texts texts;
    private final MemberModel model;
    private final VBox page = Boxes.page();
    private final VBox clashes = Boxes.column(12);
    private final RolePicker picker;
    private final HBox root;

    MemberView(Desk desk, MemberModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.picker = new RolePicker(desk, model.roles());
        var scroll = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");
        scroll.setFitToWidth(true);
        root = new HBox(scroll, Boxes.side(360, clashes, picker.rights()));
        root.getProperties().put("picker", picker);
        Redraw.of(root, this::draw, model.member());
        Redraw.of(root, this::drawClashes, model.clashes());
        Boxes.onEnter(page, model::save);
        draw();
        drawClashes();
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, MemberModel model) {
        if (!desk.may(StaffServiceGrpc.getUpdateStaffMethod())) {
            return Boxes.row(0);
        }
        var save =
                Buttons.primary(
                        "staff-member.save",
                        desk.texts().get("kit.save"),
                        "mdi2c-content-save-outline",
                        model::save);
        save.disableProperty()
                .bind(model.busy().property().or(Bindings.isNotEmpty(model.clashes())));
        return save;
    }

    private void draw() {
        var member = model.member().get();
        if (member == null) {
            page.getChildren().setAll(Labels.muted(texts.get("kit.loading")));
            return;
        }
        if (page.getChildren().size() > 1) {
            return;
        }
        var form =
                new Form<>(texts, "staff", model.draft())
                        .text("name")
                        .text("specialty")
                        .together(2)
                        .flag("active")
                        .flag("bookable");
        Boxes.first(form.control("name"));
        var roles = Boxes.column(8, picker.ticks());
        if (!desk.may(StaffServiceGrpc.getUpdateStaffMethod())) {
            form.readOnly();
            roles.setDisable(true);
        }
        var who =
                Boxes.row(
                        12,
                        Avatar.large(member.getName()),
                        Boxes.column(
                                4,
                                Labels.title(member.getName()),
                                Labels.muted(member.getLogin()),
                                Accounts.state(desk, member)));
        page.getChildren()
                .setAll(
                        Boxes.card(who, form.node()),
                        Boxes.card(Labels.heading(texts.get("staff.roles")), roles));
    }

    private void drawClashes() {
        clashes.getChildren().setAll(model.clashes().stream().map(this::clash).toList());
        clashes.setManaged(!model.clashes().isEmpty());
    }

    private Node clash(Merge.Clash clash) {
        var name = clash.field().getName();
        return Alert.of(
                Tint.AMBER,
                "mdi2c-call-merge",
                texts.get("staff." + name),
                texts.get(
                        "staff.clash",
                        shown(clash.field(), clash.theirs()),
                        shown(clash.field(), clash.mine())),
                Buttons.small(
                        Buttons.plain(
                                "staff-member.mine-" + name,
                                texts.get("staff.mine"),
                                () -> model.keepMine(clash))),
                Buttons.small(
                        Buttons.plain(
                                "staff-member.theirs-" + name,
                                texts.get("staff.theirs"),
                                () -> model.takeTheirs(clash))));
    }

    private String shown(FieldDescriptor field, Object value) {
        return switch (value) {
            case Boolean on -> texts.get(on ? "staff.yes" : "staff.no");
            case List<?> codes ->
                    Rights.roles(texts, codes.stream().map(Object::toString).toList());
            default -> value.toString().isEmpty() ? "—" : value.toString();
        };
    }
}
