package org.clinicdesk.client.patient;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientServiceGrpc;

import java.util.List;

/// Who somebody is, to be read and corrected in place.
final class RecordView {

    private final Desk desk;
    private final Texts texts;
    private final RecordModel model;
    private final People people;
    private final VBox page = Boxes.page();
    private final VBox side = Boxes.column(12);
    private final HBox root;

    RecordView(Desk desk, RecordModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
        var scroll = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");
        scroll.setFitToWidth(true);
        root = new HBox(scroll, Boxes.side(320, side));
        Redraw.of(root, this::draw, model.patient());
        Redraw.of(root, this::drawSide, model.clashes(), model.visits().visits());
        draw();
    }

    Parent root() {
        return root;
    }

    /// The button of the top bar.
    static Node actions(Desk desk, RecordModel model) {
        if (!desk.may(PatientServiceGrpc.getUpdatePatientMethod())) {
            return Boxes.row(0);
        }
        var save =
                Buttons.primary(
                        "patient-record.save",
                        desk.texts().get("kit.save"),
                        "mdi2c-content-save-outline",
                        model::save);
        save.disableProperty()
                .bind(model.busy().property().or(Bindings.isNotEmpty(model.clashes())));
        return save;
    }

    private void draw() {
        var patient = model.patient().get();
        page.getChildren().clear();
        if (patient == null) {
            page.getChildren().add(Labels.muted(texts.get("kit.loading")));
        } else {
            page.getChildren()
                    .addAll(
                            card("patient.register.name", "name"),
                            card("patient.register.birth", "birth"),
                            card("patient.register.contact", "contact"));
        }
        drawSide();
    }

    private Node card(String titleKey, String part) {
        var form = new Form<>(texts, "patient", model.draft());
        switch (part) {
            case "name" -> PersonFields.name(form);
            case "birth" -> PersonFields.birth(form);
            default -> PersonFields.contact(form);
        }
        if (!desk.may(PatientServiceGrpc.getUpdatePatientMethod())) {
            form.readOnly();
        }
        var card = Boxes.card(Labels.heading(texts.get(titleKey)), form.node());
        card.setMaxWidth(760);
        return card;
    }

    private void drawSide() {
        var patient = model.patient().get();
        side.getChildren().clear();
        if (patient == null) {
            return;
        }
        side.getChildren().add(head(patient));
        // As in the list: a button goes to the next line rather than out of sight.
        var row = new FlowPane(6, 6);
        row.getChildren().addAll(Actions.buttons(desk, "patient-record", patient.getId()));
        if (!row.getChildren().isEmpty()) {
            side.getChildren().add(row);
        }
        model.clashes().forEach(clash -> side.getChildren().add(clash(clash)));
        side.getChildren()
                .addAll(
                        VisitsPane.atAGlance(
                                desk, model.visits(), "patient-record", patient.getId(), true));
    }

    private Node head(Patient patient) {
        var name = RecordModel.name(patient.getPerson());
        var title = Labels.title(name);
        title.setWrapText(true);
        var line =
                PersonLine.newBuilder()
                        .setNumber(patient.getNumber())
                        .setBirthDate(patient.getPerson().getBirthDate())
                        .setGender(patient.getPerson().getGender())
                        .build();
        var words = Boxes.column(2, title, Labels.muted(people.line(line)));
        if (patient.getDeceased()) {
            words.getChildren().add(Pill.of(texts.get("patient.flag.deceased"), Tint.GRAY));
        } else if (!patient.getActive()) {
            words.getChildren().add(Pill.of(texts.get("patient.flag.inactive"), Tint.GRAY));
        }
        return Boxes.row(12, Avatar.large(name), words);
    }

    private Node clash(Merge.Clash clash) {
        var name = clash.field().getName();
        return Alert.of(
                Tint.AMBER,
                "mdi2c-call-merge",
                texts.get("patient." + name),
                texts.get(
                        "patient.record.clash",
                        shown(clash, clash.theirs()),
                        shown(clash, clash.mine())),
                Buttons.small(
                        Buttons.plain(
                                "patient-record.mine-" + name,
                                texts.get("patient.record.mine"),
                                () -> model.keepMine(clash))),
                Buttons.small(
                        Buttons.plain(
                                "patient-record.theirs-" + name,
                                texts.get("patient.record.theirs"),
                                () -> model.takeTheirs(clash))));
    }

    private String shown(Merge.Clash clash, Object value) {
        return switch (value) {
            case com.google.protobuf.Descriptors.EnumValueDescriptor v ->
                    v.getNumber() == 0
                            ? "—"
                            : texts.get("patient." + clash.field().getName() + "." + v.getName());
            case List<?> values ->
                    String.join(", ", values.stream().map(Object::toString).toList());
            default -> value.toString().isEmpty() ? "—" : value.toString();
        };
    }
}
