package org.clinicdesk.client.visit;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;

import org.clinicdesk.visit.v1.Vitals;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// A vital sign: its field in the contract, its unit, and what a living person can have.
///
/// The upper limits are those of the contract. The lower ones are wider than any patient of a clinic, and are there so that
/// a figure typed half, `1` of `120`, is not kept in the pause between two keys.
enum Sign {
    SYSTOLIC("systolic", "mmHg", 30, 300),
    DIASTOLIC("diastolic", "mmHg", 10, 200),
    PULSE("pulse", "/min", 15, 300),
    TEMPERATURE("temperature", "°C", 20, 45),
    RESPIRATION("respiration", "/min", 3, 100),
    OXYGEN_SATURATION("oxygen_saturation", "%", 20, 100),
    WEIGHT("weight", "kg", 0.3, 500),
    HEIGHT("height", "cm", 20, 260);

    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");

    private final String field;
    private final String unit;
    private final double least;
    private final double most;

    Sign(String field, String unit, double least, double most) {
        this.field = field;
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    String field() {
        return field;
    }

    String unit() {
        return unit;
    }

    FieldDescriptor descriptor() {
        return Vitals.getDescriptor().findFieldByName(field);
    }

    boolean whole() {
        return descriptor().getJavaType() == JavaType.INT;
    }

    /// What was typed, with a point or a comma; 0 for nothing, empty for what cannot be right.
    OptionalDouble read(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return OptionalDouble.of(0);
        }
        if (!(whole() ? WHOLE : DECIMAL).matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        var number = Double.parseDouble(text.replace(',', '.'));
        return number >= least && number <= most
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }

    /// The value as it is typed; nothing for what was not measured.
    String write(Vitals vitals) {
        var value = ((Number) vitals.getField(descriptor())).doubleValue();
        return value == 0
                ? ""
                : value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    void put(Vitals.Builder vitals, double value) {
        vitals.setField(descriptor(), whole() ? (Object) (int) value : (Object) value);
    }
}
