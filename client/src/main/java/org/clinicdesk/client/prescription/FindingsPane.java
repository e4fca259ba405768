package org.clinicdesk.client.prescription;

import java.util.ArrayList;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Finding;
import org.clinicdesk.prescription.v1.FindingKind;
import org.clinicdesk.prescription.v1.Level;
import org.clinicdesk.prescription.v1.Tier;

/// What the checks found: a card each, what to do first.
final class FindingsPane {

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final VBox cards = Boxes.column(12);
    private final InvalidationListener changed = change -> draw();

    FindingsPane(Desk desk, PrescriptionModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        cards.setId("prescription-write.findings");
        cards.getProperties().put("redraw", changed);
        model.findings().addListener(new WeakInvalidationListener(changed));
        model.answers().addListener(new WeakInvalidationListener(changed));
        draw();
    }

    Node node() {
        return cards;
    }

    private void draw() {
        cards.getChildren().setAll(Labels.heading(texts.get("prescription.checks")));
        if (model.findings().isEmpty()) {
            cards.getChildren().add(Labels.paragraph(texts.get("prescription.checks.none")));
        }
        for (var i = 0; i < model.findings().size(); i++) {
            cards.getChildren().add(card(i, model.findings().get(i)));
        }
    }

    private Node card(int index, Finding finding) {
        var nodes = new ArrayList<Node>();
        nodes.add(Pill.of(texts.get(word(finding)), tint(finding)));
        if (finding.getTier() == Tier.TIER_INTERRUPTIVE) {
            nodes.add(answer(index, finding));
        }
        var alert = Alert.of(tint(finding), icon(finding), title(finding), says(finding), nodes.toArray(Node[]::new));
        alert.setId("prescription-write.finding-" + index);
        alert.setAccessibleText(title(finding) + ". " + says(finding));
        alert.getChildren().add(source(finding));
        return alert;
    }

    private static String word(Finding finding) {
        return finding.getKind() == FindingKind.FINDING_KIND_UNCHECKED
                ? "prescription.kind.FINDING_KIND_UNCHECKED"
                : "prescription.level." + finding.getLevel();
    }

    private String title(Finding finding) {
        return finding.getObject().isEmpty() || finding.getObject().equals(finding.getSubject())
                ? finding.getSubject()
                : finding.getSubject() + " + " + finding.getObject();
    }

    private static String says(Finding finding) {
        return (finding.getManagement() + " " + finding.getEffect()).strip();
    }

    private Node source(Finding finding) {
        var review = finding.getNotReviewed() ? " · " + texts.get("prescription.not-reviewed") : "";
        var label = Labels.of(
                finding.getSource() + " · " + finding.getRuleId() + " · " + finding.getKnowledgeVersion() + review,
                "tiny",
                "subtle");
        label.setWrapText(true);
        return label;
    }

    private Node answer(int index, Finding finding) {
        var given = model.answers().get(finding.getKey());
        if (given == null) {
            return Buttons.small(Buttons.danger(
                    "prescription-write.override-" + index,
                    texts.get("prescription.override"),
                    () -> OverrideDialog.open(desk, model, finding)));
        }
        return Boxes.row(
                6,
                Pill.of(texts.get("prescription.reason." + given.getReason()), Tint.GRAY),
                Buttons.small(Buttons.icon(
                        "prescription-write.take-back-" + index,
                        "mdi2u-undo",
                        texts.get("prescription.take-back"),
                        () -> model.takeBack(finding))));
    }

    private static Tint tint(Finding finding) {
        if (finding.getTier() == Tier.TIER_INTERRUPTIVE) {
            return finding.getLevel() == Level.LEVEL_CONTRAINDICATED ? Tint.RED : Tint.AMBER;
        }
        return finding.getKind() == FindingKind.FINDING_KIND_UNCHECKED ? Tint.AMBER : Tint.BLUE;
    }

    private static String icon(Finding finding) {
        if (finding.getTier() == Tier.TIER_INTERRUPTIVE) {
            return "mdi2c-close-octagon";
        }
        return finding.getKind() == FindingKind.FINDING_KIND_UNCHECKED
                ? "mdi2h-help-circle-outline"
                : "mdi2i-information-outline";
    }
}
