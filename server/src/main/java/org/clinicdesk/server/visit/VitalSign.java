package org.clinicdesk.server.visit;

import org.clinicdesk.server.record.Coding;
import org.clinicdesk.server.record.Measured;

import java.math.BigDecimal;
import java.util.function.ToDoubleFunction;

/// The vital signs with their LOINC codes and UCUM units, as FHIR's vital signs profiles have them.
public enum VitalSign {
    SYSTOLIC("8480-6", "Systolic blood pressure", "mm[Hg]", Vitals::systolic),
    DIASTOLIC("8462-4", "Diastolic blood pressure", "mm[Hg]", Vitals::diastolic),
    PULSE("8867-4", "Heart rate", "/min", Vitals::pulse),
    TEMPERATURE("8310-5", "Body temperature", "Cel", Vitals::temperature),
    RESPIRATION("9279-1", "Respiratory rate", "/min", Vitals::respiration),
    OXYGEN_SATURATION(
            "59408-5", "Oxygen saturation by pulse oximetry", "%", Vitals::oxygenSaturation),
    WEIGHT("29463-7", "Body weight", "kg", Vitals::weight),
    HEIGHT("8302-2", "Body height", "cm", Vitals::height);

    private final String loinc;
    private final String display;
    private final String unit;
    private final ToDoubleFunction<Vitals> value;

    VitalSign(String loinc, String display, String unit, ToDoubleFunction<Vitals> value) {
        this.loinc = loinc;
        this.display = display;
        this.unit = unit;
        this.value = value;
    }

    public Coding code() {
        return new Coding(Coding.LOINC, loinc, display);
    }

    /// Whether there is a value that was not there before.
    boolean measured(Vitals before, Vitals now) {
        return value.applyAsDouble(now) != 0
                && value.applyAsDouble(now) != value.applyAsDouble(before);
    }

    Measured of(Vitals vitals) {
        return of(value.applyAsDouble(vitals));
    }

    /// @param number in the sign's unit
    public Measured of(double number) {
        return new Measured(
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString(), number, unit);
    }
}
