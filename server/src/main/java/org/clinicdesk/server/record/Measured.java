package org.clinicdesk.server.record;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/// What an observation found.
///
/// @param shown as it is shown, without the unit: "72.5", "120/80", a word
/// @param number null when it is no number
/// @param unit UCUM; empty when there is none
@Embeddable
public record Measured(String shown, @Nullable Double number, String unit) {}
