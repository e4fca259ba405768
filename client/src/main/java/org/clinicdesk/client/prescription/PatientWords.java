package org.clinicdesk.client.prescription;

import org.clinicdesk.prescription.v1.Dosage;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/// What the patient will read, in his language, which need not be the doctor's.
final class PatientWords {

    private static final Set<String> SPOKEN = Set.of("en", "vi", "es");
    private static final Control NO_FALLBACK =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle words;

    /// @param language BCP 47 tag; one that is not spoken here gives English, as on the paper
    PatientWords(String language) {
        var wanted = Locale.forLanguageTag(language);
        this.locale =
                SPOKEN.contains(wanted.getLanguage())
                        ? Locale.of(wanted.getLanguage())
                        : Locale.ENGLISH;
        this.words =
                ResourceBundle.getBundle(
                        "org.clinicdesk.client.prescription.prescription",
                        locale,
                        PatientWords.class.getClassLoader(),
                        NO_FALLBACK);
    }

    /// `en`, `vi` or `es`.
    String language() {
        return locale.getLanguage();
    }

    /// The sentence that the paper prints: "2 tablets three times a day, for 7 days, by mouth."
    String directions(Dosage dosage) {
        var parts = new ArrayList<String>();
        var key = dosage.getAsNeeded() ? "prescription.paper.needed" : "prescription.paper.dosage";
        parts.add(
                say(
                        key,
                        dosage.getDose(),
                        coded("prescription.paper.unit.", dosage.getUnit(), dosage.getDose()),
                        dosage.getTimesADay()));
        if (dosage.getDays() > 0) {
            parts.add(say("prescription.paper.days", dosage.getDays()));
        }
        parts.add(coded("prescription.paper.route.", dosage.getRoute()));
        return String.join(", ", parts) + ".";
    }

    /// A phrase that a doctor adds with one press: `after-meals`.
    String phrase(String name) {
        return words.getString("prescription.phrase." + name);
    }

    private String coded(String prefix, String code, Object... arguments) {
        return words.containsKey(prefix + code) ? say(prefix + code, arguments) : code;
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }
}
