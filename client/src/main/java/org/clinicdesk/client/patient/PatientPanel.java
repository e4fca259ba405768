package org.clinicdesk.client.patient;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.patient.v1.Patient;
import org.clinicdesk.patient.v1.PatientHit;

import java.util.List;
import java.util.Optional;

/// The chosen person at a glance: who, how to reach, what to do.
final class PatientPanel {

    private static final double WIDTH = 320;

    private final Desk desk;
    private final Texts texts;
    private final PatientSearchModel model;
    private final People people;
    private final VBox content = Boxes.column(12);
    private final ScrollPane root = Boxes.side(WIDTH, content);

    PatientPanel(Desk desk, PatientSearchModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
        Redraw.of(root, this::draw, model.selected(), model.shown(), model.today().visits());
        Redraw.of(root, this::draw, model.visits().visits());
        draw();
    }

    Parent root() {
        return root;
    }

    private void draw() {
        var hit = model.selected().get();
        var shown = model.shown().get();
        content.getChildren().clear();
        if (hit == null) {
            content.getChildren()
                    .add(
                            EmptyState.of(
                                    "mdi2c-card-account-details-outline",
                                    texts.get("patient.panel.none"),
                                    texts.get("patient.panel.none.detail")));
            return;
        }
        content.getChildren().addAll(head(hit), actions(hit));
        content.getChildren().addAll(today(hit));
        content.getChildren()
                .addAll(
                        VisitsPane.atAGlance(
                                desk,
                                model.visits(),
                                "patient-search",
                                hit.getPerson().getPatientId(),
                                false));
        if (shown != null) {
            content.getChildren().addAll(Boxes.rule(), contact(shown));
            if (!shown.getPerson().getNote().isEmpty()) {
                content.getChildren()
                        .addAll(
                                Boxes.rule(),
                                section("note"),
                                Labels.paragraph(shown.getPerson().getNote()));
            }
        }
    }

    private Node head(PatientHit hit) {
        var name = Labels.title(hit.getPerson().getName());
        name.setWrapText(true);
        var words = Boxes.column(2, name, Labels.muted(people.line(hit.getPerson())));
        if (hit.getDeceased()) {
            words.getChildren().add(Pill.of(texts.get("patient.flag.deceased"), Tint.GRAY));
        } else if (!hit.getActive()) {
            words.getChildren().add(Pill.of(texts.get("patient.flag.inactive"), Tint.GRAY));
        }
        return Boxes.row(12, Avatar.large(hit.getPerson().getName()), words);
    }

    private Node actions(PatientHit hit) {
        // Words are longer in some languages: a button moves to the next line rather than being
        // cut.
        var row = new FlowPane(6, 6);
        row.getChildren()
                .addAll(
                        Actions.buttons(
                                desk,
                                "patient-search",
                                hit.getPerson().getPatientId(),
                                Optional.of(this::checkIn)));
        row.getChildren()
                .add(
                        Buttons.plain(
                                "patient-search.open",
                                texts.get("patient.key.open"),
                                "mdi2o-open-in-app",
                                () -> model.open(hit)));
        return row;
    }

    private void checkIn() {
        model.checkIn(id -> TodayPane.open(desk, model.today(), id));
    }

    /// What the person has today, and what can be said of it.
    private List<Node> today(PatientHit hit) {
        var visits = model.today().of(hit.getPerson().getPatientId());
        return visits.isEmpty()
                ? List.of()
                : List.of(
                        Boxes.rule(),
                        section("today"),
                        new TodayPane(desk, model.today().steps())
                                .node("patient-search.today", visits, () -> {}));
    }

    private Node contact(Patient patient) {
        var person = patient.getPerson();
        var box = Boxes.column(9, section("contact"));
        person.getPhonesList()
                .forEach(phone -> box.getChildren().add(Labels.fact("mdi2p-phone-outline", phone)));
        if (!person.getEmail().isEmpty()) {
            box.getChildren().add(Labels.fact("mdi2e-email-outline", person.getEmail()));
        }
        if (!person.getAddress().isEmpty()) {
            box.getChildren().add(Labels.fact("mdi2m-map-marker-outline", person.getAddress()));
        }
        if (!person.getLanguage().isEmpty()) {
            box.getChildren()
                    .add(
                            Labels.fact(
                                    "mdi2t-translate",
                                    texts.get("patient.language." + person.getLanguage())));
        }
        if (!person.getNationalId().isEmpty()) {
            box.getChildren().add(Labels.fact("mdi2i-identifier", person.getNationalId()));
        }
        return box;
    }

    private Node section(String name) {
        return Labels.section(texts.get("patient.panel." + name).toUpperCase(texts.locale()));
    }
}
