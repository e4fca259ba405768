package org.clinicdesk.client;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.shell.Frame;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import javax.imageio.ImageIO;

/// Drives the toolkit from a test. Every wait ends, and whatever the toolkit's thread throws and nobody catches fails the
/// test at [#verify].
public final class Ui {

    private static final long SECONDS = 15;
    private static final List<Throwable> UNCAUGHT = Collections.synchronizedList(new ArrayList<>());
    private static boolean started;

    private Ui() {}

    public static synchronized void start() {
        if (started) {
            return;
        }
        var ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        Platform.setImplicitExit(false);
        try {
            if (!ready.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The toolkit did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        run(() ->
                Thread.currentThread()
                        .setUncaughtExceptionHandler((thread, thrown) -> UNCAUGHT.add(thrown)));
        started = true;
    }

    /// Fails when the toolkit's thread threw something since the last time.
    public static void verify() {
        run(() -> {});
        var thrown = List.copyOf(UNCAUGHT);
        UNCAUGHT.clear();
        if (!thrown.isEmpty()) {
            throw new AssertionError("Thrown on the toolkit's thread", thrown.getFirst());
        }
    }

    public static <T> T on(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static void run(Runnable work) {
        on(() -> {
            work.run();
            return null;
        });
    }

    /// Waits until what is read on the toolkit's thread is as wanted.
    public static <T> T await(String what, Callable<T> read, Predicate<T> wanted) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        T value = on(read);
        while (!wanted.test(value)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for " + what + ", last seen: " + value);
            }
            pause();
            value = on(read);
        }
        return value;
    }

    /// Waits until something is so, read off the toolkit's thread.
    public static void awaitTrue(String what, java.util.function.BooleanSupplier so) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for " + what);
            }
            pause();
        }
    }

    /// Opens the program's window at a desk.
    public static Scene show(Desk desk, int width, int height) {
        return show(() -> new Frame(desk).scene(width, height));
    }

    /// Opens a window. It is minimized at once: nobody looks at it, layouts, keys and pictures work all the same, and the
    /// headless platform would copy every frame pixel by pixel, which took two thirds of the time of these tests.
    public static Scene show(Callable<Scene> scene) {
        return on(() -> {
            var stage = new Stage();
            stage.setScene(scene.call());
            stage.show();
            stage.setIconified(true);
            return stage.getScene();
        });
    }

    /// Leaves the desk. The window goes too, for it and its pictures would stay in memory.
    public static void close(Desk desk, Scene scene) {
        run(() -> {
            desk.close();
            scene.getWindow().hide();
        });
    }

    /// Finds a visible node by its id.
    public static Node find(Scene scene, String id) {
        return await(id, () -> lookup(scene, id), Objects::nonNull);
    }

    public static Node lookup(Scene scene, String id) {
        if (!Platform.isFxApplicationThread()) {
            return on(() -> lookup(scene, id));
        }
        // Some controls have no children before their first layout.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return nodes(scene.getRoot()).stream()
                .filter(node -> id.equals(node.getId()) && shown(node))
                .findFirst()
                .orElse(null);
    }

    /// A node and all below it, in the order of the screen.
    public static List<Node> nodes(Node root) {
        var all = new ArrayList<Node>();
        all.add(root);
        if (root instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(nodes(child)));
        }
        return all;
    }

    public static boolean shown(Node node) {
        for (var n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    public static void type(Scene scene, String id, String text) {
        var field = (TextInputControl) find(scene, id);
        run(() -> {
            field.requestFocus();
            field.setText(text);
        });
    }

    /// Presses a button as soon as it is there and can be pressed.
    public static void press(Scene scene, String id) {
        var button =
                await(
                        id + " enabled",
                        () -> (ButtonBase) lookup(scene, id),
                        found -> found != null && !found.isDisabled());
        run(button::fire);
    }

    /// Presses and releases a key at the node that has the keyboard.
    public static void key(Scene scene, KeyCode code, boolean ctrl) {
        run(() -> fire(scene, KeyEvent.KEY_PRESSED, code, false, ctrl));
        run(() -> fire(scene, KeyEvent.KEY_RELEASED, code, false, ctrl));
    }

    /// Presses a letter as a keyboard does: what is pressed is also typed, wherever the keyboard is by then.
    public static void stroke(Scene scene, KeyCode code) {
        run(() -> fire(scene, KeyEvent.KEY_PRESSED, code, false, false));
        run(() -> {
            typed(scene, code.getChar().toLowerCase(java.util.Locale.ROOT));
        });
        run(() -> fire(scene, KeyEvent.KEY_RELEASED, code, false, false));
    }

    /// Presses and releases a key without waiting for anything. On the toolkit's thread.
    public static void strokeAtOnce(Scene scene, KeyCode code) {
        strokeAtOnce(scene, code, false);
    }

    /// The same with Ctrl.
    public static void strokeAtOnce(Scene scene, KeyCode code, boolean ctrl) {
        fire(scene, KeyEvent.KEY_PRESSED, code, false, ctrl);
        fire(scene, KeyEvent.KEY_RELEASED, code, false, ctrl);
    }

    /// Types a text without waiting for anything, each letter as a keyboard does. On the toolkit's thread.
    public static void write(Scene scene, String text) {
        text.chars()
                .forEach(letter -> {
                    if (letter == '\n') {
                        fire(scene, KeyEvent.KEY_PRESSED, KeyCode.ENTER, false, false);
                        typed(scene, "\r");
                        fire(scene, KeyEvent.KEY_RELEASED, KeyCode.ENTER, false, false);
                    } else {
                        typed(scene, Character.toString(letter));
                    }
                });
    }

    private static void typed(Scene scene, String letter) {
        Event.fireEvent(
                target(scene),
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        letter,
                        letter,
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
    }

    /// Presses and releases a key together with Shift.
    public static void shifted(Scene scene, KeyCode code) {
        run(() -> fire(scene, KeyEvent.KEY_PRESSED, code, true, false));
        run(() -> fire(scene, KeyEvent.KEY_RELEASED, code, true, false));
    }

    /// Presses a key together with Alt.
    public static void alt(Scene scene, KeyCode code) {
        run(() ->
                Event.fireEvent(
                        scene.getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false)));
    }

    private static void fire(
            Scene scene,
            javafx.event.EventType<KeyEvent> type,
            KeyCode code,
            boolean shift,
            boolean ctrl) {
        Event.fireEvent(target(scene), new KeyEvent(type, "", "", code, shift, ctrl, false, false));
    }

    private static Node target(Scene scene) {
        var owner = scene.getFocusOwner();
        // Outside a window a node that was taken off the screen may still be named.
        return owner == null || owner.getScene() != scene ? scene.getRoot() : owner;
    }

    /// Saves a picture of the scene.
    public static void picture(Scene scene, Path file) {
        pause();
        pause();
        run(() -> {
            try {
                Files.createDirectories(file.getParent());
                var drawn = scene.snapshot(null);
                // Without the alpha channel, which costs as much as all other channels when it is
                // written.
                var opaque =
                        new BufferedImage(
                                (int) drawn.getWidth(),
                                (int) drawn.getHeight(),
                                BufferedImage.TYPE_INT_RGB);
                ImageIO.write(SwingFXUtils.fromFXImage(drawn, opaque), "png", file.toFile());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    public static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        run(() -> {});
    }
}
