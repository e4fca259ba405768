package org.clinicdesk.server.visit;

import org.clinicdesk.server.platform.Reason;

/// Why something about a visit is refused.
public enum VisitRefusal implements Reason {
    /// The visit is over: its notes stand.
    FINISHED,
    /// Hardly anybody of the person's age weighs so much, or so little: whoever measured is to be asked.
    WEIGHT_UNLIKELY,
    /// There is neither a diagnosis nor a plan.
    NO_ASSESSMENT,
    /// The visit is of another practitioner, and the caller is no head doctor.
    NOT_YOURS
}
