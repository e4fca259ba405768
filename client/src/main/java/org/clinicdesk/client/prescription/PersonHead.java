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
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.PersonLine;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who it is for, and the weight and the kidneys that doses follow: in the top bar, always in sight while something is
/// prescribed.
final class PersonHead {

    private final Desk desk;
    private final Texts texts;
    private final PersonModel model;
    private final CheckModel check;
    private final HBox box = Boxes.row(10);

    PersonHead(Desk desk, PersonModel model, CheckModel check) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.check = check;
        box.setId("prescription-write.person");
        Redraw.of(box, this::draw, model.patient(), model.record(), model.weighed(), check.known());
        draw();
    }

    Node node() {
        return box;
    }

    private void draw() {
        var patient = model.patient().get();
        model.record().get();
        model.weighed().get();
        check.known().get();
        box.getChildren().clear();
        if (patient != null) {
            var line = PersonModel.line(patient);
            var words =
                    Boxes.column(
                            0,
                            Labels.heading(line.getName()),
                            Labels.of(line(line), "tiny", "muted"));
            words.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().addAll(Avatar.tiny(line.getName()), words);
        }
    }

    private String line(PersonLine line) {
        var people = new People(texts, desk.today());
        return Stream.of(
                        people.gender(line.getGender()),
                        people.age(line.getBirthDate()),
                        weight(),
                        egfr(),
                        texts.get("kit.number", line.getNumber()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// What was typed today says so: a slip of the keys is in everything that follows from it.
    private String weight() {
        return model.weight()
                .map(it ->
                        texts.get(
                                it.on().equals(desk.today())
                                        ? "prescription.head.weight-today"
                                        : "prescription.head.weight",
                                Amounts.shown(it.kg().doubleValue(), texts.locale())))
                .orElse("");
    }

    private String egfr() {
        var known = check.known().get();
        if (known.getEgfrTo() <= 0) {
            return "";
        }
        var from = Math.round(known.getEgfrFrom());
        var to = Math.round(known.getEgfrTo());
        return texts.get("prescription.head.egfr", from == to ? to : from + "–" + to);
    }
}
