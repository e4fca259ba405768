package org.clinicdesk.client.patient;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.People;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Inset;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.patient.v1.Duplicate;

import java.util.stream.Collectors;

/// Registration with the fewest fields, inside another form. Enter saves; whoever might be the same person stands below,
/// to be taken instead.
final class RegisterInset {

    private static final int MOST_ALIKE = 3;

    private final Texts texts;
    private final RegisterModel model;
    private final People people;
    private final VBox alike = Boxes.column(6);
    private final VBox box;

    private RegisterInset(Desk desk, RegisterModel model) {
        this.texts = desk.texts();
        this.model = model;
        this.people = new People(texts, desk.today());
        var form = new Form<>(texts, "patient", model.draft());
        PersonFields.brief(form);
        Boxes.first(
                form.control(model.draft().text("given").get().isEmpty() ? "given" : "birth_date"));
        var go =
                Buttons.small(
                        Buttons.primary(
                                "patient-inset.go",
                                texts.get("patient.register.go"),
                                "mdi2a-account-check-outline",
                                model::next));
        go.disableProperty().bind(model.busy().property());
        box = Boxes.column(12, form.node(), alike, Boxes.row(8, Boxes.spacer(), go));
        box.setId("patient-inset");
        Boxes.onEnter(box, model::next);
        InvalidationListener wrong = change -> form.focusFirstError();
        model.draft().errors().addListener(wrong);
        Redraw.of(box, this::draw, model.duplicates(), model.mustDecide());
        draw();
    }

    static Inset of(Desk desk, RegisterModel model) {
        return new Inset(new RegisterInset(desk, model).box);
    }

    private void draw() {
        alike.getChildren().clear();
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
                                                    "patient-inset.somebody-else",
                                                    texts.get("patient.alike.somebody-else"),
                                                    model::saveAsSomebodyElse))));
        } else if (!model.duplicates().isEmpty()) {
            var title = texts.get("patient.alike.title").toUpperCase(texts.locale());
            alike.getChildren().add(Labels.section(title));
        }
        model.duplicates().stream()
                .limit(MOST_ALIKE)
                .forEach(duplicate -> alike.getChildren().add(row(duplicate)));
        var found = !alike.getChildren().isEmpty();
        alike.setVisible(found);
        alike.setManaged(found);
        // Enter once more must not make a second record: the keyboard stands at who it may be.
        if (model.mustDecide().get()) {
            alike.lookupAll(".it-is").stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private Node row(Duplicate duplicate) {
        var person = duplicate.getHit().getPerson();
        var why =
                duplicate.getAlikeList().stream()
                        .map(alikeness -> texts.get("patient.alike." + alikeness.name()))
                        .collect(Collectors.joining(", "));
        Button it =
                Boxes.styled(
                        Buttons.small(
                                Buttons.plain(
                                        "patient-inset.it-is-" + person.getNumber(),
                                        texts.get("patient.alike.it-is"),
                                        () -> model.itIs(duplicate))),
                        "it-is");
        var words =
                Boxes.grow(
                        Boxes.column(
                                1,
                                Labels.strong(person.getName()),
                                Labels.of(
                                        people.born(person)
                                                + " · "
                                                + texts.get("patient.alike.why", why),
                                        "tiny",
                                        "muted")));
        return Boxes.styled(Boxes.row(10, Avatar.small(person.getName()), words, it), "row");
    }
}
