package org.clinicdesk.client.visit;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

/// The visit: who it is, the record at the left, what is written at the right.
final class VisitView {

    private static final double RECORD_WIDTH = 360;

    private final Desk desk;
    private final Texts texts;
    private final VisitModel model;
    private final VBox head = Boxes.column(8);
    private final RecordPanel record;
    private final InvalidationListener changed = change -> draw();
    private final HBox root;

    VisitView(Desk desk, VisitModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.record = new RecordPanel(desk);
        var notes = new ScrollPane(Boxes.page(head, written()));
        notes.setFitToWidth(true);
        root = new HBox(Boxes.side(RECORD_WIDTH, record.node()), Boxes.grow(notes));
        root.getProperties().put("redraw", changed);
        model.visit().addListener(new WeakInvalidationListener(changed));
        model.record().addListener(new WeakInvalidationListener(changed));
        draw();
    }

    Parent root() {
        return root;
    }

    /// The buttons of the top bar.
    static Node actions(Desk desk, VisitModel model) {
        var texts = desk.texts();
        var row = Boxes.row(8);
        if (model.mayPrescribe()) {
            row.getChildren()
                    .add(Buttons.plain("visit-write.prescribe", texts.get("visit.prescribe"), "mdi2p-pill", model::prescribe));
        }
        var finish = Buttons.primary("visit-write.finish", texts.get("visit.finish"), "mdi2c-check-all", model::finish);
        finish.disableProperty().bind(model.busy().property());
        row.getChildren().add(finish);
        return row;
    }

    private void draw() {
        var visit = model.visit().get();
        var known = model.record().get();
        head.getChildren().clear();
        if (visit != null) {
            var person = visit.getPerson();
            var state = Labels.of("", "tiny", "muted");
            state.setId("visit-write.state");
            state.textProperty().bind(model.state());
            head.getChildren()
                    .add(Boxes.row(
                            12,
                            Avatar.large(person.getName()),
                            Boxes.column(
                                    2,
                                    Labels.title(person.getName()),
                                    Labels.muted(new People(texts, desk.today()).line(person))),
                            Boxes.spacer(),
                            state));
        }
        if (known != null) {
            head.getChildren().add(record.warnings(known));
            record.show(known);
        }
    }

    private Node written() {
        var first = new Form<>(texts, "visit", model.notes()).area("reason", 2).area("findings", 4);
        Boxes.first(first.control("reason"));
        var last = new Form<>(texts, "visit", model.notes()).area("plan", 4);
        return Boxes.card(
                first.node(),
                new VitalsPane(texts, model.vitals()).node(),
                new DiagnosisPane(texts, model).node(),
                last.node());
    }
}
