package org.clinicdesk.client.visit;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// The buttons of the top bar, and beside them what became of what was typed.
final class VisitActions {

    private final Texts texts;
    private final VisitModel model;
    private final HBox row = Boxes.row(8);

    VisitActions(Desk desk, VisitModel model) {
        this.texts = desk.texts();
        this.model = model;
        Redraw.of(row, this::draw, model.visit(), model.keeping().state());
        draw();
    }

    Node root() {
        return row;
    }

    private void draw() {
        row.getChildren().clear();
        var state = model.keeping().state().get();
        if (state != Keeping.State.NOTHING) {
            var said = Labels.of(texts.get("visit.state." + state), "small", tone(state));
            said.setId("visit-write.state");
            said.setMinWidth(0);
            row.getChildren().add(said);
        }
        if (state == Keeping.State.WEIGHT_UNLIKELY) {
            row.getChildren()
                    .add(
                            Buttons.plain(
                                    "visit-write.weight-is-right",
                                    texts.get("visit.weight-is-right"),
                                    "mdi2s-scale-bathroom",
                                    model.keeping()::weightIsRight));
        }
        if (model.mayPrescribe()) {
            row.getChildren()
                    .add(
                            Buttons.plain(
                                    "visit-write.prescribe",
                                    texts.get("visit.prescribe"),
                                    "mdi2p-pill",
                                    model::prescribe));
        }
        if (model.mayWrite()) {
            var finish =
                    Buttons.primary(
                            "visit-write.finish",
                            texts.get("visit.finish"),
                            "mdi2c-check-all",
                            model::finish);
            finish.disableProperty().bind(model.busy().property());
            row.getChildren().add(finish);
        }
    }

    private static String tone(Keeping.State state) {
        return switch (state) {
            case NOTHING, TYPING, KEPT, MERGED -> "muted";
            case NOT_KEPT, CLASH, VITALS_WRONG, WEIGHT_UNLIKELY, DIAGNOSIS_OPEN -> "danger";
        };
    }
}
