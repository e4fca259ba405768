package org.clinicdesk.client.appointment;

/// A visit on its way to another time: where it would be put, and how long it would be.
///
/// @param columnId where it would be put
/// @param homeId the column it was taken from
/// @param elsewhere the board does not show where it was taken from
/// @param aside held beside the board: put down there, it goes to the pinboard
/// @param refused why the server did not take it there; empty while it was not tried
record Ghost(
        Visit visit,
        String columnId,
        String homeId,
        int minute,
        int length,
        boolean elsewhere,
        boolean aside,
        String refused) {

    /// Taken up where it is.
    static Ghost of(Visit visit, String columnId) {
        return new Ghost(
                visit,
                columnId,
                columnId,
                visit.time().from(),
                visit.time().length(),
                false,
                false,
                "");
    }

    Minutes time() {
        return new Minutes(minute, minute + length);
    }

    Ghost to(String columnId, int minute) {
        return columnId.equals(this.columnId) && minute == this.minute && !aside
                ? this
                : new Ghost(visit, columnId, homeId, minute, length, elsewhere, false, "");
    }

    Ghost length(int minutes) {
        return minutes == length && !aside
                ? this
                : new Ghost(visit, columnId, homeId, minute, minutes, elsewhere, false, "");
    }

    Ghost besideBoard() {
        return new Ghost(visit, columnId, homeId, minute, length, elsewhere, true, "");
    }

    Ghost because(String refused) {
        return new Ghost(visit, columnId, homeId, minute, length, elsewhere, false, refused);
    }

    /// The same place for what the board knows of the visit now.
    Ghost with(Visit now, String homeId) {
        return new Ghost(now, columnId, homeId, minute, length, false, aside, refused);
    }

    /// The same time where its own place is not to be seen.
    Ghost away(String columnId) {
        return new Ghost(visit, columnId, homeId, minute, length, true, aside, refused);
    }

    /// Whether it was made longer or shorter. The board may show only a part of a visit over midnight, so its length is
    /// told to the server only then.
    boolean stretched() {
        return length != visit.time().length();
    }

    boolean stays() {
        return !elsewhere
                && columnId.equals(homeId)
                && minute == visit.time().from()
                && !stretched();
    }
}
