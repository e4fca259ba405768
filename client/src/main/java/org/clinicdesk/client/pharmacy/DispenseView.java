package org.clinicdesk.client.pharmacy;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Reveal;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Layers;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Prescription;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/// A prescription line by line at the left, who it is for and what was found at the right, the way to hand it out below.
final class DispenseView {

    private static final String SHEET =
            Objects.requireNonNull(
                            DispenseView.class.getResource(
                                    "/org/clinicdesk/client/pharmacy/pharmacy.css"))
                    .toExternalForm();
    private static final double SIDE = 400;

    private final Desk desk;
    private final Texts texts;
    private final Words words;
    private final DispenseModel model;
    private final VBox lines = Boxes.page();
    private final HBox foot = Boxes.styled(new HBox(), "verify-foot", "foot-bar");
    private final SafetyPanel safety;
    private final ScrollPane side;
    private final HBox root;
    private boolean toMissing;

    DispenseView(Desk desk, DispenseModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.words = new Words(desk);
        this.model = model;
        var scroll = Boxes.styled(Boxes.grow(new ScrollPane(lines)), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        var main = Boxes.grow(new VBox(scroll, foot));
        safety = new SafetyPanel(desk, model);
        side = Boxes.side(SIDE, safety.node());
        root = new HBox(main, side);
        root.getStylesheets().add(SHEET);
        // Enter presses the focused button below, once.
        Boxes.onEnter(foot, () -> {});
        Redraw.of(root, this::draw, model.shown(), model.handed(), model.chart());
        Redraw.of(root, this::refused, model.wrong());
        draw();
    }

    Parent root() {
        return root;
    }

    /// Reading again in the background must not take the keyboard away from what is being typed.
    private void draw() {
        var scene = root.getScene();
        var focused =
                scene == null || scene.getFocusOwner() == null
                        ? null
                        : scene.getFocusOwner().getId();
        drawAll();
        if (scene == null || !desk.layers().isEmpty()) {
            return;
        }
        var again = focused == null ? null : find(root, focused);
        if (again != null) {
            again.requestFocus();
        } else {
            Layers.focusFirst(root);
        }
        goToMissing();
    }

    private void refused() {
        drawFoot();
        toMissing = !model.wrong().get().isEmpty() && !model.safety().missing().isEmpty();
        goToMissing();
    }

    /// The keyboard goes to what wants an answer first, as soon as it is on the screen.
    private void goToMissing() {
        var missing = toMissing ? find(root, safety.missing()) : null;
        if (missing != null) {
            toMissing = false;
            root.applyCss();
            root.layout();
            Reveal.in(side, missing.getParent());
            missing.requestFocus();
        }
    }

    private static @Nullable Node find(Node node, String id) {
        if (id.equals(node.getId())) {
            return node;
        }
        if (!(node instanceof Parent parent)) {
            return null;
        }
        return parent.getChildrenUnmodifiable().stream()
                .map(child -> find(child, id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void drawAll() {
        safety.draw();
        var prescription = model.prescription().get();
        if (prescription == null) {
            lines.getChildren().setAll(Labels.muted(texts.get("kit.loading")));
            foot.setVisible(false);
            return;
        }
        lines.getChildren().setAll(new ScanAlert(texts, "pharmacy-verify", model.scan()).node());
        model.handed()
                .get()
                .ifPresentOrElse(
                        handed ->
                                lines.getChildren()
                                        .add(new HandedCard(texts, words, handed).node()),
                        () -> drawLines(prescription));
        drawFoot();
    }

    private void drawLines(Prescription prescription) {
        lines.getChildren().add(head(prescription));
        over(prescription).ifPresent(lines.getChildren()::add);
        var first = true;
        for (var i = 0; i < model.lines().size(); i++) {
            var card = new LineCard(texts, words, model.lines().get(i), i, first && model.open());
            lines.getChildren().add(card.node());
            first = first && !card.typable();
        }
    }

    /// Why nothing of it may be handed out, where the whole of it is over before its time.
    private Optional<Node> over(Prescription prescription) {
        var alert =
                switch (prescription.getStatus()) {
                    case PRESCRIPTION_STATUS_EXPIRED ->
                            Alert.of(
                                    Tint.RED,
                                    "mdi2c-calendar-remove-outline",
                                    texts.get(
                                            "pharmacy.over.expired",
                                            words.date(prescription.getValidUntil())),
                                    texts.get("pharmacy.over.expired.detail"));
                    case PRESCRIPTION_STATUS_ENTERED_IN_ERROR ->
                            Alert.of(
                                    Tint.RED,
                                    "mdi2c-close-octagon-outline",
                                    texts.get("pharmacy.over.error"),
                                    prescription.getErrorReason());
                    default -> null;
                };
        if (alert != null) {
            alert.setId("pharmacy-verify.over");
        }
        return Optional.ofNullable(alert);
    }

    private Node head(Prescription prescription) {
        var by =
                texts.get(
                        "pharmacy.signed-by",
                        prescription.getPrescriberName(),
                        words.at(prescription.getSignedAt()));
        return Boxes.row(
                10,
                Labels.title(prescription.getNumber()),
                Labels.muted(by),
                Boxes.spacer(),
                OpenView.status(texts, prescription.getStatus()));
    }

    private void drawFoot() {
        foot.setVisible(true);
        if (model.handed().get().isPresent()) {
            drawDone(model.handed().get().get());
            return;
        }
        var wrong = model.wrong().get();
        var words =
                Labels.of(wrong.isEmpty() ? hint() : wrong, wrong.isEmpty() ? "muted" : "danger");
        words.setId("pharmacy-verify.wrong");
        words.setWrapText(true);
        var icon =
                wrong.isEmpty() && !model.expired()
                        ? Icons.of("mdi2s-shield-check-outline", "i20")
                        : Icons.of("mdi2a-alert-circle", "i20", "on-red");
        foot.getChildren().setAll(icon, Boxes.grow(words));
        if (model.open()) {
            var fill =
                    Buttons.plain(
                            "pharmacy-verify.fill",
                            texts.get("pharmacy.fill"),
                            "mdi2a-auto-fix",
                            model::fill);
            var dispense =
                    Buttons.primary(
                            "pharmacy-verify.dispense",
                            texts.get("pharmacy.dispense"),
                            "mdi2h-hand-heart-outline",
                            model::dispense);
            dispense.disableProperty().bind(model.busy().property());
            foot.getChildren().addAll(fill, dispense);
        } else {
            foot.getChildren().add(Boxes.first(back()));
        }
    }

    private String hint() {
        if (model.open()) {
            return texts.get("pharmacy.verify.hint");
        }
        return texts.get(
                model.expired() ? "pharmacy.refused.EXPIRED" : "pharmacy.verify.nothing-left");
    }

    private void drawDone(DispenseModel.Handed handed) {
        var hint = Labels.muted(texts.get("pharmacy.done.hint"));
        hint.setWrapText(true);
        foot.getChildren()
                .setAll(Icons.of("mdi2c-check-circle", "i20", "on-green"), Boxes.grow(hint));
        if (!handed.complete()) {
            foot.getChildren()
                    .add(
                            Buttons.plain(
                                    "pharmacy-verify.rest",
                                    texts.get("pharmacy.done.rest"),
                                    "mdi2p-progress-clock",
                                    model::rest));
        }
        foot.getChildren().add(Boxes.first(back()));
    }

    private Node back() {
        return Buttons.primary(
                "pharmacy-verify.back",
                texts.get("pharmacy.back"),
                "mdi2f-format-list-bulleted",
                model::leave);
    }
}
