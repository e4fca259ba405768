package org.clinicdesk.client.prescription;

import org.clinicdesk.contract.Directions;
import org.clinicdesk.prescription.v1.Dosage;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// What the patient will read, in his language, which need not be the doctor's.
final class PatientWords {

    private static final Control NO_FALLBACK =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Directions directions;
    private final ResourceBundle words;

    /// @param language BCP 47 tag; one that is not spoken here gives English, as on the paper
    PatientWords(String language) {
        this.directions = Directions.in(Locale.forLanguageTag(language));
        this.words =
                ResourceBundle.getBundle(
                        "org.clinicdesk.client.prescription.prescription",
                        directions.locale(),
                        PatientWords.class.getClassLoader(),
                        NO_FALLBACK);
    }

    /// `en`, `vi` or `es`.
    String language() {
        return directions.locale().getLanguage();
    }

    /// The sentence made of the dosage: "2 tablets 3 times a day, for 7 days, by mouth."
    String sentence(Dosage dosage) {
        return directions.sentence(dosage);
    }

    /// All that the paper says below the medicine.
    String whole(Dosage dosage) {
        return directions.whole(dosage);
    }

    /// A phrase that a doctor adds with one press: `after-meals`.
    String phrase(String name) {
        return words.getString("prescription.phrase." + name);
    }
}
