package org.clinicdesk.client.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.platform.Layers;
import org.clinicdesk.client.platform.Texts;

import java.util.function.BooleanSupplier;

/// A question or a small form over the screen: `new Dialog(desk.layers(), desk.texts(), "x-cancel", title).say(text)
/// .primary(text, action).show()`. Its buttons have the ids `x-cancel.primary` and `x-cancel.cancel`.
public final class Dialog {

    private final Layers layers;
    private final String id;
    private final VBox card = Boxes.styled(new VBox(), "dialog-card");
    private final HBox buttons = Boxes.row(8, Boxes.spacer());
    private String cancelText;
    private Runnable hidden = () -> {};

    public Dialog(Layers layers, Texts texts, String id, String title) {
        this.layers = layers;
        this.id = id;
        this.cancelText = texts.get("kit.cancel");
        card.setId(id);
        card.setMaxSize(460, Region.USE_PREF_SIZE);
        card.setPrefWidth(460);
        var head = Labels.title(title);
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        card.getChildren().add(head);
    }

    public Dialog say(String text) {
        card.getChildren().add(Labels.paragraph(text));
        return this;
    }

    public Dialog body(Node node) {
        card.getChildren().add(node);
        return this;
    }

    public Dialog width(double width) {
        card.setPrefWidth(width);
        card.setMaxWidth(width);
        return this;
    }

    /// The action that the dialog is for; Enter runs it.
    public Dialog primary(String text, Runnable action) {
        return primary(
                text,
                () -> {
                    action.run();
                    return true;
                });
    }

    /// An action that may leave the dialog open, such as a form with a wrong field.
    public Dialog primary(String text, BooleanSupplier action) {
        var button =
                Boxes.styled(
                        Buttons.plain(id + ".primary", text, () -> closeIf(action)), "primary");
        Boxes.onEnter(card, button::fire);
        buttons.getChildren().add(button);
        return this;
    }

    /// An action that cannot be taken back; Enter does not run it.
    public Dialog danger(String text, Runnable action) {
        buttons.getChildren()
                .add(
                        Buttons.danger(
                                id + ".primary",
                                text,
                                () -> {
                                    hide();
                                    action.run();
                                }));
        return this;
    }

    /// Another way out, left of the main one.
    public Dialog other(String text, Runnable action) {
        buttons.getChildren()
                .add(
                        Buttons.plain(
                                id + ".other",
                                text,
                                () -> {
                                    hide();
                                    action.run();
                                }));
        return this;
    }

    /// Told when the dialog is gone, however it was closed.
    public Dialog onHidden(Runnable action) {
        hidden = action;
        return this;
    }

    public Dialog cancel(String text) {
        cancelText = text;
        return this;
    }

    public Dialog show() {
        Button cancel = Buttons.plain(id + ".cancel", cancelText, this::hide);
        buttons.getChildren().add(1, cancel);
        card.getChildren().add(buttons);
        layers.show(card, this::hide);
        return this;
    }

    public void hide() {
        layers.hide(card);
        hidden.run();
    }

    private void closeIf(BooleanSupplier action) {
        if (action.getAsBoolean()) {
            hide();
        }
    }
}
