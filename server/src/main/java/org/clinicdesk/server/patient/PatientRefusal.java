package org.clinicdesk.server.patient;

import org.clinicdesk.server.platform.Reason;

/// Why something about a person's registration is refused.
public enum PatientRefusal implements Reason {
    /// Somebody alike is registered, and the desk has not said that it is somebody else.
    LIKELY_DUPLICATE,
    /// The national identifier belongs to another person.
    IDENTIFIER_TAKEN,
    /// The person is recorded as dead: nothing more is booked, prescribed or handed out.
    DECEASED
}
