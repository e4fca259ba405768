package org.clinicdesk.client.appointment;

/// How far the board looks.
enum Reach {
    DAY,
    WEEK
}
