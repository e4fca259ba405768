package org.clinicdesk.client.prescription;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.kit.PaperPreview;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Prescription;

import java.util.List;
import java.util.Objects;

/// The form and the lines at the left, the checks at the right, below them what stands in the way of the signature.
final class PrescriptionView {

    private static final String SHEET = "/org/clinicdesk/client/prescription/prescription.css";
    private static final double SAFETY_WIDTH = 400;

    /// Of a narrow window, which leaves the form room.
    private static final double LEAST_SAFETY_WIDTH = 320;

    private static final double SAFETY_SHARE = 0.32;

    private final Desk desk;
    private final Texts texts;
    private final PrescriptionModel model;
    private final BorderPane root = new BorderPane();
    private final List<Object> held;
    private final InvalidationListener signed = change -> draw();
    private final InvalidationListener paper = change -> preview();

    PrescriptionView(Desk desk, PrescriptionModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        root.getStylesheets().add(sheet());
        var entry = new EntryPane(desk, model);
        var lines = new LinesPane(desk, model);
        var current = new CurrentPane(desk, model);
        var safety = new SafetyPane(desk, model);
        var foot = new Footer(desk, model);
        var results = new ResultsPane(desk, model.person());
        held = List.of(entry, lines, current, results, safety, foot, signed, paper);
        var page =
                Boxes.page(
                        current.warnings(),
                        entry.node(),
                        lines.node(),
                        current.node(),
                        results.node());
        var scroll = Boxes.styled(Boxes.grow(new ScrollPane(page)), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        var side = Boxes.side(SAFETY_WIDTH, safety.node());
        side.prefWidthProperty().bind(root.widthProperty().map(PrescriptionView::safetyWidth));
        side.minWidthProperty().bind(side.prefWidthProperty());
        root.setCenter(new HBox(scroll, side));
        root.setBottom(foot.node());
        root.getProperties().put("redraw", held);
        model.signing().signed().addListener(new WeakInvalidationListener(signed));
        model.signing().paper().addListener(new WeakInvalidationListener(paper));
        draw();
    }

    private static double safetyWidth(Number window) {
        return Math.clamp(window.doubleValue() * SAFETY_SHARE, LEAST_SAFETY_WIDTH, SAFETY_WIDTH);
    }

    /// Also for what is shown above the screen.
    static String sheet() {
        return Objects.requireNonNull(PrescriptionView.class.getResource(SHEET)).toExternalForm();
    }

    Parent root() {
        return root;
    }

    /// Once it is signed there is nothing left to write.
    private void draw() {
        var prescription = model.signing().signed().get();
        if (prescription != null) {
            root.setBottom(null);
            root.setCenter(done(prescription));
        }
    }

    private Node done(Prescription prescription) {
        var again =
                Buttons.plain(
                        "prescription-write.print",
                        texts.get("prescription.print-again"),
                        "mdi2p-printer",
                        model.signing()::print);
        again.disableProperty().bind(model.signing().printing().property());
        var back =
                Boxes.first(
                        Buttons.primary(
                                "prescription-write.back",
                                texts.get("prescription.done"),
                                "mdi2c-check",
                                desk.navigator()::back));
        return EmptyState.of(
                "mdi2c-check-decagram-outline",
                texts.get("prescription.signed", prescription.getNumber()),
                texts.get("prescription.signed.detail"),
                again,
                back);
    }

    private void preview() {
        var file = model.signing().paper().get();
        if (file != null) {
            new PaperPreview(
                            desk, "prescription-paper", texts.get("prescription.paper.title"), file)
                    .show();
        }
    }
}
