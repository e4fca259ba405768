package org.clinicdesk.client.prescription;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;

/// Who it is for, in the top bar: always in sight while something is prescribed.
final class PersonHead {

    private final Desk desk;
    private final PersonModel model;
    private final HBox box = Boxes.row(10);

    PersonHead(Desk desk, PersonModel model) {
        this.desk = desk;
        this.model = model;
        box.setId("prescription-write.person");
        Redraw.of(box, this::draw, model.patient());
        draw();
    }

    Node node() {
        return box;
    }

    private void draw() {
        var patient = model.patient().get();
        box.getChildren().clear();
        if (patient != null) {
            var line = PersonModel.line(patient);
            var words =
                    Boxes.column(
                            0,
                            Labels.heading(line.getName()),
                            Labels.of(
                                    new People(desk.texts(), desk.today()).line(line),
                                    "tiny",
                                    "muted"));
            words.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().addAll(Avatar.tiny(line.getName()), words);
        }
    }
}
