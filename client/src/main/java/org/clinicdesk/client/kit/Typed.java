package org.clinicdesk.client.kit;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// What stands in the inputs of a form, to know whether somebody has typed or chosen anything since.
final class Typed {

    private final Node form;
    private final Map<Node, Object> before = new IdentityHashMap<>();

    /// @param form on the screen, as it was opened
    Typed(Node form) {
        this.form = form;
        form.lookupAll("*").forEach(node -> value(node).ifPresent(it -> before.put(node, it)));
    }

    boolean changed() {
        return form.lookupAll("*").stream()
                .anyMatch(node -> value(node).filter(now -> differs(node, now)).isPresent());
    }

    /// Of what came only since, only what is written counts.
    private boolean differs(Node node, Object now) {
        var was = before.get(node);
        return was == null ? node instanceof TextInputControl && !"".equals(now) : !was.equals(now);
    }

    private static Optional<Object> value(Node node) {
        return switch (node) {
            case TextInputControl input ->
                    Optional.of(Optional.ofNullable(input.getText()).orElse(""));
            case CheckBox box -> Optional.of(box.isSelected());
            case ToggleButton choice -> Optional.of(choice.isSelected());
            case ComboBoxBase<?> choice -> Optional.of(Optional.ofNullable(choice.getValue()));
            default -> Optional.empty();
        };
    }
}
