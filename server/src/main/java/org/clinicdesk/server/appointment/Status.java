package org.clinicdesk.server.appointment;

import java.util.Set;

/// Where a visit stands in its life; FHIR AppointmentStatus, with the time in the room told apart.
public enum Status {
    BOOKED,
    ARRIVED,
    IN_ROOM,
    FULFILLED,
    CANCELLED,
    NO_SHOW;

    /// Those still to come or going on.
    static final Set<Status> AHEAD = Set.of(BOOKED, ARRIVED, IN_ROOM);
}
