package org.clinicdesk.client.staff;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.staff.v1.Role;

/// A tick for each role, and beside them what somebody with the ticked ones may do.
final class RolePicker {

    private static final double CELL = 270;

    private final Texts texts;
    private final RoleChoice choice;
    private final FlowPane ticks = new FlowPane(16, 12);
    private final VBox rights = Boxes.column(10);
    private final Label error = Labels.of("", "field-error");
    private boolean drawing;

    RolePicker(Desk desk, RoleChoice choice) {
        this.texts = desk.texts();
        this.choice = choice;
        error.setId("staff-form.roles.error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        Redraw.of(
                ticks,
                this::draw,
                choice.roles(),
                choice.draft().text("roles"),
                choice.draft().errors());
        draw();
    }

    /// The ticks.
    Node ticks() {
        return Boxes.column(10, error, ticks);
    }

    /// What the ticked roles allow, in words.
    Node rights() {
        return rights;
    }

    private void draw() {
        if (drawing) {
            return;
        }
        var wrong = choice.draft().errors().get("roles");
        error.setText(wrong == null ? "" : words(wrong));
        error.setVisible(wrong != null);
        error.setManaged(wrong != null);
        if (ticks.getChildren().size() != choice.roles().size()) {
            ticks.getChildren().setAll(choice.roles().stream().map(this::tick).toList());
        } else {
            ticks.getChildren().forEach(this::setTick);
        }
        drawRights();
    }

    private String words(String rule) {
        var key = "staff.roles.wrong." + rule;
        return texts.has(key) ? texts.get(key) : texts.get("staff.roles.wrong.missing");
    }

    private Node tick(Role role) {
        var code = role.getCode();
        var check = new CheckBox(Rights.role(texts, code));
        check.setId("staff-form.role-" + code);
        check.setUserData(code);
        check.setSelected(choice.chosen().contains(code));
        check.setDisable(!choice.allowed(role));
        check.selectedProperty()
                .addListener((property, before, on) -> {
                    drawing = true;
                    choice.choose(code, on);
                    drawing = false;
                    draw();
                });
        if (choice.allowed(role)) {
            return cell(check);
        }
        return cell(
                check,
                Boxes.row(
                        6, Icons.of("mdi2l-lock-outline"), Labels.muted(texts.get("staff.above"))));
    }

    private static Node cell(Node... nodes) {
        var cell = Boxes.column(2, nodes);
        cell.setPrefWidth(CELL);
        return cell;
    }

    private void setTick(Node node) {
        var check = (CheckBox) ((VBox) node).getChildren().getFirst();
        var on = choice.chosen().contains((String) check.getUserData());
        if (check.isSelected() != on) {
            drawing = true;
            check.setSelected(on);
            drawing = false;
        }
    }

    private void drawRights() {
        var held = Rights.of(choice.roles(), choice.chosen());
        rights.getChildren()
                .setAll(Labels.section(texts.get("staff.may").toUpperCase(texts.locale())));
        if (held.isEmpty()) {
            rights.getChildren().add(Labels.paragraph(texts.get("staff.may.nothing")));
        }
        for (var group : Rights.groups()) {
            var lines = group.permissions().stream().filter(held::contains).toList();
            if (!lines.isEmpty()) {
                var box = Boxes.column(4, Labels.strong(texts.get(group.name())));
                lines.forEach(right ->
                        box.getChildren()
                                .add(Labels.fact("mdi2c-check", Rights.text(texts, right))));
                rights.getChildren().add(box);
            }
        }
    }
}
