package org.clinicdesk.server.replan;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.CancelReason;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// A visit that an absence hits or hit, and what became of it.
///
/// @param visit the one that was hit
/// @param practitioner with whom it was then
/// @param span when it was then
/// @param latest the visit as it is now: the same, or the one that took its place
/// @param answer what was decided here; null when nothing was, or it was decided elsewhere
/// @param notice null when nobody tried to tell the person
record Row(
        Appointment visit,
        UUID practitioner,
        Span span,
        Appointment latest,
        State state,
        @Nullable ReplanAnswer answer,
        @Nullable ReplanNotice notice) {

    /// Where it stands.
    enum State {
        OPEN,
        MOVED,
        KEPT,
        CANCELLED,
        PINNED
    }

    /// What the person has to know, as one text: two are equal when they mean the same.
    String outcome() {
        return switch (state) {
            case PINNED, CANCELLED -> state.name();
            case OPEN, KEPT, MOVED -> latest.span().start() + " " + latest.practitionerId();
        };
    }

    /// Whether the person has to know something, or was told something.
    boolean concernsPerson() {
        return notice != null && notice.toldAnything()
                || switch (state) {
                    case PINNED -> true;
                    case CANCELLED ->
                            latest.cancelReason().filter(CancelReason.PATIENT::equals).isEmpty();
                    case MOVED ->
                            !latest.span().start().equals(span.start())
                                    || !latest.practitionerId().equals(practitioner);
                    case OPEN, KEPT -> false;
                };
    }

    /// Whether he knows it.
    boolean told() {
        return notice != null && notice.told(outcome());
    }

    /// Whether he was tried and not reached about it.
    boolean missed() {
        return notice != null && notice.missed(outcome());
    }
}
