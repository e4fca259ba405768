package org.clinicdesk.client.prescription;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What is wrong with a form, by field; the value is the last part of a text key.
final class FormCheck {

    static final int LONGEST_NAME = 200;

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_REASON = 100;

    private final UnaryOperator<String> text;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private FormCheck(UnaryOperator<String> text) {
        this.text = text;
    }

    /// @param text a part of the form, without blanks around it
    /// @param settled whether the medicine was chosen
    /// @param quantity what to say of a quantity that is none
    static Map<String, String> of(
            UnaryOperator<String> text,
            boolean settled,
            DosageReading dosage,
            String quantity,
            LocalDate today) {
        var check = new FormCheck(text);
        check.medicine(settled);
        check.dosage(dosage, quantity, today);
        check.words();
        return check.wrong;
    }

    private void medicine(boolean settled) {
        need("medicine", settled, has("medicine") ? "choose" : "missing");
        need("medicine", fits("medicine", LONGEST_NAME), "long");
    }

    private void dosage(DosageReading dosage, String quantity, LocalDate today) {
        need("dose", dosage.amount().isPresent(), "dose");
        need("unit", has("unit"), "missing");
        need("times", dosage.timing().isPresent(), "times");
        need(
                "days",
                dosage.length().isPresent(),
                Shorthand.over(text.apply("days"), today) ? "over" : "days");
        need("route", has("route"), "missing");
        need("quantity", Amounts.whole(text.apply("quantity"), 1, 9999).isPresent(), quantity);
        need("repeats", dosage.repeats().isPresent(), "repeats");
        need("max", !dosage.asNeeded() || dosage.max().isPresent(), "max");
        need("then", dosage.tapers(), "then");
    }

    private void words() {
        need("for", fits("for", LONGEST_REASON), "long");
        need("instructions", fits("instructions", LONGEST_TEXT), "long");
        need("directions", fits("directions", LONGEST_TEXT), "long");
    }

    private boolean has(String field) {
        return !text.apply(field).isEmpty();
    }

    private boolean fits(String field, int longest) {
        return text.apply(field).length() <= longest;
    }

    private void need(String field, boolean right, String error) {
        if (!right) {
            wrong.putIfAbsent(field, error);
        }
    }
}
