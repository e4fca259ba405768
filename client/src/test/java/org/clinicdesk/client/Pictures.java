package org.clinicdesk.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Session;
import org.clinicdesk.client.platform.Theme;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Opens a screen in every language and in both themes, sees that every control has words and nothing is cut, and saves
/// it under `target/screens` for people to judge.
public final class Pictures {

    private static final Set<String> WINDOW_KEYS = Set.of("Ctrl+K", "Ctrl+L", "F1");

    /// What is told apart by its last letters.
    private static final Set<String> NEVER_CUT = Set.of("pill", "ticket");

    private Pictures() {}

    /// A screen, who sits at it, and what is done before the picture is taken.
    ///
    /// @param login empty when nobody is signed in
    public record Shot(String name, String login, BiConsumer<Desk, Scene> go) {

        /// One picture of it in a window of the usual size.
        public Picture in(String language, Theme.Mode theme) {
            return new Picture(this, language, theme, 1440, 900);
        }

        /// One picture of it in the smallest window that is promised to do, in the language with the longest words.
        public Picture small() {
            return small("es");
        }

        public Picture small(String language) {
            return new Picture(this, language, Theme.Mode.LIGHT, 1100, 720);
        }
    }

    /// One picture.
    public record Picture(Shot shot, String language, Theme.Mode theme, int width, int height) {
        @Override
        public String toString() {
            return shot.name
                    + "-"
                    + theme.name().toLowerCase(Locale.ROOT)
                    + "-"
                    + language
                    + (width < 1440 ? "-small" : "");
        }
    }

    /// Every language of each, and both themes.
    public static Stream<Picture> of(Stream<Shot> shots) {
        return shots.flatMap(shot ->
                Stream.of(
                        shot.in("en", Theme.Mode.LIGHT),
                        shot.in("vi", Theme.Mode.DARK),
                        shot.in("es", Theme.Mode.LIGHT)));
    }

    /// Every language of one in each theme.
    public static Stream<Picture> everywhere(Shot shot) {
        return Stream.of("en", "vi", "es")
                .flatMap(language ->
                        Stream.of(Theme.Mode.values()).map(theme -> shot.in(language, theme)));
    }

    public static void take(SampleServer server, Picture picture) {
        var settings = server.settings();
        settings.language(Locale.of(picture.language));
        settings.theme(picture.theme);
        var quiet = new Quiet();
        var desk = server.desk(settings, quiet.threads());
        if (!picture.shot.login.isEmpty()) {
            server.signIn(desk, picture.shot.login);
        }
        var scene = Ui.show(desk, picture.width, picture.height);
        try {
            take(picture, desk, scene, quiet);
        } finally {
            Ui.close(desk, scene);
        }
        Ui.verify();
    }

    private static void take(Picture picture, Desk desk, Scene scene, Quiet quiet) {
        try {
            picture.shot.go.accept(desk, scene);
        } catch (AssertionError e) {
            Ui.picture(scene, Path.of("target", "screens", "failed", picture + ".png"));
            throw e;
        }
        quiet.await();
        Ui.picture(scene, Path.of("target", "screens", picture + ".png"));
        Ui.run(() -> judge(scene));
        Ui.run(() -> leavesTheKeysOfTheWindow(desk));
        Ui.run(() -> keepsTheKeyboard(desk, scene));
    }

    /// Who locks the screen with a key everywhere must not sign or add something with it on one screen.
    private static void leavesTheKeysOfTheWindow(Desk desk) {
        var screen = desk.navigator().current().get();
        if (screen != null) {
            screen.keys()
                    .forEach(key ->
                            assertFalse(
                                    WINDOW_KEYS.contains(key.caps()), key.caps() + screen.id()));
        }
    }

    /// What lies over the screen has the keyboard: no key reaches what is covered.
    private static void keepsTheKeyboard(Desk desk, Scene scene) {
        if (desk.session().state().get() == Session.State.OPEN && !desk.layers().isEmpty()) {
            var top = desk.layers().root().getChildren().getLast();
            var owner = scene.getFocusOwner();
            assertTrue(
                    owner != null && Ui.shown(owner) && Ui.nodes(top).contains(owner),
                    "The keyboard is outside of " + top.getId() + ": " + owner);
        }
    }

    private static void judge(Scene scene) {
        scene.getRoot().lookupAll(".topbar").forEach(bar -> judgeTopBar((HBox) bar, scene));
        Ui.nodes(scene.getRoot()).stream()
                .filter(Ui::shown)
                .forEach(node -> {
                    judgeWidth(node);
                    if (node instanceof TextInputControl input) {
                        assertTrue(
                                input.getAccessibleText() != null
                                        || input.getParent()
                                                instanceof javafx.scene.control.Control,
                                "No accessible text for " + input);
                    } else if (node instanceof Label label
                            && label.getStyleClass().stream().anyMatch(NEVER_CUT::contains)) {
                        assertTrue(
                                label.getWidth() + 1 >= label.prefWidth(-1),
                                "Cut off: " + label.getText());
                    } else if (node instanceof ButtonBase button && button.getId() != null) {
                        var text = button.getText() == null ? "" : button.getText();
                        assertTrue(
                                !text.isBlank() || button.getAccessibleText() != null,
                                "No words for " + button);
                        assertTrue(
                                !text.isBlank()
                                        || !(button.getGraphic() instanceof FontIcon)
                                        || button.getTooltip() != null,
                                "Neither words nor a tooltip: " + button);
                        assertTrue(
                                text.isEmpty()
                                        || button.isWrapText()
                                        || button.getWidth() + 1 >= button.prefWidth(-1),
                                "Cut off: " + text);
                    }
                });
    }

    /// What scrolls up and down only has nothing beyond its right edge.
    private static void judgeWidth(Node node) {
        if (!(node instanceof Labeled) && !(node instanceof TextInputControl)) {
            return;
        }
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane scroll && scroll.isFitToWidth()) {
                var right = node.localToScene(node.getLayoutBounds()).getMaxX();
                var edge = scroll.localToScene(scroll.getLayoutBounds()).getMaxX();
                assertTrue(right <= edge + 1, "Beyond " + edge + ": " + right + " " + node);
            }
        }
    }

    /// Where one is, and who, can be read however narrow the window.
    private static void judgeTopBar(HBox bar, Scene scene) {
        for (Node around = bar; around != null; around = around.getParent()) {
            assertTrue(
                    around.getLayoutBounds().getWidth() <= scene.getWidth(),
                    "Wider than the window: " + around.getLayoutBounds() + around);
        }
        bar.getChildren()
                .forEach(part -> {
                    var bounds = part.localToScene(part.getLayoutBounds());
                    assertTrue(
                            bounds.getMaxX() <= scene.getWidth(),
                            "Beyond the window: " + part.getId() + " " + bounds);
                    assertTrue(bounds.getMinY() >= 0, "Above the window: " + part.getId() + bounds);
                    if (part instanceof Label title) {
                        assertTrue(
                                title.getWidth() + 1 >= title.prefWidth(-1),
                                "Cut off: " + title.getText());
                    }
                });
    }
}
