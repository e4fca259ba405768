package org.clinicdesk.server.drug;

/// How a finding is shown, least intrusive first.
public enum Tier {
    /// In the details only.
    DETAIL,
    /// Beside the order, without an answer.
    PASSIVE,
    /// Stops the signing until it is answered.
    INTERRUPTIVE;

    static Tier of(Level level) {
        return switch (level) {
            case MINOR -> DETAIL;
            case MODERATE -> PASSIVE;
            case MAJOR, CONTRAINDICATED -> INTERRUPTIVE;
        };
    }
}
