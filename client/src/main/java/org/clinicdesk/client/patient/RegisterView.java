package org.clinicdesk.client.patient;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Steps;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Layers;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.patient.v1.Duplicate;
import org.clinicdesk.patient.v1.Person;

import java.util.List;
import java.util.stream.Collectors;

/// The steps at the left, who might be the same person at the right.
final class RegisterView {

    private final Texts texts;
    private final RegisterModel model;
    private final People people;
    private final VBox fields = new VBox();
    private final VBox alike = Boxes.column(12);
    private final HBox root;
    private final InvalidationListener redrawStep = change -> drawStep();
    private final InvalidationListener redrawAlike = change -> drawAlike();

    RegisterView(Desk desk, RegisterModel model) {
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
        var steps =
                new Steps(
                        List.of(
                                texts.get("patient.register.name"),
                                texts.get("patient.register.birth"),
                                texts.get("patient.register.contact")),
                        model.step());
        var card = Boxes.card(steps.node(), Boxes.rule(), fields);
        card.getStyleClass().add("roomy");
        card.setMaxWidth(720);
        Boxes.onEnter(card, model::next);
        root = new HBox(Boxes.page(card), Boxes.side(380, alike));
        root.getProperties().put("redraw", List.of(redrawStep, redrawAlike, steps));
        model.step().addListener(new WeakInvalidationListener(redrawStep));
        model.duplicates().addListener(new WeakInvalidationListener(redrawAlike));
        model.mustDecide().addListener(new WeakInvalidationListener(redrawAlike));
        drawStep();
        drawAlike();
    }

    Parent root() {
        return root;
    }

    private void drawStep() {
        var form = form();
        var next =
                Buttons.primary(
                        "patient-register.next",
                        texts.get(model.last() ? "patient.register.go" : "kit.next"),
                        model.last() ? "mdi2a-account-check-outline" : "mdi2a-arrow-right",
                        model::next);
        next.disableProperty().bind(model.busy().property());
        var back = Buttons.plain("patient-register.back", texts.get("kit.back"), model::back);
        back.setVisible(model.step().get() > 0);
        fields.setSpacing(16);
        fields.getChildren().setAll(form.node(), Boxes.row(8, back, Boxes.spacer(), next));
        if (root != null) {
            Layers.focusFirst(fields);
        }
    }

    private Form<Person> form() {
        var form = new Form<>(texts, "patient", model.draft());
        switch (model.step().get()) {
            case 0 -> PersonFields.name(form);
            case 1 -> PersonFields.birth(form);
            default -> PersonFields.contact(form);
        }
        var first = RegisterModel.STEPS.get(model.step().get()).getFirst();
        Boxes.first(form.control(first));
        return form;
    }

    private void drawAlike() {
        var found = model.duplicates();
        alike.getChildren().clear();
        alike.getChildren()
                .add(Labels.section(texts.get("patient.alike.title").toUpperCase(texts.locale())));
        if (found.isEmpty()) {
            alike.getChildren().add(Labels.paragraph(texts.get("patient.alike.none")));
            return;
        }
        if (model.mustDecide().get()) {
            alike.getChildren()
                    .add(
                            Alert.of(
                                    Tint.AMBER,
                                    "mdi2a-account-alert-outline",
                                    texts.get("patient.alike.decide"),
                                    texts.get("patient.alike.decide.detail"),
                                    Buttons.small(
                                            Buttons.plain(
                                                    "patient-register.somebody-else",
                                                    texts.get("patient.alike.somebody-else"),
                                                    model::saveAsSomebodyElse))));
        }
        found.forEach(duplicate -> alike.getChildren().add(card(duplicate)));
    }

    private Node card(Duplicate duplicate) {
        var person = duplicate.getHit().getPerson();
        var why =
                duplicate.getAlikeList().stream()
                        .map(alikeness -> texts.get("patient.alike." + alikeness.name()))
                        .collect(Collectors.joining(", "));
        var name = Labels.strong(person.getName());
        name.setWrapText(true);
        return Boxes.card(
                Boxes.row(
                        10,
                        Avatar.small(person.getName()),
                        Boxes.column(
                                2,
                                name,
                                Labels.muted(people.born(person)),
                                Labels.muted(person.getNumber()))),
                Labels.muted(texts.get("patient.alike.why", why)),
                Buttons.small(
                        Buttons.plain(
                                "patient-register.it-is-" + person.getNumber(),
                                texts.get("patient.alike.it-is"),
                                () -> model.itIs(duplicate))));
    }
}
