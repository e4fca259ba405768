package org.clinicdesk.server.patient;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// Somebody as a list shows him.
///
/// @param phone the first one told; empty when there is none
/// @param lastVisit null when there was none
public record Hit(
        UUID id,
        String number,
        PersonName name,
        PartialDate birthDate,
        boolean birthDateEstimated,
        Gender gender,
        String phone,
        @Nullable LocalDate lastVisit,
        boolean active,
        boolean deceased) {

    static Hit of(Patient patient) {
        return new Hit(
                patient.id(),
                patient.number(),
                patient.name(),
                patient.birthDate(),
                patient.birthDateEstimated(),
                patient.gender(),
                patient.phones().stream().findFirst().orElse(""),
                patient.lastVisit().orElse(null),
                patient.active(),
                patient.deceased());
    }
}
