package org.clinicdesk.client.appointment;

/// Rooms for the visits of the sample clinic, which has none.
final class Rooms {

    private Rooms() {}

    /// Puts the visits that are still to come into the room with the number of their doctor.
    static void giveEachDoctorOne(Board board) {
        var doctors = board.day().day().get().columns().stream().map(Column::id).toList();
        board.layout().by(By.ROOM);
        var day = board.day().day().get();
        for (var visit : day.visits()) {
            var room = doctors.indexOf(visit.appointment().getPractitionerId());
            if (visit.expected() && room >= 0 && !board.day().isPast(0, visit.time().from())) {
                board.moves().begin(board.day().day().get().visit(visit.id()).orElseThrow());
                board.moves().to(room, visit.time().from());
                board.moves().drop();
            }
        }
    }
}
