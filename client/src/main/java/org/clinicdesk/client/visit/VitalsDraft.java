package org.clinicdesk.client.visit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.clinicdesk.visit.v1.Vitals;

/// Vital signs while they are typed. What was not measured is empty.
final class VitalsDraft {

    /// A vital sign: its field in the contract and its unit.
    enum Sign {
        SYSTOLIC("systolic", "mmHg"),
        DIASTOLIC("diastolic", "mmHg"),
        PULSE("pulse", "/min"),
        TEMPERATURE("temperature", "°C"),
        RESPIRATION("respiration", "/min"),
        OXYGEN_SATURATION("oxygen_saturation", "%"),
        WEIGHT("weight", "kg"),
        HEIGHT("height", "cm");

        private final String field;
        private final String unit;

        Sign(String field, String unit) {
            this.field = field;
            this.unit = unit;
        }

        String field() {
            return field;
        }

        String unit() {
            return unit;
        }
    }

    private final Map<Sign, StringProperty> typed = new LinkedHashMap<>();

    VitalsDraft() {
        for (var sign : Sign.values()) {
            typed.put(sign, new SimpleStringProperty(""));
        }
    }

    StringProperty text(Sign sign) {
        return typed.get(sign);
    }

    void onTyped(Runnable heard) {
        typed.values().forEach(text -> text.addListener(change -> heard.run()));
    }

    void load(Vitals vitals) {
        typed.forEach((sign, text) -> {
            var value = ((Number) vitals.getField(descriptor(sign))).doubleValue();
            text.set(value == 0 ? "" : value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
        });
    }

    /// The signs typed; empty while one of them is no number, or none that a person can have.
    Optional<Vitals> build() {
        var vitals = Vitals.newBuilder();
        for (var sign : Sign.values()) {
            if (!valid(sign)) {
                return Optional.empty();
            }
            var number = number(sign);
            var integer = descriptor(sign).getJavaType() == com.google.protobuf.Descriptors.FieldDescriptor.JavaType.INT;
            vitals.setField(descriptor(sign), integer ? (Object) (int) number : (Object) number);
        }
        return Optional.of(vitals.build());
    }

    /// Whether what is typed can be one.
    boolean valid(Sign sign) {
        var number = number(sign);
        return number >= 0 && number <= most(sign);
    }

    /// The limits are those of the contract.
    private static double most(Sign sign) {
        return switch (sign) {
            case SYSTOLIC, PULSE -> 300;
            case DIASTOLIC -> 200;
            case TEMPERATURE -> 45;
            case RESPIRATION, OXYGEN_SATURATION -> 100;
            case WEIGHT -> 500;
            case HEIGHT -> 260;
        };
    }

    private double number(Sign sign) {
        var text = typed.get(sign).get().strip().replace(',', '.');
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static com.google.protobuf.Descriptors.FieldDescriptor descriptor(Sign sign) {
        return Vitals.getDescriptor().findFieldByName(sign.field());
    }
}
