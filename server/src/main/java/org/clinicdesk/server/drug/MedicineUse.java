package org.clinicdesk.server.drug;

import java.util.List;

/// A medicine as ordered or taken. `medicineId` is `product:...` or `ing:...`, empty when it was written freely; `text`
/// is as written; `ingredients` are names in any spelling, empty when only the id or the text tells; `route` may be
/// empty.
public record MedicineUse(
        String medicineId, String text, List<String> ingredients, String route, Dosing dosing) {
    public MedicineUse {
        ingredients = List.copyOf(ingredients);
    }

    /// Without a dose.
    public MedicineUse(String medicineId, String text, List<String> ingredients, String route) {
        this(medicineId, text, ingredients, route, Dosing.NOT_SAID);
    }

    /// A medicine of the formulary, or an ingredient, by its id.
    public static MedicineUse ofId(String medicineId, String text, String route) {
        return new MedicineUse(medicineId, text, List.of(), route);
    }

    /// A medicine written as free text.
    public static MedicineUse ofText(String text) {
        return new MedicineUse("", text, List.of(), "");
    }

    MedicineUse called(String name) {
        return new MedicineUse(medicineId, name, ingredients, route, dosing);
    }

    public MedicineUse with(Dosing other) {
        return new MedicineUse(medicineId, text, ingredients, route, other);
    }
}
