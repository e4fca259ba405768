package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Practitioner;

import java.util.List;
import java.util.function.Function;

/// What is not as usual about a visit: folded, so that a usual one is booked without it.
final class MorePane {

    static final List<Integer> EARLY = List.of(0, 5, 10, 15, 20, 30, 45, 60, 90, 120);

    private final BookingModel model;
    private final Texts texts;

    MorePane(BookingModel model) {
        this.model = model;
        this.texts = model.desk().texts();
    }

    Node node() {
        var what = model.what();
        var length =
                combo("length", Lengths.with(what.minutes().get()), this::length, what.minutes());
        what.service().addListener(change -> length.setConverter(Worded.by(this::length)));
        var early = combo("early", EARLY, this::early, what.early());
        var beside =
                new SomePick<>(
                        texts,
                        "appointment-book.second",
                        "appointment.book.second.add",
                        what.beside(),
                        this::others,
                        Practitioner::getName);
        model.when().slot().addListener(change -> refit(beside));
        var equipment =
                new SomePick<>(
                        texts,
                        "appointment-book.equipment",
                        "appointment.book.equipment.add",
                        what.equipment(),
                        () -> model.offered().equipment().stream().map(Resource::getId).toList(),
                        id -> model.offered().names(List.of(id)));
        var requested = new CheckBox(texts.get("appointment.book.requested"));
        requested.setId("appointment-book.requested");
        requested.selectedProperty().bindBidirectional(what.requested());
        var fields =
                Boxes.column(
                        10,
                        new HBox(12, field("length", length), field("early", early)),
                        field("second", beside.node()));
        if (!model.offered().equipment().isEmpty()) {
            fields.getChildren().add(field("equipment", equipment.node()));
        }
        fields.getChildren().add(requested);
        var pane = Boxes.styled(new TitledPane(texts.get("appointment.book.more"), fields), "more");
        pane.setId("appointment-book.more");
        pane.setAnimated(false);
        pane.setExpanded(what.special());
        return pane;
    }

    private String length(Integer minutes) {
        return Lengths.words(texts, minutes, model.what().service().get());
    }

    private String early(Integer minutes) {
        return minutes == 0
                ? texts.get("appointment.book.early.0")
                : texts.get("appointment.book.early.some", minutes);
    }

    /// Who sees the person anyway is not asked for beside himself.
    private List<Practitioner> others() {
        var first = model.when().slot().get().practitionerId();
        return model.desk().session().desk().getPractitionersList().stream()
                .filter(one -> !one.getId().equals(first))
                .toList();
    }

    private void refit(SomePick<Practitioner> beside) {
        model.what().beside().removeIf(one -> !others().contains(one));
        beside.show();
    }

    private <V> ComboBox<V> combo(
            String name, List<V> values, Function<V, String> words, ObjectProperty<V> value) {
        var combo = new ComboBox<V>();
        combo.setId("appointment-book." + name);
        combo.setAccessibleText(texts.get("appointment.book." + name));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(words));
        combo.getItems().setAll(values);
        combo.valueProperty().bindBidirectional(value);
        return combo;
    }

    private VBox field(String name, Node control) {
        var label = Labels.of(texts.get("appointment.book." + name), "field-label");
        label.setLabelFor(control);
        return Boxes.grow(Boxes.styled(Boxes.column(4, label, control), "field"));
    }
}
