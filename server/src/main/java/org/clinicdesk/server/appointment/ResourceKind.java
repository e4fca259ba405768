package org.clinicdesk.server.appointment;

import java.util.Locale;

/// What a visit keeps busy. In this order a conflict is told: without the doctor no room helps.
public enum ResourceKind {
    PRACTITIONER,
    ROOM,
    EQUIPMENT,
    PATIENT;

    /// As the contract calls it.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
