package org.clinicdesk.client.setup;

import com.google.protobuf.Descriptors.FieldDescriptor;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Merge;
import org.clinicdesk.client.platform.Texts;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What somebody else saved while a form was open: told by the names of the fields, and where both said something else,
/// with the choice between the two.
final class ChangesPane {

    private final Texts texts;
    private final String prefix;
    private final Edited<?> edited;
    private final BiFunction<FieldDescriptor, Object, String> shown;
    private final Consumer<Merge.Clash> takeTheirs;
    private final VBox box = Boxes.column(8);
    private Predicate<FieldDescriptor> told = field -> true;

    /// @param prefix of the texts of the fields
    /// @param shown the value of a field in words
    ChangesPane(
            Texts texts,
            String prefix,
            Edited<?> edited,
            BiFunction<FieldDescriptor, Object, String> shown,
            Consumer<Merge.Clash> takeTheirs) {
        this.texts = texts;
        this.prefix = prefix;
        this.edited = edited;
        this.shown = shown;
        this.takeTheirs = takeTheirs;
        box.setId("setup-changes");
        Redraw.of(box, this::draw, edited.changed(), edited.clashes());
        draw();
    }

    /// Tells of some fields, where others are told of beside this.
    ChangesPane only(Predicate<FieldDescriptor> fields) {
        told = fields;
        draw();
        return this;
    }

    Node node() {
        return box;
    }

    private void draw() {
        box.getChildren().clear();
        var names =
                edited.changed().stream()
                        .filter(told)
                        .map(field -> texts.get(prefix + "." + field.getName()))
                        .toList();
        if (!names.isEmpty()) {
            box.getChildren()
                    .add(
                            Alert.of(
                                    Tint.AMBER,
                                    "mdi2a-account-edit-outline",
                                    texts.get("setup.changed-by-other"),
                                    texts.get(
                                            "setup.changed-by-other.detail",
                                            String.join(", ", names))));
        }
        edited.clashes().stream()
                .filter(clash -> told.test(clash.field()))
                .forEach(clash -> box.getChildren().add(clash(clash)));
        box.setManaged(!box.getChildren().isEmpty());
        box.setVisible(!box.getChildren().isEmpty());
    }

    private Node clash(Merge.Clash clash) {
        var name = clash.field().getName();
        return Alert.of(
                Tint.AMBER,
                "mdi2c-call-merge",
                texts.get(prefix + "." + name),
                texts.get(
                        "setup.clash",
                        shown.apply(clash.field(), clash.theirs()),
                        shown.apply(clash.field(), clash.mine())),
                Buttons.small(
                        Buttons.plain(
                                "setup-changes.mine-" + name,
                                texts.get("setup.clash.mine"),
                                () -> edited.keepMine(clash))),
                Buttons.small(
                        Buttons.plain(
                                "setup-changes.theirs-" + name,
                                texts.get("setup.clash.theirs"),
                                () -> takeTheirs.accept(clash))));
    }
}
