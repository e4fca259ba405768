package org.clinicdesk.client.audit;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;

import org.clinicdesk.audit.v1.AuditRow;
import org.clinicdesk.client.audit.AuditModel.Who;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.DayPick;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Table;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.patient.v1.PatientServiceGrpc;
import org.clinicdesk.staff.v1.StaffServiceGrpc;

import java.util.List;
import java.util.Optional;

/// What the trail is narrowed to, its rows, and the chosen row at the right.
final class AuditView {

    private final Desk desk;
    private final Texts texts;
    private final AuditModel model;
    private final Trail trail;
    private final HBox root;

    AuditView(Desk desk, AuditModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.trail = new Trail(desk);
        var table = table();
        table.view().getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        Boxes.first(table.view());
        root =
                new HBox(
                        Boxes.page(filters(), table.view(), foot()),
                        new AuditPanel(desk, model, trail).root());
    }

    Parent root() {
        return root;
    }

    /// Which day.
    static Node header(Desk desk, AuditModel model) {
        var pick = DayPick.of(desk.texts(), "audit", "audit-trail", model.date(), desk.today());
        pick.getChildren()
                .add(
                        Buttons.small(
                                Buttons.plain(
                                        "audit-trail.all-days",
                                        desk.texts().get("audit.day.none"),
                                        model::allDays)));
        return pick;
    }

    /// Puts all rows read so far on the clipboard.
    static void copy(Desk desk, AuditModel model) {
        var content = new ClipboardContent();
        content.putString(new Trail(desk).copy(List.copyOf(model.rows())));
        Clipboard.getSystemClipboard().setContent(content);
        desk.notices().done(desk.texts().get("audit.copied", model.rows().size()));
    }

    private Node filters() {
        var row = Boxes.row(8);
        if (desk.may(PatientServiceGrpc.getSearchPatientsMethod())) {
            var person =
                    Buttons.plain(
                            "audit-trail.person",
                            texts.get("audit.person"),
                            "mdi2a-account-search-outline",
                            () -> PersonDialog.open(desk, model));
            person.textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () ->
                                            model.person()
                                                    .get()
                                                    .map(Who::name)
                                                    .orElse(texts.get("audit.person")),
                                    model.person()));
            row.getChildren().addAll(person, clear("audit-trail.anybody", model.person()));
        }
        if (desk.may(StaffServiceGrpc.getListStaffMethod())) {
            row.getChildren().add(members());
        }
        row.getChildren()
                .addAll(
                        clear("audit-trail.any-staff", model.member()),
                        Boxes.spacer(),
                        Buttons.plain(
                                "audit-trail.copy",
                                texts.get("audit.copy"),
                                "mdi2c-content-copy",
                                () -> copy(desk, model)),
                        Buttons.plain(
                                "audit-trail.refresh",
                                texts.get("audit.refresh"),
                                "mdi2r-refresh",
                                model::refresh));
        return row;
    }

    private Node clear(String id, javafx.beans.property.ObjectProperty<Optional<Who>> filter) {
        var clear =
                Buttons.small(
                        Buttons.icon(
                                id,
                                "mdi2c-close",
                                texts.get("audit.clear"),
                                () -> filter.set(Optional.empty())));
        clear.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> filter.get().isPresent(), filter));
        clear.managedProperty().bind(clear.visibleProperty());
        return clear;
    }

    private Node members() {
        var combo = new ComboBox<Who>(model.members());
        combo.setId("audit-trail.staff");
        combo.setAccessibleText(texts.get("audit.staff"));
        combo.setPromptText(texts.get("audit.staff"));
        combo.setConverter(Worded.by(Who::name));
        model.member().get().ifPresent(combo::setValue);
        combo.setOnAction(event -> model.member().set(Optional.ofNullable(combo.getValue())));
        javafx.beans.InvalidationListener follow =
                change -> combo.setValue(model.member().get().orElse(null));
        combo.getProperties().put("follow", follow);
        model.member().addListener(new javafx.beans.WeakInvalidationListener(follow));
        return combo;
    }

    private Table<AuditRow> table() {
        return new Table<AuditRow>("audit-trail.rows")
                .text(heading("time"), trail::at, 150)
                .text(heading("staff"), trail::staff, 140)
                .text(heading("action"), trail::action, 230)
                .text(heading("patient"), AuditRow::getPatientNumber, 80)
                .text(heading("workstation"), AuditRow::getWorkstation, 110)
                .node(heading("outcome"), row -> pill(trail, row), 90)
                .rows(model.rows())
                .selects(model.selected())
                .empty(
                        EmptyState.of(
                                "mdi2s-shield-search",
                                texts.get("audit.none"),
                                texts.get("audit.none.detail")));
    }

    static Node pill(Trail trail, AuditRow row) {
        return Pill.of(
                trail.outcome(row),
                switch (row.getOutcome()) {
                    case AUDIT_OUTCOME_DONE -> Tint.GREEN;
                    case AUDIT_OUTCOME_DENIED -> Tint.RED;
                    case AUDIT_OUTCOME_FAILED -> Tint.AMBER;
                    default -> Tint.GRAY;
                });
    }

    private Node foot() {
        var count = Labels.muted("");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.get(
                                                model.more().get() ? "audit.first" : "audit.all",
                                                model.rows().size()),
                                model.rows(),
                                model.more()));
        var more =
                Buttons.small(
                        Buttons.plain(
                                "audit-trail.more",
                                texts.get("audit.more"),
                                "mdi2c-chevron-down",
                                model::readMore));
        more.visibleProperty().bind(model.more());
        more.disableProperty().bind(model.busy().property());
        return Boxes.row(8, count, Boxes.spacer(), more);
    }

    private String heading(String column) {
        return texts.get("audit.column." + column).toUpperCase(texts.locale());
    }
}
