package org.clinicdesk.server.prescription;

import org.clinicdesk.server.platform.Reason;

/// Why something about a prescription is refused.
public enum PrescriptionRefusal implements Reason {
    /// A finding that interrupts has no coded reason; metadata `keys`, one a line (the first few), and `count`.
    UNANSWERED_FINDINGS,
    /// What the person takes changed since the check.
    MEDICATIONS_CHANGED,
    /// The line was stopped, or its days are over; or there is no line left to print.
    ALREADY_OVER,
    /// Something of it was handed out.
    ALREADY_DISPENSED
}
