package org.clinicdesk.client.appointment;

/// What the keyboard is at.
///
/// @param columnId of the [Column]
/// @param minute the first minute of a slot
/// @param visitId the visit chosen there by hand; empty on a free slot, and after the chosen one went away
record Cursor(String columnId, int minute, String visitId) {

    static final Cursor NOWHERE = new Cursor("", 0, "");

    boolean isNowhere() {
        return columnId.isEmpty();
    }
}
