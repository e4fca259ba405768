package org.clinicdesk.server.visit;

import jakarta.persistence.Embeddable;

/// Vital signs; 0 was not measured. Units: [VitalSign].
@Embeddable
public record Vitals(
        int systolic,
        int diastolic,
        int pulse,
        double temperature,
        int respiration,
        int oxygenSaturation,
        double weight,
        double height) {

    static final Vitals NONE = new Vitals(0, 0, 0, 0, 0, 0, 0, 0);
}
