package org.clinicdesk.client.visit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.record.v1.Coding;

import java.util.ArrayList;
import java.util.List;

/// What two people wrote differently, side by side, until somebody decides.
final class ClashPane {

    private final Texts texts;
    private final Writing writing;
    private final VBox box = Boxes.column(8);

    ClashPane(Texts texts, Writing writing) {
        this.texts = texts;
        this.writing = writing;
        Redraw.of(box, this::draw, writing.clashes());
        draw();
    }

    Node node() {
        return box;
    }

    private void draw() {
        box.getChildren().setAll(writing.clashes().stream().map(this::clash).toList());
        box.setVisible(!box.getChildren().isEmpty());
        box.setManaged(!box.getChildren().isEmpty());
    }

    private Node clash(Merge.Clash clash) {
        return Alert.of(
                Tint.AMBER,
                "mdi2c-call-merge",
                texts.get("visit.clash", texts.get("visit." + key(clash))),
                texts.get("visit.clash.detail", words(clash.theirs()), words(clash.mine())),
                buttons(clash).toArray(Node[]::new));
    }

    private List<Button> buttons(Merge.Clash clash) {
        var buttons = new ArrayList<Button>();
        buttons.add(button(clash, "mine", () -> writing.keepMine(clash)));
        buttons.add(button(clash, "theirs", () -> writing.takeTheirs(clash)));
        if (Writing.canKeepBoth(clash)) {
            buttons.add(button(clash, "both", () -> writing.keepBoth(clash)));
        }
        return buttons;
    }

    private Button button(Merge.Clash clash, String choice, Runnable action) {
        return Buttons.small(
                Buttons.plain(
                        "visit-write." + choice + "-" + clash.field().getName(),
                        texts.get("visit.clash." + choice),
                        action));
    }

    private static String key(Merge.Clash clash) {
        var name = clash.field().getName();
        return name.equals("diagnoses") ? "diagnosis" : name;
    }

    private static String words(Object value) {
        return switch (value) {
            case List<?> all ->
                    all.isEmpty()
                            ? "—"
                            : String.join(
                                    ", ",
                                    all.stream().map(it -> ((Coding) it).getDisplay()).toList());
            case Number number when number.doubleValue() == 0 -> "—";
            default -> value.toString().isEmpty() ? "—" : value.toString();
        };
    }
}
