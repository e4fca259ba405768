package org.clinicdesk.client.prescription;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.clinicdesk.drug.v1.Medicine;
import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Timing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The line being typed. Nothing of the dosage is filled in that was not typed, except what follows from the product: its
/// unit and its route.
final class LineDraft {

    static final List<String> UNITS =
            List.of(
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
    static final List<String> ROUTES =
            List.of(
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

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_INSTRUCTIONS = 500;
    private static final Map<String, String> UNIT_OF_FORM =
            Map.of(
                    "tablet",
                    "tablet",
                    "capsule",
                    "capsule",
                    "inhaler",
                    "puff",
                    "syrup",
                    "ml",
                    "suspension",
                    "ml",
                    "solution",
                    "ml",
                    "drops",
                    "drop",
                    "sachet",
                    "sachet",
                    "cream",
                    "application",
                    "ointment",
                    "application");

    private final StringProperty medicine = new SimpleStringProperty("");
    private final StringProperty dose = new SimpleStringProperty("");
    private final StringProperty unit = new SimpleStringProperty("");
    private final StringProperty times = new SimpleStringProperty("");
    private final BooleanProperty asNeeded = new SimpleBooleanProperty();
    private final StringProperty days = new SimpleStringProperty("");
    private final StringProperty route = new SimpleStringProperty("");
    private final StringProperty quantity = new SimpleStringProperty("");
    private final StringProperty instructions = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
    private final ObservableMap<String, String> errors = FXCollections.observableHashMap();
    private String medicineId = "";
    private String computed = "";

    LineDraft() {
        medicine.addListener((property, before, now) -> unsettle());
        List.of(dose, unit, times, days)
                .forEach(part -> part.addListener((property, before, now) -> compute()));
        Map.of(
                        "medicine",
                        medicine,
                        "dose",
                        dose,
                        "unit",
                        unit,
                        "times",
                        times,
                        "days",
                        days,
                        "route",
                        route,
                        "quantity",
                        quantity,
                        "instructions",
                        instructions)
                .forEach((name, part) ->
                        part.addListener((property, before, now) -> errors.remove(name)));
    }

    StringProperty medicine() {
        return medicine;
    }

    StringProperty dose() {
        return dose;
    }

    StringProperty unit() {
        return unit;
    }

    StringProperty times() {
        return times;
    }

    BooleanProperty asNeeded() {
        return asNeeded;
    }

    StringProperty days() {
        return days;
    }

    StringProperty route() {
        return route;
    }

    StringProperty quantity() {
        return quantity;
    }

    StringProperty instructions() {
        return instructions;
    }

    /// What is wrong, by field; the value is the last part of a text key.
    ObservableMap<String, String> errors() {
        return errors;
    }

    /// Whether the medicine was chosen, from the list or as written.
    boolean settled() {
        return settled.get();
    }

    ReadOnlyBooleanProperty settledProperty() {
        return settled.getReadOnlyProperty();
    }

    /// Whether the medicine is known to the checks.
    boolean known() {
        return !medicineId.isEmpty();
    }

    boolean isEmpty() {
        return List.of(medicine, dose, times, days, quantity, instructions).stream()
                .allMatch(part -> part.get().isBlank());
    }

    void choose(Medicine chosen) {
        medicine.set(chosen.getName());
        medicineId = chosen.getId();
        unit.set(UNIT_OF_FORM.getOrDefault(chosen.getForm(), ""));
        route.set(chosen.getRoute());
        settled.set(true);
    }

    /// Takes the text for a medicine that the knowledge does not have: it goes unchecked, and the checks say so.
    void chooseAsWritten() {
        if (!medicine.get().isBlank()) {
            medicineId = "";
            settled.set(true);
        }
    }

    private void unsettle() {
        medicineId = "";
        settled.set(false);
    }

    /// A quantity that somebody typed stays.
    private void compute() {
        var mine = quantity.get().isBlank() || quantity.get().equals(computed);
        var now = Amounts.quantity(dose.get(), unit.get(), times.get(), days.get());
        computed = now.isPresent() ? Integer.toString(now.getAsInt()) : "";
        if (mine) {
            quantity.set(computed);
        }
    }

    /// What follows from the dosage, when something else stands there.
    Optional<String> otherQuantity() {
        return computed.isEmpty() || computed.equals(quantity.get().strip())
                ? Optional.empty()
                : Optional.of(computed);
    }

    /// The line, when nothing is wrong with it; else [#errors] says what.
    Optional<OrderLine> line() {
        errors.clear();
        need("medicine", settled.get(), medicine.get().isBlank() ? "missing" : "choose");
        need("medicine", medicine.get().strip().length() <= LONGEST_NAME, "long");
        need("dose", Amounts.dose(dose.get()).isPresent(), "dose");
        need("unit", !unit.get().isBlank(), "missing");
        need("times", Amounts.whole(times.get(), 1, 24).isPresent(), "times");
        need("days", Amounts.whole(days.get(), 0, 365).isPresent(), "days");
        need("route", !route.get().isBlank(), "missing");
        need("quantity", Amounts.whole(quantity.get(), 1, 9999).isPresent(), "quantity");
        need("instructions", instructions.get().strip().length() <= LONGEST_INSTRUCTIONS, "long");
        return errors.isEmpty()
                ? Optional.of(
                        order(dosage().orElseThrow(), Integer.parseInt(quantity.get().strip())))
                : Optional.empty();
    }

    private void need(String field, boolean right, String error) {
        if (!right) {
            errors.putIfAbsent(field, error);
        }
    }

    /// The dosage, as soon as it is complete.
    Optional<Dosage> dosage() {
        var amount = Amounts.dose(dose.get());
        var daily = Amounts.whole(times.get(), 1, 24);
        var course = Amounts.whole(days.get(), 0, 365);
        if (amount.isEmpty()
                || daily.isEmpty()
                || course.isEmpty()
                || unit.get().isBlank()
                || route.get().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                Dosage.newBuilder()
                        .setDose(amount.get().doubleValue())
                        .setUnit(unit.get())
                        .setTiming(Timing.newBuilder().setTimesADay(daily.getAsInt()))
                        .setAsNeeded(asNeeded.get())
                        .setDays(course.getAsInt())
                        .setRoute(route.get())
                        .setInstructions(instructions.get().strip())
                        .build());
    }

    /// What can be checked already: the medicine and its route. The dosage plays no part in what is found.
    Optional<OrderLine> checkable() {
        if (!settled.get() || medicine.get().strip().length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var known =
                Dosage.newBuilder()
                        .setDose(1)
                        .setUnit("unit")
                        .setTiming(Timing.newBuilder().setTimesADay(1));
        known.setRoute(route.get().isBlank() ? "unknown" : route.get());
        return Optional.of(order(known.build(), 1));
    }

    private OrderLine order(Dosage dosage, int units) {
        return OrderLine.newBuilder()
                .setMedicineId(medicineId)
                .setMedicine(medicine.get().strip())
                .setDosage(dosage)
                .setQuantity(units)
                .build();
    }

    void load(OrderLine line) {
        clear();
        medicine.set(line.getMedicine());
        dose.set(Amounts.plain(line.getDosage().getDose()));
        unit.set(line.getDosage().getUnit());
        times.set(Integer.toString(line.getDosage().getTiming().getTimesADay()));
        asNeeded.set(line.getDosage().getAsNeeded());
        days.set(Integer.toString(line.getDosage().getDays()));
        route.set(line.getDosage().getRoute());
        quantity.set(Integer.toString(line.getQuantity()));
        instructions.set(line.getDosage().getInstructions());
        medicineId = line.getMedicineId();
        settled.set(true);
    }

    void clear() {
        List.of(medicine, dose, unit, times, days, route, quantity, instructions)
                .forEach(part -> part.set(""));
        asNeeded.set(false);
        errors.clear();
    }
}
