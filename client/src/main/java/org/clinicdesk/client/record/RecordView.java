package org.clinicdesk.client.record;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.record.v1.GetRecordResponse;

/// The record over the whole screen, in three columns: what must be known, what was measured, what happened.
final class RecordView {

    private static final int MOST = 60;

    private final Desk desk;
    private final ChartModel model;
    private final Sections sections;
    private final VBox page = Boxes.page();
    private final ScrollPane root = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");
    private final InvalidationListener redraw = change -> draw();

    RecordView(Desk desk, ChartModel model) {
        this.desk = desk;
        this.model = model;
        this.sections = new Sections(new Words(desk), model, new Documents(desk), MOST);
        root.setFitToWidth(true);
        root.getProperties().put("redraw", redraw);
        model.record().addListener(new WeakInvalidationListener(redraw));
        draw();
    }

    Parent root() {
        return root;
    }

    private void draw() {
        var record = model.record().get();
        page.getChildren().setAll(record == null ? Labels.muted(desk.texts().get("kit.loading")) : columns(record));
    }

    private Node columns(GetRecordResponse record) {
        return new HBox(
                12,
                column(
                        new AllergySection(desk, model).node(record),
                        sections.medicines(record),
                        sections.conditions(record)),
                column(sections.vitals(record), sections.results(record), sections.immunizations(record)),
                column(sections.encounters(record), sections.documents(record)));
    }

    private static Node column(Node... parts) {
        var column = Boxes.grow(Boxes.column(12));
        for (var part : parts) {
            column.getChildren().add(Boxes.card(part));
        }
        column.setPrefWidth(0);
        return column;
    }
}
