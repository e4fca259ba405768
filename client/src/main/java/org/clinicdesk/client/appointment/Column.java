package org.clinicdesk.client.appointment;

import java.util.List;

/// One practitioner's day.
///
/// @param hours when visits can be booked, in order
record Column(String id, String name, String specialty, List<Minutes> hours) {

    boolean works(Minutes time) {
        return hours.stream().anyMatch(span -> span.contains(time));
    }

    int minutesOfWork() {
        return hours.stream().mapToInt(Minutes::length).sum();
    }
}
