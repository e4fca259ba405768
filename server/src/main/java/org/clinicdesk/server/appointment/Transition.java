package org.clinicdesk.server.appointment;

import static org.clinicdesk.server.appointment.Status.ARRIVED;
import static org.clinicdesk.server.appointment.Status.BOOKED;
import static org.clinicdesk.server.appointment.Status.CANCELLED;
import static org.clinicdesk.server.appointment.Status.FULFILLED;
import static org.clinicdesk.server.appointment.Status.IN_ROOM;
import static org.clinicdesk.server.appointment.Status.NO_SHOW;
import static org.clinicdesk.server.appointment.Status.REQUESTED;

import org.clinicdesk.server.platform.Problem.Refusal;

import java.util.Set;

/// Every way from one status to another. What is not here does not happen, but for [Undoing], which goes back to what the
/// history says.
enum Transition {
    ACCEPT(Set.of(REQUESTED), BOOKED, AppointmentRefusal.ALREADY_OVER),
    CANCEL(Set.of(REQUESTED, BOOKED, ARRIVED), CANCELLED, AppointmentRefusal.ALREADY_OVER),
    RESCHEDULE(Set.of(REQUESTED, BOOKED, ARRIVED), CANCELLED, AppointmentRefusal.NOT_MOVABLE),
    REINSTATE(Set.of(CANCELLED, NO_SHOW), BOOKED, AppointmentRefusal.NOT_CANCELLED),
    ARRIVE(Set.of(REQUESTED, BOOKED), ARRIVED, AppointmentRefusal.ALREADY_ARRIVED),
    /// Somebody who was given up.
    ARRIVE_AFTER_ALL(Set.of(NO_SHOW, CANCELLED), ARRIVED, AppointmentRefusal.ALREADY_ARRIVED),
    UNDO_ARRIVAL(Set.of(ARRIVED), BOOKED, AppointmentRefusal.NOT_WAITING),
    ENTER_ROOM(Set.of(ARRIVED), IN_ROOM, AppointmentRefusal.NOT_WAITING),
    LEAVE_ROOM(Set.of(IN_ROOM), ARRIVED, AppointmentRefusal.NOT_WAITING),
    FULFIL(Set.of(IN_ROOM), FULFILLED, AppointmentRefusal.ALREADY_OVER),
    /// Nobody checked him in, and he was there.
    ATTEND(Set.of(REQUESTED, BOOKED), FULFILLED, AppointmentRefusal.ALREADY_OVER),
    MISS(Set.of(REQUESTED, BOOKED), NO_SHOW, AppointmentRefusal.ALREADY_OVER);

    private final Set<Status> from;
    private final Status to;
    private final AppointmentRefusal otherwise;

    Transition(Set<Status> from, Status to, AppointmentRefusal otherwise) {
        this.from = from;
        this.to = to;
        this.otherwise = otherwise;
    }

    /// Where it leads. @throws Refusal when there is no such way from there
    Status from(Status status) {
        if (!from.contains(status)) {
            throw new Refusal(this == ARRIVE ? notArriving(status) : otherwise);
        }
        return to;
    }

    private static AppointmentRefusal notArriving(Status status) {
        return switch (status) {
            case CANCELLED -> AppointmentRefusal.CANCELLED;
            case IN_ROOM -> AppointmentRefusal.IN_ROOM;
            case FULFILLED -> AppointmentRefusal.ALREADY_SEEN;
            case REQUESTED, BOOKED, ARRIVED, NO_SHOW -> AppointmentRefusal.ALREADY_ARRIVED;
        };
    }
}
