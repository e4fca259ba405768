package org.clinicdesk.server.appointment;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What a visit that keeps its time is for in truth.
///
/// @param practitioners beside the first
/// @param equipment asked for by name
/// @param early so long before the start the person is asked to be there
record Correction(
        UUID service,
        String reason,
        List<UUID> practitioners,
        List<UUID> equipment,
        Duration early) {

    /// Whether a visit takes the same people and things with it as without.
    boolean keepsSame(Appointment visit) {
        return service.equals(visit.serviceId())
                && Set.copyOf(practitioners)
                        .equals(Set.copyOf(visit.others().ids(ResourceKind.PRACTITIONER)))
                && Set.copyOf(equipment)
                        .equals(Set.copyOf(visit.others().ids(ResourceKind.EQUIPMENT)));
    }

    boolean changes(Appointment visit) {
        return !keepsSame(visit) || !reason.equals(visit.reason()) || !early.equals(visit.early());
    }

    void write(Appointment visit) {
        visit.correct(service, reason, early);
    }
}
