package org.clinicdesk.client.record;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Hits;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.drug.v1.Agent;
import org.clinicdesk.record.v1.Allergy;

import java.util.List;
import java.util.function.Function;

/// Asks for an allergy. Below the words stands what the checks will heed of them, or that they will not.
final class AllergyDialog {

    private static final int SHOWN = 5;

    private final Texts texts;
    private final AllergyModel model;
    private final VBox below = Boxes.column(2);

    private AllergyDialog(Desk desk, AllergyModel model) {
        this.texts = desk.texts();
        this.model = model;
        below.setId("record-allergy.found");
        Redraw.of(
                below,
                this::draw,
                model.found(),
                model.highlighted(),
                model.agent(),
                model.unheeded());
        draw();
    }

    static void open(Desk desk, ChartModel chart) {
        open(
                desk,
                desk.texts().get("record.allergies.add"),
                chart,
                done -> new AllergyModel(desk, chart.patientId(), done));
    }

    /// Asks for what is better known of one.
    static void amend(Desk desk, ChartModel chart, Allergy allergy) {
        open(
                desk,
                desk.texts().get("record.allergies.amend", allergy.getSubstance()),
                chart,
                done -> AllergyModel.amending(desk, chart.patientId(), allergy, done));
    }

    private static void open(
            Desk desk, String title, ChartModel chart, Function<Runnable, AllergyModel> telling) {
        var texts = desk.texts();
        var dialog = new Dialog(desk.layers(), texts, "record-allergy", title);
        var model =
                telling.apply(() -> {
                    dialog.hide();
                    chart.refresh();
                });
        dialog.body(new AllergyDialog(desk, model).form())
                .primary(
                        texts.get("kit.save"),
                        () -> {
                            model.add();
                            return false;
                        })
                .show();
    }

    private Node form() {
        var form =
                new Form<>(texts, "record", model.draft())
                        .text("substance")
                        .node(below)
                        .text("reaction")
                        .choice("severity")
                        .choice("type")
                        .together(2)
                        .choice("certainty")
                        .date("onset")
                        .together(2);
        Boxes.first(form.control("substance")).addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        return form.node();
    }

    private void pressed(KeyEvent event) {
        var step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    default -> 0;
                };
        var chosen = model.highlighted().get();
        if (step != 0) {
            model.move(step);
            event.consume();
        } else if (event.getCode() == javafx.scene.input.KeyCode.ENTER
                && chosen != null
                && !event.isShortcutDown()) {
            model.take(chosen);
            event.consume();
        }
    }

    private void draw() {
        heeded();
        if (model.unheeded().get()) {
            below.getChildren()
                    .add(
                            Alert.of(
                                    Tint.AMBER,
                                    "mdi2a-alert",
                                    texts.get("record.agent.unheeded"),
                                    texts.get("record.agent.unheeded.detail")));
        }
    }

    private void heeded() {
        var agent = model.agent().get();
        if (agent != null) {
            below.getChildren()
                    .setAll(
                            List.of(
                                    Boxes.row(
                                            6,
                                            Pill.of(texts.get("record.agent.heeded"), Tint.GREEN),
                                            Labels.muted(named(agent)))));
        } else if (!model.found().isEmpty()) {
            below.getChildren().setAll(model.found().stream().limit(SHOWN).map(this::row).toList());
        } else if (!model.draft().text("substance").get().isBlank()) {
            below.getChildren()
                    .setAll(List.of(Pill.of(texts.get("record.agent.none"), Tint.AMBER)));
        } else {
            below.getChildren().clear();
        }
    }

    private Node row(Agent agent) {
        var row =
                Boxes.styled(
                        new HBox(
                                8,
                                Hits.mark(agent.getName(), model.draft().text("substance").get())),
                        "row");
        if (!agent.getOtherName().isEmpty()) {
            row.getChildren().add(Labels.muted(agent.getOtherName()));
        }
        if (agent.getGroup()) {
            row.getChildren().add(Pill.of(texts.get("record.agent.group"), Tint.GRAY));
        }
        if (agent.equals(model.highlighted().get())) {
            row.getStyleClass().add("sel");
        }
        row.setId("record-allergy.found-" + agent.getId().replace(':', '-').replace('+', '-'));
        row.setAccessibleText(named(agent));
        row.setOnMouseClicked(event -> model.take(agent));
        return row;
    }

    private String named(Agent agent) {
        return Words.joined(
                " · ",
                agent.getName(),
                agent.getOtherName(),
                agent.getGroup() ? texts.get("record.agent.group") : "");
    }
}
