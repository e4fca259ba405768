package org.clinicdesk.client.visit;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clinicdesk.visit.v1.Vitals;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Vital signs while they are typed. What was not measured is empty.
final class VitalsDraft {

    private final Map<Sign, StringProperty> typed = new EnumMap<>(Sign.class);

    VitalsDraft() {
        for (var sign : Sign.values()) {
            typed.put(sign, new SimpleStringProperty(""));
        }
    }

    StringProperty text(Sign sign) {
        return Objects.requireNonNull(typed.get(sign));
    }

    void onTyped(Runnable heard) {
        typed.values().forEach(text -> text.addListener(change -> heard.run()));
    }

    /// Puts one set of values in place of another; a field in which nothing changes keeps what is typed into it, wrong or
    /// not.
    void show(Vitals before, Vitals now) {
        typed.forEach((sign, text) -> {
            if (!before.getField(sign.descriptor()).equals(now.getField(sign.descriptor()))) {
                text.set(sign.write(now));
            }
        });
    }

    /// The signs typed; where one cannot be right, what was there before.
    Vitals over(Vitals before) {
        var vitals = before.toBuilder();
        typed.forEach((sign, text) -> {
            if (valid(sign)) {
                sign.read(text.get()).ifPresent(value -> sign.put(vitals, value));
            }
        });
        return vitals.build();
    }

    boolean valid() {
        return Stream.of(Sign.values()).allMatch(this::valid);
    }

    /// Whether what is typed can be right. A diastolic pressure that is not below the systolic one cannot.
    boolean valid(Sign sign) {
        var value = sign.read(text(sign).get());
        if (value.isEmpty()) {
            return false;
        }
        if (sign != Sign.DIASTOLIC || value.getAsDouble() == 0) {
            return true;
        }
        var systolic = Sign.SYSTOLIC.read(text(Sign.SYSTOLIC).get()).orElse(0);
        return systolic == 0 || value.getAsDouble() < systolic;
    }
}
