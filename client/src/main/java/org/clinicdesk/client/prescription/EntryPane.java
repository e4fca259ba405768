package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.Directions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The line being typed: medicine, dosage, what the patient reads. Enter adds it.
final class EntryPane {

    private static final List<String> PHRASES =
            List.of("after-meals", "before-meals", "at-bedtime", "with-water", "finish-all");

    /// Below which the form and the lines do not both have room.
    private static final double LOW = 800;

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final LineDraft draft;
    private final MedicinePick pick;
    private final EntryFields fields;
    private final VBox card;
    private final FlowPane heading = new FlowPane(8, 6);
    private final Label own = Labels.text("");
    private final Label preview = Labels.paragraph("");
    private final Label proposed = Labels.of("", "field-note");
    private final FlowPane buttons = new FlowPane(8, 8);
    private final InvalidationListener redraw = change -> draw();
    private final ChangeListener<Number> next;
    private final ChangeListener<Number> dose;
    private final ChangeListener<Number> turn;
    private final VBox form = Boxes.column(10);
    private final VBox rest = Boxes.column(10);

    EntryPane(Desk desk, PrescriptionModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.draft = model.draft();
        this.pick = new MedicinePick(texts, desk.today(), model);
        this.fields = new EntryFields(texts, draft);
        heading.setAlignment(Pos.CENTER_LEFT);
        buttons.setAlignment(Pos.CENTER_LEFT);
        own.setId("prescription-write.reads");
        own.setWrapText(true);
        preview.setId("prescription-write.preview");
        proposed.setId("prescription-write.proposed");
        form.getChildren().addAll(fields.wrap("medicine", pick.node(), pick.field()), foldable());
        buttons.visibleProperty().bind(rest.visibleProperty());
        buttons.managedProperty().bind(rest.visibleProperty());
        card = Boxes.card(heading, form, buttons);
        card.getProperties().put("redraw", this);
        Boxes.onEnter(form, model.written()::add);
        var weak = new WeakInvalidationListener(redraw);
        LineDraft.TYPED.forEach(name -> draft.get(name).addListener(weak));
        draft.asNeeded().addListener(weak);
        draft.computedProperty().addListener(weak);
        draft.replacesProperty().addListener(weak);
        model.written().editing().addListener(weak);
        model.person().patient().addListener(weak);
        pick.taken(fields::focusNext);
        next = (property, before, now) -> fields.focusNext();
        model.written().filled().addListener(new WeakChangeListener<>(next));
        dose = (property, before, now) -> fields.focus("dose");
        model.written().doseAsked().addListener(new WeakChangeListener<>(dose));
        turn = (property, before, now) -> turn();
        model.written().turned().addListener(new WeakChangeListener<>(turn));
        draw();
    }

    Node node() {
        return card;
    }

    /// In a low window the lines are seen first: until something is typed, all but the medicine is folded.
    private Node foldable() {
        rest.getChildren().addAll(dosage(), proposed, needed(), more(), instructions());
        var low =
                form.sceneProperty()
                        .flatMap(Scene::heightProperty)
                        .map(height -> height.doubleValue() < LOW)
                        .orElse(false);
        var folded =
                Bindings.createBooleanBinding(
                        () ->
                                low.getValue()
                                        && draft.empty().get()
                                        && draft.errors().isEmpty()
                                        && !model.written().lines().isEmpty(),
                        low,
                        draft.empty(),
                        draft.errors(),
                        model.written().lines());
        rest.visibleProperty().bind(folded.not());
        rest.managedProperty().bind(rest.visibleProperty());
        return rest;
    }

    private void turn() {
        if (draft.errors().isEmpty()) {
            pick.field().requestFocus();
        } else {
            fields.focusFirstError();
        }
    }

    /// On a narrow screen in two rows.
    private Node dosage() {
        var row =
                new FlowPane(
                        8,
                        8,
                        fields.text("dose", 72),
                        fields.choice("unit", Directions.UNITS, 122),
                        fields.text("times", 96),
                        check("as-needed", draft.asNeeded()),
                        fields.text("days", 82),
                        fields.choice("route", Directions.ROUTES, 140),
                        fields.text("quantity", 82),
                        fields.text("repeats", 82));
        row.setRowValignment(VPos.TOP);
        return row;
    }

    private Node check(String name, BooleanProperty value) {
        var box = new CheckBox(texts.get("prescription." + name));
        box.setId("prescription-form." + name);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(value);
        return Boxes.column(
                4, Labels.of(" ", "field-label"), Boxes.styled(new HBox(box), "check-line"));
    }

    /// Asked for only where something is taken as needed.
    private Node needed() {
        var row = new HBox(8, Boxes.grow(fields.text("for", 0)), fields.text("max", 160));
        row.visibleProperty().bind(draft.asNeeded());
        row.managedProperty().bind(draft.asNeeded());
        return row;
    }

