package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Place;

import java.time.LocalDate;

/// A visit that somebody comes to the board for: its day is shown and it is chosen, or in the hand when it is to be moved.
record Destination(
        String visitId,
        String siteId,
        String practitionerId,
        LocalDate date,
        int minute,
        boolean move) {

    static Destination of(Place place) {
        return new Destination(
                place.get("id"),
                place.get("site_id"),
                place.get("practitioner_id"),
                LocalDate.parse(place.get("date")),
                Integer.parseInt(place.get("minute")),
                place.view().equals("move"));
    }

    void go(Board board) {
        board.day().atSite(siteId);
        board.day().go(date, practitionerId, minute, () -> choose(board));
    }

    private void choose(Board board) {
        board.day().select(visitId);
        if (move) {
            board.day().selected().ifPresent(board.moves()::begin);
        }
    }
}
