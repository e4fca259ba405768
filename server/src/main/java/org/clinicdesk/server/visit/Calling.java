package org.clinicdesk.server.visit;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.queue.QueueRefusal;
import org.clinicdesk.server.queue.StayChanged;
import org.clinicdesk.server.queue.StayState;

/// Whoever is called into a room begins a visit; a call that is undone takes the visit back, unless something was
/// written in it.
final class Calling {

    private final Visits visits;

    private Calling(Visits visits) {
        this.visits = visits;
    }

    static void follow(QueueEntries queue, Visits visits) {
        queue.onChange(new Calling(visits)::changed);
    }

    private void changed(StayChanged change) {
        if (change.entry().state() == StayState.IN_ROOM) {
            visits.open(opening(change));
        } else if (change.entry().state() == StayState.WAITING && !withdrawn(change)) {
            throw new Refusal(QueueRefusal.VISIT_WRITTEN);
        }
    }

    private boolean withdrawn(StayChanged change) {
        return visits.withdraw(change.entry().visitId().orElseThrow(), change.at());
    }

    private static Opening opening(StayChanged change) {
        QueueEntry entry = change.entry();
        return new Opening(
                entry.visitId().orElseThrow(),
                entry.patientId(),
                entry.practitionerId(),
                entry.siteId(),
                entry.id(),
                entry.appointmentId().orElse(null),
                entry.reason(),
                change.at());
    }
}
