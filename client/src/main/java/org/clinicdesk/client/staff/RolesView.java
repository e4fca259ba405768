package org.clinicdesk.client.staff;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.staff.v1.Role;
import org.clinicdesk.staff.v1.StaffServiceGrpc;
import org.jspecify.annotations.Nullable;

/// The roles at the left, a tick for every right of the chosen one at the right.
final class RolesView {

    private static final double GROUP_WIDTH = 330;

    private final Texts texts;
    private final RolesModel model;
    private final VBox page = Boxes.page();
    private final FlowPane groups = new FlowPane(12, 12);
    private final ObjectProperty<@Nullable Role> selected = new SimpleObjectProperty<>();
    private final HBox root;

    RolesView(Desk desk, RolesModel model) {
        this.texts = desk.texts();
        this.model = model;
        var table =
                new Table<Role>("staff-roles.found")
                        .node(heading("role"), this::name, 190)
                        .number(heading("rights"), role -> Integer.toString(model.count(role)), 50)
                        .number(heading("people"), role -> Long.toString(model.people(role)), 50)
                        .rows(model.roles())
                        .selects(selected);
        Boxes.first(table.view());
        var list = Boxes.styled(new VBox(table.view()), "page");
        list.setMinWidth(400);
        list.setMaxWidth(400);
        for (var group : Rights.groups()) {
            groups.getChildren().add(card(group));
        }
        var scroll = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");
        scroll.setFitToWidth(true);
        root = new HBox(list, scroll);
        root.getStylesheets().add(StaffListView.SHEET);
        selected.set(model.chosen().get());
        selected.addListener((property, before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        Redraw.of(root, this::draw, model.chosen(), model.wrong());
        Redraw.of(root, this::tick, model.rights());
        draw();
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, RolesModel model) {
        if (!desk.may(StaffServiceGrpc.getUpdateRoleMethod())) {
            return Boxes.row(0);
        }
        var save =
                Buttons.primary(
                        "staff-roles.save",
                        desk.texts().get("kit.save"),
                        "mdi2c-content-save-outline",
                        model::save);
        save.disableProperty().bind(model.busy().property());
        return save;
    }

    private String heading(String column) {
        return texts.get("staff.column." + column).toUpperCase(texts.locale());
    }

    private Node name(Role role) {
        var name = Labels.of(Rights.role(texts, role.getCode()), "medium");
        return model.changed(role)
                ? Boxes.row(8, name, Labels.muted(texts.get("staff.roles.changed")))
                : name;
    }

    private void draw() {
        var role = model.chosen().get();
        page.getChildren().clear();
        if (role == null) {
            page.getChildren().add(Labels.muted(texts.get("kit.loading")));
            return;
        }
        if (selected.get() == null || !selected.get().getCode().equals(role.getCode())) {
            selected.set(role);
        }
        page.getChildren().add(Labels.title(Rights.role(texts, role.getCode())));
        if (!model.wrong().get().isEmpty()) {
            var alert = Alert.of(Tint.RED, "mdi2a-alert-circle-outline", model.wrong().get(), "");
            alert.setId("staff-roles.wrong");
            page.getChildren().add(alert);
        }
        if (!model.mayEdit()) {
            page.getChildren().add(Labels.paragraph(texts.get("staff.roles.read-only")));
        }
        page.getChildren().add(groups);
        tick();
    }

    private Node card(Rights.Group group) {
        var card = Boxes.card(Labels.heading(texts.get(group.name())));
        card.setPrefWidth(GROUP_WIDTH);
        group.permissions().forEach(right -> card.getChildren().add(check(right)));
        return card;
    }

    private Node check(Permission right) {
        var check = new CheckBox(Rights.text(texts, right));
        check.setId("staff-roles.right-" + Rights.id(right));
        check.setUserData(right);
        check.setWrapText(true);
        check.selectedProperty().addListener((property, before, on) -> model.allow(right, on));
        return check;
    }

    private void tick() {
        for (var card : groups.getChildren()) {
            for (var node : ((VBox) card).getChildren()) {
                if (node instanceof CheckBox check
                        && check.getUserData() instanceof Permission right) {
                    check.setDisable(!model.mayEdit(right));
                    check.setSelected(model.rights().contains(right));
                }
            }
        }
    }
}
