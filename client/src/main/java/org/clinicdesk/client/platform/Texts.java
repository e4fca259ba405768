package org.clinicdesk.client.platform;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// Words in the language of the person at the desk. The first part of a key names the bundle, which lies beside the code
/// of the feature: `patient.search.title` stands in `patient/patient.properties`.
public final class Texts {

    /// In the order they are offered.
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.of("vi"), Locale.of("es"));

    /// A text missing in a language falls to English, never to the language of the machine.
    private static final Control BUNDLES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Settings settings;
    private final ReadOnlyObjectWrapper<Locale> locale;

    public Texts(Settings settings) {
        this.settings = settings;
        this.locale = new ReadOnlyObjectWrapper<>(settings.language().orElse(ofMachine()));
        Locale.setDefault(locale.get());
    }

    private static Locale ofMachine() {
        var language = Locale.getDefault().getLanguage();
        return LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /// What a language is called by those who speak it, as it begins a line.
    public static String name(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    public Locale locale() {
        return locale.get();
    }

    public ReadOnlyObjectProperty<Locale> language() {
        return locale.getReadOnlyProperty();
    }

    /// Switches the language at once. JavaFX's own controls read the default locale.
    public void use(Locale next) {
        settings.language(next);
        Locale.setDefault(next);
        locale.set(next);
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /// The text of a key. A missing one shows as its key, so that a screen still opens; a test finds it.
    public String get(String key) {
        return find(key).orElse(key);
    }

    /// The text with arguments put in, as [MessageFormat] does it.
    public String get(String key, Object... arguments) {
        return new MessageFormat(get(key), locale.get()).format(arguments);
    }

    /// Dates and times as they are written in the language.
    public Dates dates() {
        return new Dates(locale.get());
    }

    private Optional<String> find(String key) {
        var dot = key.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        var room = key.substring(0, dot);
        try {
            var bundle =
                    ResourceBundle.getBundle(
                            "org.clinicdesk.client." + room + "." + room,
                            locale.get(),
                            Texts.class.getClassLoader(),
                            BUNDLES);
            return Optional.of(bundle.getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
