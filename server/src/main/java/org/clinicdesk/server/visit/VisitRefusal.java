package org.clinicdesk.server.visit;

import org.clinicdesk.server.platform.Reason;

/// Why something about a visit is refused.
public enum VisitRefusal implements Reason {
    /// The visit is over: its notes stand.
    FINISHED,
    /// There is neither a diagnosis nor a plan.
    NO_ASSESSMENT,
    /// The visit is of another practitioner, and the caller is no head doctor.
    NOT_YOURS
}
