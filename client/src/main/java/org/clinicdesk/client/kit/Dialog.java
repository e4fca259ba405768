package org.clinicdesk.client.kit;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.clinicdesk.client.platform.Layers;
import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A question or a small form over the screen: `new Dialog(desk.layers(), desk.texts(), "x-cancel", title).say(text)
/// .primary(text, action).show()`. Its buttons have the ids `x-cancel.primary` and `x-cancel.cancel`.
public final class Dialog {

    private static final String GO_ON = "Alt+G";
    private static final Duration INSISTS = Duration.millis(450);

    private final Layers layers;
    private final String id;
    private final VBox card = Boxes.styled(new VBox(), "dialog-card");
    private final HBox buttons = Boxes.row(8, Boxes.spacer());
    private final Texts texts;
    private final String title;
    private String cancelText;
    private Runnable hidden = () -> {};
    private @Nullable Supplier<String> about;
    private Runnable goingOn = () -> {};
    private @Nullable Typed typed;
    private Layers.@Nullable Begun left;
    private String aboutBefore = "";

    public Dialog(Layers layers, Texts texts, String id, String title) {
        this.layers = layers;
        this.texts = texts;
        this.title = title;
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

    /// A form that is kept when somebody leaves it by Esc with something typed: the notice and the next form of its kind
    /// offer to go on with it. Its title must say whom it is about, if it is about somebody.
    ///
    /// @param about what is typed into it, in a few words
    public Dialog keeps(Supplier<String> about) {
        this.about = about;
        return this;
    }

    /// Told when somebody goes on with a form that was kept: what closing it gave up is asked for again.
    public Dialog onGoingOn(Runnable action) {
        goingOn = action;
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
        layers.begun(kind()).ifPresent(this::offer);
        open();
        typed = new Typed(card);
        aboutBefore = about();
        return this;
    }

    private void open() {
        layers.show(card, this::leave, this::beside);
    }

    private String kind() {
        return id + " " + title;
    }

    private String about() {
        return about == null ? "" : about.get();
    }

    private boolean changed() {
        return typed != null && typed.changed() || !about().equals(aboutBefore);
    }

    /// Esc: what was begun is not lost.
    private void leave() {
        if (about != null && changed()) {
            var words = about();
            hide();
            left = new Layers.Begun(words.isBlank() ? title : words, this::goOn);
            layers.keep(kind(), left);
        } else {
            hide();
        }
    }

    private void goOn() {
        if (left != null && layers.resume(kind(), left)) {
            open();
            goingOn.run();
        }
    }

    /// A click beside a form is a slip once something is typed: then the form only shows that it is there.
    private void beside() {
        if (changed()) {
            card.getStyleClass().add("insisting");
            var calm = new PauseTransition(INSISTS);
            calm.setOnFinished(event -> card.getStyleClass().remove("insisting"));
            calm.play();
        } else {
            hide();
        }
    }

    private void offer(Layers.Begun begun) {
        Runnable goOn =
                () -> {
                    hide();
                    begun.goOn().run();
                };
        var button = Buttons.small(Buttons.plain(id + ".go-on", texts.get("kit.begun.go"), goOn));
        var line =
                Alert.of(
                        Tint.AMBER,
                        "mdi2p-pause-circle-outline",
                        texts.get("kit.begun", begun.about()),
                        "",
                        Boxes.onEnter(button, goOn),
                        Kbd.of(GO_ON));
        line.setId(id + ".begun");
        card.getChildren().add(1, line);
        card.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (KeyCombination.valueOf(GO_ON).match(event)) {
                        event.consume();
                        goOn.run();
                    }
                });
    }

    public void hide() {
        layers.hide(card);
        hidden.run();
        if (left != null) {
            // Done after all: what was on its way when somebody left it has arrived.
            layers.resume(kind(), left);
        }
    }

    private void closeIf(BooleanSupplier action) {
        if (action.getAsBoolean()) {
            hide();
        }
    }
}
