package org.clinicdesk.server.prescription;

/// Why a doctor or a pharmacist goes on in spite of a finding.
public enum OverrideReason {
    /// The benefit outweighs the risk, and the person will be watched.
    BENEFIT_WITH_MONITORING,
    TOLERATED_BEFORE,
    /// The other medicine is stopped or paused.
    OTHER_STOPPED,
    NO_ALTERNATIVE,
    RECORD_WRONG,
    SPECIALIST_ADVICE,
    /// The prescriber was asked.
    PRESCRIBER_AGREED,
    /// Away when it is due.
    AWAY,
    /// Lost or spoilt.
    LOST,
    DOSE_RAISED
}
