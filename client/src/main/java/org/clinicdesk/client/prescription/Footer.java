package org.clinicdesk.client.prescription;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Says what stands in the way of the signature, and signs.
final class Footer {

    private final Texts texts;
    private final ZoneId zone;
    private final PrescriptionModel model;
    private final HBox says = Boxes.row(10);
    private final Button sign;
    private final HBox box;

    Footer(Desk desk, PrescriptionModel model) {
        this.texts = desk.texts();
        this.zone = desk.session().zone();
        this.model = model;
        this.sign =
                Buttons.primary(
                        "prescription-write.sign",
                        texts.get("prescription.sign"),
                        "mdi2d-draw",
                        model::sign);
        box = Boxes.styled(new HBox(says, Boxes.spacer(), sign), "sign-bar", "foot-bar");
        Redraw.of(
                box,
                this::draw,
                model.obstacle(),
                model.check().state(),
                model.written().lines(),
                model.keeper().kept(),
                model.person().record(),
                model.person().unread());
        draw();
    }

    Node node() {
        return box;
    }

    private void draw() {
        model.check().state().get();
        var obstacle = model.obstacle().get();
        var open = obstacle == Obstacle.NONE ? open() : List.<String>of();
        var words = Labels.text(text(obstacle, open));
        words.setId("prescription-write.obstacle");
        words.setMinWidth(Region.USE_PREF_SIZE);
        var said = Boxes.column(1, words);
        said.setAlignment(Pos.CENTER_LEFT);
        if (!open.isEmpty()) {
            said.getChildren().add(what(open));
        }
        says.getChildren().setAll(icon(obstacle, !open.isEmpty()), said);
        model.keeper().kept().get().ifPresent(at -> says.getChildren().add(kept(at)));
        sign.setDisable(obstacle != Obstacle.NONE);
    }

    /// That it would be here again after a crash.
    private Node kept(Instant at) {
        var kept =
                Labels.of(
                        texts.get("prescription.draft.kept", texts.dates().time(at, zone)),
                        "tiny",
                        "muted");
        kept.setMinWidth(Region.USE_PREF_SIZE);
        return kept;
    }

    /// It may be signed, but nobody may take it for checked.
    private List<String> open() {
        var open = new ArrayList<String>();
        if (model.person().unread().get()) {
            open.add(texts.get("prescription.record.unread"));
        }
        if (model.allergiesNeverAsked()) {
            open.add(texts.get("prescription.allergies.never-asked"));
        }
        model.check().unchecked().forEach(finding -> open.add(finding.getSubject()));
        return open;
    }

    /// Shortened where there is no room: the cards say it all.
    private static Label what(List<String> open) {
        var what =
                Labels.of(
                        open.stream().distinct().collect(Collectors.joining(" · ")),
                        "tiny",
                        "muted");
        what.setId("prescription-write.open");
        return what;
    }

    private String text(Obstacle obstacle, List<String> open) {
        var count =
                obstacle == Obstacle.UNANSWERED
                        ? model.check().unanswered().size()
                        : model.written().lines().size();
        return open.isEmpty()
                ? texts.get("prescription.obstacle." + obstacle.name(), count)
                : texts.get("prescription.obstacle.unchecked", count);
    }

    private static Node icon(Obstacle obstacle, boolean unchecked) {
        if (unchecked) {
            return Icons.of("mdi2a-alert", "i20", "on-amber");
        }
        return switch (obstacle) {
            case NONE -> Icons.of("mdi2c-check-circle-outline", "i20", "on-green");
            case UNANSWERED -> Icons.of("mdi2c-close-circle", "i20", "on-red");
            case NOT_CHECKED, NOT_ADDED -> Icons.of("mdi2a-alert", "i20", "on-amber");
            default -> Icons.of("mdi2i-information-outline", "i20");
        };
    }
}
