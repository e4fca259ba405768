package org.clinicdesk.client.appointment;

/// A visit on its way to another time: where it would be put, and how long it would be.
///
/// @param elsewhere the board shows another day than that of the visit
/// @param aside held beside the board: put down there, it goes to the pinboard
/// @param refused why the server did not take it there; empty while it was not tried
record Ghost(
        Visit visit,
        String practitionerId,
        int minute,
        int length,
        boolean elsewhere,
        boolean aside,
        String refused) {

    /// Taken up where it is.
    static Ghost of(Visit visit) {
        return new Ghost(
                visit,
                visit.appointment().getPractitionerId(),
                visit.time().from(),
                visit.time().length(),
                false,
                false,
                "");
    }

    Minutes time() {
        return new Minutes(minute, minute + length);
    }

    Ghost to(String practitionerId, int minute) {
        return practitionerId.equals(this.practitionerId) && minute == this.minute && !aside
                ? this
                : new Ghost(visit, practitionerId, minute, length, elsewhere, false, "");
    }

    Ghost length(int minutes) {
        return minutes == length && !aside
                ? this
                : new Ghost(visit, practitionerId, minute, minutes, elsewhere, false, "");
    }

    Ghost besideBoard() {
        return new Ghost(visit, practitionerId, minute, length, elsewhere, true, "");
    }

    Ghost because(String refused) {
        return new Ghost(visit, practitionerId, minute, length, elsewhere, false, refused);
    }

    /// The same place for what the board knows of the visit now.
    Ghost with(Visit now) {
        return new Ghost(now, practitionerId, minute, length, false, aside, refused);
    }

    /// The same time on another day.
    Ghost onAnotherDay(String practitionerId) {
        return new Ghost(visit, practitionerId, minute, length, true, aside, refused);
    }

    /// Whether it was made longer or shorter. The board may show only a part of a visit over midnight, so its length is
    /// told to the server only then.
    boolean stretched() {
        return length != visit.time().length();
    }

    boolean stays() {
        return !elsewhere
                && practitionerId.equals(visit.appointment().getPractitionerId())
                && minute == visit.time().from()
                && !stretched();
    }
}
