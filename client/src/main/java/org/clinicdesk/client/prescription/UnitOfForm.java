package org.clinicdesk.client.prescription;

import java.util.Map;
import java.util.regex.Pattern;

/// The unit in which a product is taken, where its form tells.
final class UnitOfForm {

    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("tablet", "tablet"),
                    Map.entry("capsule", "capsule"),
                    Map.entry("inhaler", "puff"),
                    Map.entry("drops", "drop"),
                    Map.entry("sachet", "sachet"),
                    Map.entry("suppository", "suppository"),
                    Map.entry("patch", "patch"),
                    Map.entry("lozenge", "lozenge"),
                    Map.entry("cream", "application"),
                    Map.entry("ointment", "application"),
                    Map.entry("gel", "application"),
                    Map.entry("spray", "spray"));

    /// How long a patch is worn: "transdermal patch 72 h".
    private static final Pattern WORN = Pattern.compile(",? \\d+ (h|d)$");

    private UnitOfForm() {}

    /// A form is often more than a word: "gastro-resistant tablet", "oral suspension". Empty where it does not tell.
    static String of(String form) {
        if (form.matches(".*(syrup|suspension|solution|elixir)") && !form.contains("injection")) {
            return "ml";
        }
        if (form.equals("inhalation powder")) {
            return "puff";
        }
        var plain = WORN.matcher(form).replaceFirst("");
        return UNITS.getOrDefault(plain.substring(plain.lastIndexOf(' ') + 1), "");
    }
}
