package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;

import java.util.Optional;

/// Looks for what is in the way of a visit in the hand, as far as the board sees. The server decides.
final class Obstacles {

    private final BoardModel board;
    private final OtherTimes others;

    Obstacles(BoardModel board, OtherTimes others) {
        this.board = board;
        this.others = others;
    }

    /// The first thing that somebody at the desk would name.
    Obstacle of(Ghost ghost) {
        var day = board.day().get();
        var index = day.indexOf(ghost.columnId());
        if (index < 0) {
            return Obstacle.of(Way.TAKEN);
        }
        if (board.isPast(index, ghost.minute())) {
            return Obstacle.of(Way.PAST);
        }
        var column = day.columns().get(index);
        return closed(column, ghost.time())
                .or(() -> person(ghost, column))
                .or(() -> taken(ghost, index))
                .or(() -> doctor(ghost, column))
                .or(() -> elsewhere(ghost, column))
                .orElse(Obstacle.NONE);
    }

    private static Optional<Obstacle> closed(Column column, Minutes time) {
        if (column.works(time)) {
            return Optional.empty();
        }
        var works = column.hours();
        var between =
                !works.isEmpty()
                        && time.from() >= works.getFirst().from()
                        && time.to() <= works.getLast().to();
        return Optional.of(Obstacle.of(between ? Way.BREAK : Way.CLOSED));
    }

    private Optional<Obstacle> person(Ghost ghost, Column column) {
        var visit = ghost.visit().appointment();
        return board.day()
                .get()
                .otherOf(visit, column.date(), ghost.time())
                .map(other ->
                        new Obstacle(
                                Way.PERSON,
                                board.desk()
                                        .texts()
                                        .get(
                                                "appointment.move.person",
                                                visit.getPerson().getName(),
                                                Times.practitioner(
                                                        board.desk(), other.getPractitionerId()),
                                                range(other, column))));
    }

    private Optional<Obstacle> taken(Ghost ghost, int column) {
        var day = board.day().get();
        return day.taking(column, ghost.time(), ghost.visit().id())
                .map(other -> new Obstacle(Way.TAKEN, named(other, day.columns().get(column))))
                .or(() ->
                        day.holding(column, ghost.time())
                                .map(held ->
                                        new Obstacle(
                                                Way.HELD,
                                                new VisitWords(board.desk())
                                                        .held(held, board.now().get()))));
    }

    /// In another room or on another day of a room it is still the same doctor.
    private Optional<Obstacle> doctor(Ghost ghost, Column column) {
        var day = board.day().get();
        var id = ghost.visit().appointment().getPractitionerId();
        var free =
                !column.isRoom()
                        || day.doctor(id)
                                .filter(doctor ->
                                        day.free(
                                                doctor,
                                                column.date(),
                                                ghost.time(),
                                                ghost.visit().id()))
                                .isPresent();
        return free
                ? Optional.empty()
                : Optional.of(new Obstacle(Way.TAKEN, Times.practitioner(board.desk(), id)));
    }

    private Optional<Obstacle> elsewhere(Ghost ghost, Column column) {
        if (!others.free(column, ghost.time())) {
            return Optional.of(Obstacle.of(Way.TAKEN));
        }
        return others.met(column, ghost.time())
                ? Optional.empty()
                : Optional.of(Obstacle.of(Way.LACKING));
    }

    /// `Trần An · 10:00 – 10:30`.
    private String named(Appointment other, Column column) {
        return other.getPerson().getName() + " · " + range(other, column);
    }

    private String range(Appointment other, Column column) {
        return Times.range(board.day().get().wall().minutes(other, column.date()));
    }
}
