package org.clinicdesk.client.pharmacy;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;

/// Says what came of a scan that opened nothing, until somebody takes note.
final class ScanAlert {

    private final Texts texts;
    private final String screen;
    private final Scan scan;
    private final VBox box = Boxes.column(0);

    ScanAlert(Texts texts, String screen, Scan scan) {
        this.texts = texts;
        this.screen = screen;
        this.scan = scan;
        Redraw.of(box, this::draw, scan.said());
        draw();
    }

    Node node() {
        return box;
    }

    private void draw() {
        box.getChildren().clear();
        scan.said()
                .get()
                .ifPresent(said -> {
                    var alert =
                            Alert.of(
                                    said.outcome() == Scan.Outcome.SEVERAL
                                            ? Tint.BLUE
                                            : tint(said.outcome()),
                                    "mdi2q-qrcode-scan",
                                    texts.get("pharmacy.scan." + said.outcome().name()),
                                    said.detail().isEmpty()
                                            ? texts.get(
                                                    "pharmacy.scan.help." + said.outcome().name())
                                            : said.detail(),
                                    Buttons.small(
                                            Buttons.plain(
                                                    screen + ".scan-ok",
                                                    texts.get("pharmacy.scan.ok"),
                                                    scan::dismiss)));
                    alert.setId(screen + ".scan");
                    box.getChildren().add(alert);
                });
        box.setVisible(scan.said().get().isPresent());
        box.setManaged(scan.said().get().isPresent());
    }

    private static Tint tint(Scan.Outcome outcome) {
        return outcome == Scan.Outcome.NOTHING_OPEN ? Tint.AMBER : Tint.RED;
    }
}
