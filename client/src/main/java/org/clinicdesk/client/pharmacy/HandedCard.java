package org.clinicdesk.client.pharmacy;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.pharmacy.DispenseModel.Handed;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Prescription;

/// What was handed out, and what is still owed.
final class HandedCard {

    private final VBox box = Boxes.column(12);

    HandedCard(Texts texts, Words words, Handed handed) {
        var complete = handed.complete();
        var alert =
                Alert.of(
                        complete ? Tint.GREEN : Tint.AMBER,
                        complete ? "mdi2c-check-circle" : "mdi2p-progress-clock",
                        texts.get(
                                complete ? "pharmacy.done.all" : "pharmacy.done.partly",
                                handed.prescription().getNumber()),
                        handed.prescription().getPerson().getName());
        alert.setId("pharmacy-verify.done");
        box.getChildren().add(alert);
        for (var i = 0; i < handed.prescription().getLinesCount(); i++) {
            box.getChildren()
                    .add(
                            line(
                                    texts,
                                    words,
                                    handed.prescription().getLines(i),
                                    handed.quantities().get(i)));
        }
    }

    Node node() {
        return box;
    }

    private static Node line(Texts texts, Words words, Prescription.Line line, int quantity) {
        var text =
                Boxes.grow(
                        Boxes.column(
                                2,
                                Labels.heading(line.getOrder().getMedicine()),
                                Labels.muted(words.directions(line.getOrder().getDosage()))));
        var row =
                Boxes.row(
                        12,
                        Icons.of("mdi2p-pill", "i20"),
                        text,
                        Labels.strong(texts.get("pharmacy.done.now", quantity)));
        var left = Handed.left(line);
        if (!line.getStoppedReason().isEmpty()) {
            row.getChildren().add(words.stopped(line));
        } else {
            row.getChildren()
                    .add(
                            left == 0
                                    ? Pill.of(texts.get("pharmacy.done.line"), Tint.GREEN)
                                    : Pill.of(texts.get("pharmacy.done.left", left), Tint.AMBER));
            var repeats = line.getRepeatsLeft();
            if (repeats > 0) {
                row.getChildren()
                        .add(Pill.of(texts.get("pharmacy.repeats-left", repeats), Tint.BLUE));
            }
        }
        return Boxes.card(row);
    }
}
