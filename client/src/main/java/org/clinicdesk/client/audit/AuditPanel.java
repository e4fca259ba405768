package org.clinicdesk.client.audit;

import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// The chosen row with everything that is known of it.
final class AuditPanel {

    private static final double WIDTH = 320;

    private final Texts texts;
    private final AuditModel model;
    private final Trail trail;
    private final VBox content = Boxes.column(12);
    private final ScrollPane root = Boxes.side(WIDTH, content);

    AuditPanel(Desk desk, AuditModel model, Trail trail) {
        this.texts = desk.texts();
        this.model = model;
        this.trail = trail;
        Redraw.of(root, this::draw, model.selected());
        draw();
    }

    Parent root() {
        return root;
    }

    private void draw() {
        var row = model.selected().get();
        content.getChildren().clear();
        if (row == null) {
            content.getChildren()
                    .add(
                            EmptyState.of(
                                    "mdi2s-shield-search",
                                    texts.get("audit.panel.none"),
                                    texts.get("audit.panel.none.detail")));
            return;
        }
        var action = Labels.title(trail.action(row));
        action.setWrapText(true);
        content.getChildren().addAll(action, AuditView.pill(trail, row), Boxes.rule());
        content.getChildren().add(Labels.fact("mdi2c-clock-outline", trail.at(row)));
        content.getChildren().add(Labels.fact("mdi2a-account-outline", trail.staff(row)));
        if (!row.getWorkstation().isEmpty()) {
            content.getChildren().add(Labels.fact("mdi2m-monitor", row.getWorkstation()));
        }
        if (!row.getPatientNumber().isEmpty()) {
            content.getChildren()
                    .add(
                            Labels.fact(
                                    "mdi2c-card-account-details-outline",
                                    texts.get("audit.patient", row.getPatientNumber())));
        }
        if (!row.getAccountName().isEmpty()) {
            content.getChildren()
                    .add(
                            Labels.fact(
                                    "mdi2a-account-key-outline",
                                    texts.get("audit.account", row.getAccountName())));
        }
        if (!row.getRefusal().isEmpty()) {
            content.getChildren()
                    .add(Labels.fact("mdi2a-alert-circle-outline", trail.refusal(row)));
        }
        only(row);
        if (row.getChangesCount() > 0) {
            content.getChildren()
                    .addAll(
                            Boxes.rule(),
                            Labels.section(
                                    texts.get("audit.column.changes").toUpperCase(texts.locale())));
            row.getChangesList()
                    .forEach(change ->
                            content.getChildren()
                                    .add(Labels.fact("mdi2d-database-edit-outline", change)));
        }
        content.getChildren().addAll(Boxes.rule(), Labels.fact("mdi2a-api", row.getMethod()));
    }

    private void only(AuditRow row) {
        if (!row.getPatientId().isEmpty()) {
            content.getChildren()
                    .add(
                            Buttons.plain(
                                    "audit-trail.only-patient",
                                    texts.get("audit.only.patient"),
                                    "mdi2f-filter-outline",
                                    () -> model.onlyPatientOf(row)));
        }
        if (!row.getStaffId().isEmpty()) {
            content.getChildren()
                    .add(
                            Buttons.plain(
                                    "audit-trail.only-staff",
                                    texts.get("audit.only.staff"),
                                    "mdi2f-filter-outline",
                                    () -> model.onlyStaffOf(row)));
        }
    }
}
