package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.queue.v1.QueueEntry;

import java.util.Comparator;
import java.util.Optional;

/// Somebody in the waiting room.
///
/// @param id of his visit, or of his place in the queue
/// @param visit empty when he came without an appointment
/// @param practitionerId empty while he waits for whoever is free first
record Waiter(
        String id,
        String person,
        Timestamp since,
        Optional<Appointment> visit,
        String practitionerId,
        String ticket) {

    static final Comparator<Waiter> FIRST_COME =
            Comparator.comparing((Waiter one) -> Day.instant(one.since)).thenComparing(Waiter::id);

    static Waiter of(Appointment visit) {
        return new Waiter(
                visit.getId(),
                visit.getPerson().getName(),
                visit.getArrivedAt(),
                Optional.of(visit),
                visit.getPractitionerId(),
                visit.getTicket());
    }

    static Waiter of(QueueEntry walkIn) {
        return new Waiter(
                walkIn.getId(),
                walkIn.getPerson().getName(),
                walkIn.getSince(),
                Optional.empty(),
                walkIn.getPractitionerId(),
                walkIn.getTicket());
    }
}
