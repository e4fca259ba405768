package org.clinicdesk.client.record;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.GetRecordResponse;
import org.clinicdesk.record.v1.Tolerance;

/// What the person takes without harm, so that the checks are quiet about it; each can be taken back.
final class ToleranceSection {

    private static final int LONGEST = 300;

    private final Desk desk;
    private final Texts texts;
    private final Words words;
    private final ChartModel model;

    ToleranceSection(Desk desk, ChartModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.words = new Words(desk);
        this.model = model;
    }

    VBox node(GetRecordResponse record) {
        var box =
                Boxes.column(
                        6,
                        Labels.section(texts.get("record.tolerances").toUpperCase(texts.locale())));
        box.setId("record-view.tolerances");
        record.getTolerancesList().forEach(it -> box.getChildren().add(line(it)));
        return box;
    }

    private Node line(Tolerance tolerance) {
        var name = Labels.strong(name(tolerance));
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        var detail =
                Labels.of(
                        Words.joined(
                                " · ", words.date(tolerance.getRecordedAt()), tolerance.getNote()),
                        "tiny",
                        "muted");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        var lines = Boxes.column(2, name, detail);
        if (!model.mayStrikeTolerance()) {
            return lines;
        }
        var strike =
                Buttons.small(
                        Boxes.styled(
                                Buttons.icon(
                                        "record-view.strike-tolerance-" + tolerance.getId(),
                                        "mdi2f-format-strikethrough",
                                        texts.get("record.tolerances.strike.of", name(tolerance)),
                                        () -> ask(tolerance)),
                                "flat"));
        return Boxes.row(6, Boxes.grow(lines), strike);
    }

    private String name(Tolerance tolerance) {
        return tolerance.getPartner().isEmpty()
                ? tolerance.getIngredient()
                : tolerance.getIngredient() + " + " + tolerance.getPartner();
    }

    private void ask(Tolerance tolerance) {
        var reason = Boxes.first(new TextField());
        reason.setId("record-tolerance.reason");
        reason.setAccessibleText(texts.get("record.tolerances.reason"));
        var wrong = Labels.of("", "field-error");
        wrong.setId("record-tolerance.error");
        new Dialog(
                        desk.layers(),
                        texts,
                        "record-tolerance",
                        texts.get("record.tolerances.strike.of", name(tolerance)))
                .say(texts.get("record.tolerances.strike.detail"))
                .body(
                        Boxes.column(
                                6,
                                Labels.of(texts.get("record.tolerances.reason"), "field-label"),
                                reason,
                                wrong))
                .primary(
                        texts.get("record.tolerances.strike"),
                        () -> {
                            if (reason.getText().strip().length() > LONGEST) {
                                wrong.setText(texts.get("record.tolerances.long"));
                                return false;
                            }
                            model.strike(tolerance, reason.getText());
                            return true;
                        })
                .show();
    }
}
