package org.clinicdesk.client.prescription;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.clinicdesk.drug.v1.Medicine;
import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.OrderLine;
import org.jspecify.annotations.Nullable;

/// A line while it is written. The quantity follows from dose, times and days until somebody types another.
final class LineDraft {

    private final StringProperty medicine = new SimpleStringProperty("");
    private final StringProperty dose = new SimpleStringProperty("1");
    private final StringProperty unit = new SimpleStringProperty("tablet");
    private final StringProperty times = new SimpleStringProperty("1");
    private final StringProperty days = new SimpleStringProperty("7");
    private final StringProperty route = new SimpleStringProperty("oral");
    private final StringProperty quantity = new SimpleStringProperty("");
    private final StringProperty instructions = new SimpleStringProperty("");
    private final BooleanProperty asNeeded = new SimpleBooleanProperty();
    private @Nullable Medicine chosen;
    private boolean computing;
    private boolean ownQuantity;

    LineDraft() {
        for (var text : new StringProperty[] {dose, times, days}) {
            text.addListener(change -> compute());
        }
        quantity.addListener(change -> ownQuantity |= !computing);
        compute();
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

    BooleanProperty asNeeded() {
        return asNeeded;
    }

    /// Takes a medicine of the list; its form and route are proposed.
    void choose(Medicine found) {
        chosen = found;
        medicine.set(found.getName());
        if (!found.getForm().isEmpty()) {
            unit.set(found.getForm());
        }
        if (!found.getRoute().isEmpty()) {
            route.set(found.getRoute());
        }
    }

    private void compute() {
        if (ownQuantity) {
            return;
        }
        computing = true;
        var units = number(dose) * number(times) * number(days);
        quantity.set(units > 0 ? Long.toString((long) Math.ceil(units)) : "");
        computing = false;
    }

    /// The line, when it is whole. A name that was typed on is a free text that no check knows.
    Optional<OrderLine> build() {
        var name = medicine.get().strip();
        var known = chosen != null && chosen.getName().equals(name);
        if (name.isEmpty()
                || number(dose) <= 0
                || number(times) < 1
                || number(days) < 0
                || number(quantity) < 1
                || unit.get().isBlank()
                || route.get().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(OrderLine.newBuilder()
                .setMedicineId(known ? chosen.getId() : "")
                .setMedicine(name)
                .setQuantity((int) number(quantity))
                .setDosage(Dosage.newBuilder()
                        .setDose(number(dose))
                        .setUnit(unit.get().strip())
                        .setTimesADay((int) number(times))
                        .setDays((int) number(days))
                        .setAsNeeded(asNeeded.get())
                        .setRoute(route.get().strip())
                        .setInstructions(instructions.get().strip()))
                .build());
    }

    /// Starts over for the next line.
    void clear() {
        chosen = null;
        ownQuantity = false;
        medicine.set("");
        dose.set("1");
        times.set("1");
        days.set("7");
        instructions.set("");
        asNeeded.set(false);
        compute();
    }

    private static double number(StringProperty text) {
        try {
            var typed = text.get().strip().replace(',', '.');
            return typed.isEmpty() ? 0 : Double.parseDouble(typed);
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
