package org.clinicdesk.client.appointment;

/// A visit on its way to another time: where it would be put.
///
/// @param refused why the server did not take it there; empty while it was not tried
record Ghost(Visit visit, String practitionerId, int minute, String refused) {

    Minutes time() {
        return new Minutes(minute, minute + visit.time().length());
    }

    Ghost to(String practitionerId, int minute) {
        return practitionerId.equals(this.practitionerId) && minute == this.minute
                ? this
                : new Ghost(visit, practitionerId, minute, "");
    }

    boolean stays() {
        return practitionerId.equals(visit.appointment().getPractitionerId())
                && minute == visit.time().from();
    }
}
