package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Span;

import java.util.List;
import java.util.UUID;

/// A doctor is not kept busy any more by a visit that was cancelled, moved or rescheduled: an event, inside the transaction
/// of the change. Whether the time is free then, and all of it, is for the listener to ask.
///
/// @param visit as it is after the change
/// @param span when it was before
public record TimeFreed(Appointment visit, UUID practitionerId, Span span) {

    /// What a change gave up.
    static List<TimeFreed> between(Standing before, Appointment visit) {
        var after = visit.standing();
        if (!before.status().keepsTime()) {
            return List.of();
        }
        return before.practitioners().stream()
                .filter(doctor ->
                        !after.status().keepsTime()
                                || !after.span().contains(before.span())
                                || !after.practitioners().contains(doctor))
                .map(doctor -> new TimeFreed(visit, doctor, before.span()))
                .toList();
    }

    /// Whether the visit had been booked by mistake, so that nobody gave anything up.
    public boolean mistaken() {
        return visit.cancelReason().filter(CancelReason.MISTAKE::equals).isPresent();
    }
}
