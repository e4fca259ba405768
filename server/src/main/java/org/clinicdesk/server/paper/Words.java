package org.clinicdesk.server.paper;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The texts of printed things in one language. English stands in for a language without texts of its own; a key that
/// nobody has is a defect and fails.
public final class Words {
    static final String PAPER = "org.clinicdesk.server.paper.paper";

    private final Locale locale;
    private final List<ResourceBundle> bundles = new ArrayList<>();

    private Words(Locale locale) {
        this.locale = locale;
    }

    /// The texts of this package, and those of further bundles such as "org.clinicdesk.server.report.report".
    public static Words in(Locale locale, String... more) {
        var own =
                ResourceBundle.getBundle(
                        PAPER, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        // The language really printed, so that dates agree with the words beside them.
        var words = new Words(own.getLocale().equals(Locale.ROOT) ? Locale.UK : own.getLocale());
        words.bundles.add(own);
        for (var name : more) {
            words.bundles.add(
                    ResourceBundle.getBundle(
                            name, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
        }
        return words;
    }

    public Locale locale() {
        return locale;
    }

    /// The text of a key; arguments as [MessageFormat] takes them, and only then is the text a pattern.
    public String text(String key, Object... arguments) {
        var text =
                bundles.stream()
                        .filter(bundle -> bundle.containsKey(key))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no text for " + key))
                        .getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    String date(LocalDate date) {
        return format("paper.format.date").format(date);
    }

    /// Day and wall time of the zone, with the zone's name: "21 Nov 2026, 16:05 (Asia/Ho_Chi_Minh)".
    String moment(Instant instant, ZoneId zone) {
        return format("paper.format.moment").format(instant.atZone(zone));
    }

    /// The same without the zone, for those who live in it.
    String minute(Instant instant, ZoneId zone) {
        return format("paper.format.minute").format(instant.atZone(zone));
    }

    DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(text(key), locale);
    }
}
