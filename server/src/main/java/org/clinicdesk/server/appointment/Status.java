package org.clinicdesk.server.appointment;

import java.util.Set;

/// Where a visit stands in its life; FHIR AppointmentStatus, with the time in the room told apart. [Transition] says which
/// way leads where.
public enum Status {
    /// Asked for, its time kept, not agreed yet.
    REQUESTED,
    BOOKED,
    ARRIVED,
    IN_ROOM,
    FULFILLED,
    CANCELLED,
    NO_SHOW;

    /// Those still to come or going on.
    static final Set<Status> AHEAD = Set.of(REQUESTED, BOOKED, ARRIVED, IN_ROOM);

    /// Those for which nobody has come yet.
    static final Set<Status> EXPECTED = Set.of(REQUESTED, BOOKED);

    /// Those whose person is in the house.
    static final Set<Status> HERE = Set.of(ARRIVED, IN_ROOM);

    /// Whether a visit that stands here has its time and its resources. Who did not come leaves the rest of it to others.
    boolean keepsTime() {
        return this != CANCELLED && this != NO_SHOW;
    }
}