    private Node more() {
        return new HBox(
                8, Boxes.grow(fields.text("then", 0)), check("as-written", draft.asWritten()));
    }

    private Node instructions() {
        var phrases = new FlowPane(6, 6);
        PHRASES.forEach(name ->
                phrases.getChildren()
                        .add(
                                Boxes.styled(
                                        Buttons.small(
                                                Buttons.plain(
                                                        "prescription-write.phrase-" + name,
                                                        "+ "
                                                                + texts.get(
                                                                        "prescription.phrase."
                                                                                + name),
                                                        () -> append(phrase(name)))),
                                        "phrase")));
        var ownWords =
                Buttons.small(
                        Buttons.icon(
                                "prescription-write.own-words",
                                "mdi2p-pencil-outline",
                                texts.get("prescription.own-words"),
                                this::ownWords));
        var sentence = fields.text("directions", 0);
        sentence.visibleProperty().bind(draft.get("directions").isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        return Boxes.column(
                6,
                Boxes.row(6, Boxes.grow(Boxes.column(2, own, preview)), ownWords),
                sentence,
                fields.text("instructions", 0),
                phrases);
    }

    private String phrase(String name) {
        return model.patientWords().phrase(name);
    }

    private void append(String phrase) {
        var part = draft.get("instructions");
        var before = part.get().strip();
        part.set(before.isEmpty() ? phrase + "." : before + " " + phrase + ".");
    }

    /// The sentence that was made becomes the doctor's to change, until the dosage changes.
    private void ownWords() {
        draft.dosage()
                .ifPresent(dosage -> {
                    draft.get("directions").set(model.patientWords().sentence(dosage));
                    fields.focus("directions");
                });
    }

    private void draw() {
        var changing = model.written().editing().get() != LinesModel.NEW;
        heading.getChildren()
                .setAll(
                        Labels.heading(
                                texts.get(
                                        changing
                                                ? "prescription.change-line"
                                                : "prescription.new-line",
                                        model.written().editing().get() + 1)));
        if (!draft.replaces().isEmpty()) {
            heading.getChildren().add(Pill.of(texts.get("prescription.replaces"), Tint.BLUE));
        }
        for (var source : PickDialog.Source.values()) {
            heading.getChildren().add(pill(source));
        }
        var words = model.patientWords();
        var language = texts.get("prescription.language." + words.language());
        var reads = draft.dosage().map(dosage -> Sentences.of(dosage, texts, words));
        own.setText(reads.filter(it -> it.paper().isPresent()).map(Sentences::doctor).orElse(""));
        own.setVisible(!own.getText().isEmpty());
        own.setManaged(own.isVisible());
        preview.setText(
                reads.map(it ->
                                it.paper()
                                        .orElseGet(() ->
                                                texts.get(
                                                        "prescription.preview",
                                                        language,
                                                        it.doctor())))
                        .orElseGet(() -> texts.get("prescription.preview.none", language)));
        proposed.setText(
                Stream.of(
                                draft.supply(texts.locale())
                                        .map(it -> texts.get("prescription.quantity.packs", it)),
                                draft.otherQuantity()
                                        .filter(it -> !draft.get("quantity").get().isBlank())
                                        .map(it -> texts.get("prescription.quantity.other", it)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · ")));
        proposed.setVisible(!proposed.getText().isEmpty());
        proposed.setManaged(proposed.isVisible());
        drawButtons(changing);
    }

    private Node pill(PickDialog.Source source) {
        return Boxes.styled(
                Buttons.small(
                        Buttons.plain(
                                "prescription-write." + source.word(),
                                texts.get("prescription.pick." + source.word()),
                                () -> PickDialog.open(desk, model, source))),
                "phrase");
    }

    private void drawButtons(boolean changing) {
        if (!buttons.getChildren().isEmpty()
                && Boolean.valueOf(changing).equals(buttons.getUserData())) {
            return;
        }
        buttons.setUserData(changing);
        Button add =
                Buttons.plain(
                        "prescription-write.add",
                        texts.get(changing ? "prescription.take-over" : "prescription.add"),
                        changing ? "mdi2c-check" : "mdi2p-plus",
                        model.written()::add);
        Button weigh =
                Buttons.plain(
                        "prescription-write.by-weight",
                        texts.get("prescription.by-weight"),
                        "mdi2c-calculator-variant-outline",
                        () -> WeightDialog.open(desk, model));
        Button clear =
                Buttons.plain(
                        "prescription-write.clear",
                        texts.get(changing ? "prescription.leave-as-it-was" : "prescription.clear"),
                        model.written()::clearDraft);
        buttons.getChildren().setAll(add, Kbd.of("Ctrl+N"), weigh, Kbd.of("Ctrl+D"), clear);
    }
}
