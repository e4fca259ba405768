package org.clinicdesk.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Theme;
import org.clinicdesk.client.platform.Threads;
import org.clinicdesk.client.shell.Frame;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Opens a screen in every language and in both themes, sees that every control has words and nothing is cut, and saves
/// it under `target/screens` for people to judge.
public final class Pictures {

    private Pictures() {}

    /// A screen, who sits at it, and what is done before the picture is taken.
    public record Shot(String name, String login, BiConsumer<Desk, Scene> go) {}

    /// One picture.
    public record Picture(Shot shot, String language, Theme.Mode theme) {
        @Override
        public String toString() {
            return shot.name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language;
        }
    }

    /// Every language and every theme of each.
    public static Stream<Picture> of(Stream<Shot> shots) {
        return shots.flatMap(shot ->
                Stream.of("en", "vi", "es")
                        .flatMap(language ->
                                Stream.of(Theme.Mode.values())
                                        .map(theme -> new Picture(shot, language, theme))));
    }

    public static void take(SampleServer server, Picture picture) {
        var settings = server.settings();
        settings.language(Locale.of(picture.language));
        settings.theme(picture.theme);
        var desk = server.desk(settings, Threads.ofToolkit());
        server.signIn(desk, picture.shot.login);
        var scene = Ui.on(() -> new Frame(desk).scene(1440, 900));
        try {
            picture.shot.go.accept(desk, scene);
        } catch (AssertionError e) {
            Ui.picture(scene, Path.of("target", "screens", "failed", picture + ".png"));
            throw e;
        }
        for (var i = 0; i < 15; i++) {
            Ui.pause();
        }
        Ui.picture(scene, Path.of("target", "screens", picture + ".png"));
        Ui.run(() -> judge(scene));
        Ui.run(desk::close);
        Ui.verify();
    }

    private static void judge(Scene scene) {
        Ui.nodes(scene.getRoot()).stream()
                .filter(Ui::shown)
                .forEach(node -> {
                    if (node instanceof TextInputControl input) {
                        assertTrue(
                                input.getAccessibleText() != null
                                        || input.getParent()
                                                instanceof javafx.scene.control.Control,
                                "No accessible text for " + input);
                    } else if (node instanceof ButtonBase button && button.getId() != null) {
                        var text = button.getText() == null ? "" : button.getText();
                        assertTrue(
                                !text.isBlank() || button.getAccessibleText() != null,
                                "No words for " + button);
                        assertTrue(
                                text.isEmpty()
                                        || button.isWrapText()
                                        || button.getWidth() + 1 >= button.prefWidth(-1),
                                "Cut off: " + text);
                    }
                });
    }
}
