package org.clinicdesk.client.record;

import javafx.scene.Parent;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;

import java.util.List;

/// The record as a column, to stand beside what is written.
final class RecordPanel {

    private static final int MOST = 8;

    private final Desk desk;
    private final ChartModel model;
    private final Sections sections;
    private final VBox root = Boxes.column(16);

    RecordPanel(Desk desk, ChartModel model) {
        this.desk = desk;
        this.model = model;
        this.sections = new Sections(new Words(desk), model, new Documents(desk), MOST);
        root.setId("record-panel");
        Redraw.of(root, this::draw, model.record());
        draw();
    }

    Parent root() {
        return root;
    }

    private void draw() {
        var record = model.record().get();
        if (record == null) {
            root.getChildren().setAll(Labels.muted(desk.texts().get("kit.loading")));
            return;
        }
        root.getChildren().setAll(new AllergySection(desk, model).node(record));
        unlessEmpty(record.getTolerancesList(), new ToleranceSection(desk, model).node(record));
        root.getChildren()
                .addAll(
                        sections.medicines(record),
                        sections.conditions(record),
                        sections.vitals(record));
        model.followUps().ifPresent(part -> root.getChildren().add(part.view()));
        unlessEmpty(ChartModel.latest(record, false), sections.results(record));
        unlessEmpty(record.getEncountersList(), sections.encounters(record));
        unlessEmpty(record.getImmunizationsList(), sections.immunizations(record));
        unlessEmpty(record.getDocumentsList(), sections.documents(record));
    }

    /// Beside the notes there is no room to say of everything that there is none.
    private void unlessEmpty(List<?> lines, VBox section) {
        if (!lines.isEmpty()) {
            root.getChildren().add(section);
        }
    }
}
