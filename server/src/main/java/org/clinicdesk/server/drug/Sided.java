package org.clinicdesk.server.drug;

/// What holds for two sides: a rule or an exception.
sealed interface Sided permits DdiRule, DdiOverride {
    Sides sides();
}
