package org.clinicdesk.server.visit;

/// How far a visit is.
public enum VisitState {
    OPEN,
    FINISHED,
    /// The call was undone before anything was written.
    WITHDRAWN
}
