package org.clinicdesk.client.platform;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Dialogs, the palette and the lock lie over the screen inside the window, not in windows of the system: they look alike
/// everywhere, move with the window and keep the keyboard.
public final class Layers {

    private final StackPane root = new StackPane();
    private final Deque<Layer> shown = new ArrayDeque<>();
    private final Map<String, Begun> begun = new LinkedHashMap<>();
    private Consumer<Begun> left = it -> {};
    private Consumer<Begun> offered = it -> {};

    public Layers() {
        root.setPickOnBounds(false);
        root.sceneProperty()
                .addListener((property, before, scene) -> {
                    if (scene != null) {
                        scene.focusOwnerProperty()
                                .addListener((focus, old, owner) -> keepFocus(owner));
                    }
                });
    }

    private record Layer(Node scrim, Node content, Runnable escape, @Nullable Node focusBefore) {}

    /// A form that was left before it was done, with all that is typed into it.
    ///
    /// @param about what it is about, in words
    /// @param goOn shows it again
    public record Begun(String about, Runnable goOn) {}

    /// Where the layers are drawn; the window puts it over the screen.
    public StackPane root() {
        return root;
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    /// Covers the screen with a node.
    ///
    /// @param escape what the escape key and a click beside do; nothing for a layer that must be answered
    public void show(Node content, Runnable escape) {
        show(content, escape, escape);
    }

    /// Covers the screen with a node.
    ///
    /// @param escape what the escape key does
    /// @param beside what a click beside the node does
    public void show(Node content, Runnable escape, Runnable beside) {
        var scrim = new Region();
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(event -> beside.run());
        content.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                escape.run();
            }
        });
        var scene = root.getScene();
        shown.push(new Layer(scrim, content, escape, scene == null ? null : scene.getFocusOwner()));
        root.getChildren().addAll(scrim, content);
        focusFirst(content);
    }

    /// Takes a node away, and what lies over it.
    public void hide(Node content) {
        if (shown.stream().noneMatch(layer -> layer.content() == content)) {
            return;
        }
        Layer gone;
        do {
            gone = shown.pop();
            root.getChildren().removeAll(gone.scrim(), gone.content());
        } while (gone.content() != content);
        var before = gone.focusBefore();
        if (before != null) {
            before.requestFocus();
        }
    }

    /// @param left told of each form that is left with something typed into it
    /// @param offered told of each that its next form offers, or that somebody goes on with
    void onLeft(Consumer<Begun> left, Consumer<Begun> offered) {
        this.left = left;
        this.offered = offered;
    }

    /// Keeps a form that was left until somebody goes on with it, at the latest until he leaves the desk.
    ///
    /// @param form which it is; of each the last is kept
    public void keep(String form, Begun what) {
        begun.put(form, what);
        left.accept(what);
    }

    /// A form of the same kind that was left before.
    public Optional<Begun> begun(String form) {
        var before = Optional.ofNullable(begun.get(form));
        before.ifPresent(offered);
        return before;
    }

    /// Somebody goes on with it.
    ///
    /// @return whether it was still there
    public boolean resume(String form, Begun what) {
        offered.accept(what);
        return begun.remove(form, what);
    }

    /// Takes everything away: nobody is at the desk any more.
    public void clear() {
        shown.clear();
        begun.clear();
        root.getChildren().clear();
    }

    /// Gives the keyboard to the node marked `first-focus`, or to the first control; where there is none
    /// yet, as long as something is being read, to the first that appears.
    public static void focusFirst(Node content) {
        // A control takes keys only once it has its skin: what is typed right after a key opened a
        // screen must not be lost
        // while the screen is drawn for the first time.
        content.applyCss();
        var first = first(content);
        if (first != null) {
            first.requestFocus();
        } else if (content instanceof Parent parent) {
            // Meanwhile no key reaches what is beside.
            parent.requestFocus();
            var scene = parent.getScene();
            if (scene != null) {
                scene.addPostLayoutPulseListener(new Latecomer(parent, scene));
            }
        }
    }

    /// The first marked node that is shown; one that is still disabled is waited for. Where none is shown, the first
    /// control: the keyboard must not stay with what is covered.
    private static @Nullable Node first(Node content) {
        var marked = content.lookupAll(".first-focus").stream().filter(Layers::isShown).toList();
        return marked.isEmpty()
                ? firstControl(content)
                : marked.stream().filter(node -> !node.isDisabled()).findFirst().orElse(null);
    }

    private static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Looks after each drawing for something that can have the keyboard, unless it went elsewhere. Not told by the layout
    /// of the content: what changes inside a scroll pane does not reach it.
    private record Latecomer(Parent content, Scene scene) implements Runnable {

        @Override
        public void run() {
            var waiting = content.getScene() == scene && scene.getFocusOwner() == content;
            var first = waiting ? first(content) : null;
            if (!waiting || first != null) {
                scene.removePostLayoutPulseListener(this);
            }
            if (first != null) {
                first.requestFocus();
            }
        }
    }

    private static @Nullable Node firstControl(Node content) {
        return content.lookupAll("*").stream()
                .filter(node ->
                        node instanceof Control
                                && node.isFocusTraversable()
                                && !node.isDisabled()
                                && isShown(node))
                .findFirst()
                .orElse(null);
    }

    /// The keyboard neither walks out of the top layer into what it covers, nor is it lost with the control that had it.
    private void keepFocus(@Nullable Node owner) {
        var top = shown.peek();
        if (top != null
                && isShown(top.content())
                && (owner == null || !inside(owner, top.content()))) {
            focusFirst(top.content());
        }
    }

    private static boolean inside(Node node, Node container) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == container) {
                return true;
            }
        }
        return false;
    }
}
