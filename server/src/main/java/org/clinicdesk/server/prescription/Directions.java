package org.clinicdesk.server.prescription;

import org.clinicdesk.server.paper.Words;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;

/// What the patient reads below a medicine, in his language.
final class Directions {

    /// Units and routes that have words; others are printed as the doctor wrote them.
    static final Set<String> UNITS =
            Set.of(
                    "tablet",
                    "capsule",
                    "ml",
                    "mg",
                    "g",
                    "puff",
                    "drop",
                    "sachet",
                    "unit",
                    "application");

    static final Set<String> ROUTES =
            Set.of(
                    "oral",
                    "sublingual",
                    "inhaled",
                    "nasal",
                    "ophthalmic",
                    "otic",
                    "topical",
                    "rectal",
                    "vaginal",
                    "subcutaneous",
                    "intramuscular",
                    "intravenous",
                    "transdermal");

    private final Words words;

    Directions(Locale locale) {
        this.words = Words.in(locale, "org.clinicdesk.server.prescription.prescription");
    }

    /// "1 tablet three times a day, for 7 days, by mouth. After meals."
    String of(Dosage dosage) {
        var parts = new ArrayList<String>();
        var key = dosage.asNeeded() ? "prescription.dosage.needed" : "prescription.dosage";
        parts.add(words.text(key, dosage.dose(), unit(dosage), dosage.timesDaily()));
        if (dosage.days() > 0) {
            parts.add(words.text("prescription.dosage.days", dosage.days()));
        }
        parts.add(route(dosage.route()));
        var directions = String.join(", ", parts) + ".";
        return dosage.instructions().isEmpty()
                ? directions
                : directions + " " + dosage.instructions();
    }

    private String unit(Dosage dosage) {
        return UNITS.contains(dosage.unit())
                ? words.text("prescription.unit." + dosage.unit(), dosage.dose())
                : dosage.unit();
    }

    private String route(String route) {
        return ROUTES.contains(route) ? words.text("prescription.route." + route) : route;
    }
}
