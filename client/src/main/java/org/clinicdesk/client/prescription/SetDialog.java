package org.clinicdesk.client.prescription;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.prescription.v1.OrderSet;

/// Changes a kept set: its name, the dosage of a line, which lines it has.
final class SetDialog {

    private static final double WIDTH = 920;
    private static final double SCROLL_BAR = 14;
    private static final double HEIGHT = 470;

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final SetDraft draft;
    private final VBox rows = Boxes.column(14);

    private SetDialog(Desk desk, PrescriptionModel model, OrderSet set) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.draft = new SetDraft(set, desk.today());
    }

    /// @param closed what comes after it, whether it was kept or not
    static void open(Desk desk, PrescriptionModel model, OrderSet set, Runnable closed) {
        new SetDialog(desk, model, set).show(closed);
    }

    private void show(Runnable closed) {
        rows.getStylesheets().add(PrescriptionView.sheet());
        rows.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        draw();
        var scroll = Boxes.styled(new ScrollPane(rows), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefHeight(Math.min(HEIGHT, 20 + 220.0 * draft.lines().size()));
        var dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "prescription-set",
                        texts.get("prescription.set.title", draft.set().getName()));
        if (draft.set().getClinic()) {
            dialog.say(texts.get("prescription.set.clinic"));
        }
        dialog.width(WIDTH)
                .body(name())
                .body(scroll)
                .onHidden(closed)
                .primary(texts.get("prescription.keep"), this::keep)
                .show();
    }

    private boolean keep() {
        var items = draft.items();
        items.ifPresent(all ->
                model.past()
                        .change(
                                draft.set(),
                                draft.name().get().strip(),
                                all,
                                () -> desk.notices().done(texts.get("prescription.kept"))));
        return items.isPresent();
    }

    private Node name() {
        var field = Boxes.first(new TextField());
        field.setId("prescription-set.name");
        field.setAccessibleText(texts.get("prescription.keep.name"));
        field.textProperty().bindBidirectional(draft.name());
        return Boxes.column(
                4,
                Labels.of(texts.get("prescription.keep.name"), "field-label"),
                field,
                error("prescription-set.name.error", draft.wrong()));
    }

    private void draw() {
        rows.getChildren().clear();
        for (int i = 0; i < draft.lines().size(); i++) {
            if (i > 0) {
                rows.getChildren().add(Boxes.rule());
            }
            rows.getChildren().add(line(i, draft.lines().get(i)));
        }
    }

    private Node line(int index, SetDraft.Line line) {
        var id = "prescription-set-" + index;
        var fields = new EntryFields(texts, line.draft(), id);
        var name = Labels.strong(line.draft().medicine().get());
        name.setWrapText(true);
        var head = Boxes.row(8, Boxes.grow(name));
        if (!line.draft().known()) {
            head.getChildren().add(Pill.of(texts.get("prescription.unchecked"), Tint.AMBER));
        }
        var remove =
                Buttons.small(
                        Buttons.icon(
                                id + ".remove",
                                "mdi2c-close",
                                texts.get("prescription.remove", line.draft().medicine().get()),
                                () -> {
                                    draft.remove(line);
                                    draw();
                                }));
        remove.setDisable(draft.lines().size() == 1);
        head.getChildren().add(remove);
        return Boxes.column(
                8,
                head,
                dosage(fields, line.draft(), id),
                needed(fields, line.draft()),
                rest(fields, line, id));
    }

    private Node dosage(EntryFields fields, LineDraft line, String id) {
        return new HBox(
                8,
                fields.text("dose", 72),
                fields.choice("unit", Directions.UNITS, 122),
                fields.text("times", 96),
                check(id, "as-needed", line.asNeeded()),
                fields.text("days", 82),
                fields.choice("route", Directions.ROUTES, 130),
                fields.text("quantity", 76),
                fields.text("repeats", 76));
    }

    /// Asked for only where something is taken as needed.
    private static Node needed(EntryFields fields, LineDraft line) {
        var row = new HBox(8, Boxes.grow(fields.text("for", 0)), fields.text("max", 160));
        row.visibleProperty().bind(line.asNeeded());
        row.managedProperty().bind(line.asNeeded());
        return row;
    }

    private Node rest(EntryFields fields, SetDraft.Line line, String id) {
        return Boxes.column(
                8,
                new HBox(
                        8,
                        Boxes.grow(fields.text("then", 0)),
                        amount(id, "per-kg", texts.get("prescription.set.per-kg"), line.perKg()),
                        weight(line, id)),
                new HBox(
                        8,
                        Boxes.grow(fields.text("instructions", 0)),
                        check(id, "as-written", line.draft().asWritten())));
    }

    /// The ceiling of the dose by weight, and what is wrong with either.
    private Node weight(SetDraft.Line line, String id) {
        var most = amount(id, "most", texts.get("prescription.weight.most"), line.most());
        var box =
                Boxes.styled(
                        Boxes.column(4, most, error(id + ".weight.error", line.wrong())), "field");
        line.wrong()
                .addListener((property, before, now) -> {
                    box.getStyleClass().remove("wrong");
                    if (!now.isEmpty()) {
                        box.getStyleClass().add("wrong");
                    }
                });
        return box;
    }

    private static Node amount(String id, String name, String label, StringProperty typed) {
        var field = new TextField();
        field.setId(id + "." + name);
        field.setAccessibleText(label);
        field.setPrefWidth(96);
        field.textProperty().bindBidirectional(typed);
        var title = Labels.of(label, "field-label");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.column(4, title, field);
    }

    private Node check(String id, String name, BooleanProperty value) {
        var box = new CheckBox(texts.get("prescription." + name));
        box.setId(id + "." + name);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(value);
        return Boxes.column(
                4, Labels.of(" ", "field-label"), Boxes.styled(new HBox(box), "check-line"));
    }

    private Node error(String id, StringProperty wrong) {
        var error = Labels.of("", "field-error");
        error.setId(id);
        error.textProperty()
                .bind(
                        wrong.map(key ->
                                key.isEmpty() ? "" : texts.get("prescription.wrong." + key)));
        error.visibleProperty().bind(wrong.isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }
}
