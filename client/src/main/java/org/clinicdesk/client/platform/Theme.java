package org.clinicdesk.client.platform;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.util.List;
import java.util.Objects;

/// The look: AtlantaFX's Primer below, one sheet of tokens per theme, one sheet of structure. Colours are named in the
/// token sheets only.
public final class Theme {

    /// Light or dark.
    public enum Mode {
        LIGHT,
        DARK
    }

    private static final List<String> FONTS =
            List.of("Inter_400Regular", "Inter_500Medium", "Inter_600SemiBold", "Inter_700Bold");

    private final Settings settings;
    private final ReadOnlyObjectWrapper<Mode> mode;

    public Theme(Settings settings) {
        this.settings = settings;
        this.mode = new ReadOnlyObjectWrapper<>(settings.theme());
    }

    public ReadOnlyObjectProperty<Mode> mode() {
        return mode.getReadOnlyProperty();
    }

    public void use(Mode next) {
        settings.theme(next);
        mode.set(next);
    }

    /// Dresses a scene and keeps it dressed when the theme changes.
    public void dress(Scene scene) {
        FONTS.forEach(font ->
                Font.loadFont(
                        Theme.class.getResourceAsStream(folder() + "fonts/" + font + ".ttf"), 13));
        sheets(scene);
        mode.addListener(change -> sheets(scene));
    }

    private void sheets(Scene scene) {
        var dark = mode.get() == Mode.DARK;
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet(dark ? "dark.css" : "light.css"), sheet("base.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(folder() + name), name)
                .toExternalForm();
    }

    private static String folder() {
        return "/org/clinicdesk/client/theme/";
    }
}
