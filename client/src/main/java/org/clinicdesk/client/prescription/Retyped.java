package org.clinicdesk.client.prescription;

import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.OrderLine;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// A line as it could have been typed, by the parts of the form.
final class Retyped {

    private Retyped() {}

    /// All but the quantity, in the order in which they are put in: what is forgotten when another part changes comes last.
    static Map<String, String> parts(OrderLine line) {
        var dosage = line.getDosage();
        var parts = new LinkedHashMap<String, String>();
        if (dosage.getDose() > 0) {
            parts.put("dose", Amounts.typed(dosage));
            parts.put("unit", dosage.getUnit());
            parts.put("times", Shorthand.typed(dosage.getTiming()));
            parts.put("days", length(dosage));
            parts.put("then", Shorthand.typed(dosage.getThenList()));
            parts.put("route", dosage.getRoute());
        }
        parts.put("for", dosage.getNeededFor());
        parts.put("max", dosage.getMaxDaily() > 0 ? Amounts.plain(dosage.getMaxDaily()) : "");
        parts.put("repeats", line.getRepeats() > 0 ? Integer.toString(line.getRepeats()) : "");
        parts.put("instructions", dosage.getInstructions());
        parts.put("directions", dosage.getDirections());
        return parts;
    }

    private static String length(Dosage dosage) {
        return dosage.getUntil().isEmpty()
                ? Integer.toString(dosage.getDays())
                : "u" + date(LocalDate.parse(dosage.getUntil()));
    }

    private static String date(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }
}
