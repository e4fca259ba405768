package org.clinicdesk.client.prescription;

import java.util.Map;

/// The unit in which a product is taken, where its form tells.
final class UnitOfForm {

    private static final Map<String, String> UNITS =
            Map.of(
                    "tablet", "tablet",
                    "capsule", "capsule",
                    "inhaler", "puff",
                    "drops", "drop",
                    "sachet", "sachet",
                    "suppository", "suppository",
                    "patch", "patch",
                    "cream", "application",
                    "ointment", "application",
                    "spray", "spray");

    private UnitOfForm() {}

    /// A form is often more than a word: "gastro-resistant tablet", "oral suspension". Empty where it does not tell.
    static String of(String form) {
        if (form.matches(".*(syrup|suspension|solution|elixir)") && !form.contains("injection")) {
            return "ml";
        }
        if (form.equals("inhalation powder")) {
            return "puff";
        }
        return UNITS.getOrDefault(form.substring(form.lastIndexOf(' ') + 1), "");
    }
}
