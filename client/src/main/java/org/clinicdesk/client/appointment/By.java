package org.clinicdesk.client.appointment;

/// What the columns of the board are told apart by.
enum By {
    DOCTOR,
    ROOM
}
