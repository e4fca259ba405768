package org.clinicdesk.server.record;

import org.clinicdesk.server.platform.Reason;

/// Why something about the record is refused.
public enum RecordRefusal implements Reason {
    /// The same allergy stands in the record.
    ALREADY_RECORDED,
    /// The allergy was struck out before.
    ALREADY_STRUCK,
    /// That he was asked was taken back before.
    ALREADY_TAKEN_BACK,
    /// Other allergies hold than those the caller asked about.
    ALLERGIES_CHANGED
}
