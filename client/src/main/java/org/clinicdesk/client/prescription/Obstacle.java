package org.clinicdesk.client.prescription;

/// What stands in the way of a signature, first thing first.
enum Obstacle {
    /// There is no line.
    EMPTY,
    /// Something is typed and not added: signing now would leave it out.
    NOT_ADDED,
    CHECKING,
    /// The same, and the key that signs was pressed already.
    SIGNS_NEXT,
    /// The server did not answer the check.
    NOT_CHECKED,
    /// A finding that interrupts has no coded reason.
    UNANSWERED,
    SIGNING,
    NONE
}
