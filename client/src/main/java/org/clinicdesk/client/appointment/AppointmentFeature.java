package org.clinicdesk.client.appointment;

import io.grpc.MethodDescriptor;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Feature;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Screen;

import java.util.Optional;

/// The day board.
public final class AppointmentFeature implements Feature {

    @Override
    public String id() {
        return "appointment";
    }

    @Override
    public String icon() {
        return "mdi2c-calendar-month-outline";
    }

    @Override
    public MethodDescriptor<?, ?> needs() {
        return AppointmentServiceGrpc.getGetDayMethod();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("F4");
    }

    @Override
    public Screen open(Desk desk, Place place) {
        var board = Board.of(desk);
        switch (place.view()) {
            case "book" ->
                    board.withPerson(
                            place.get("patient_id"),
                            line -> board.bookFor().set(Optional.of(line)));
            case "check-in" -> board.withPerson(place.get("patient_id"), board.arrivals()::arrive);
            case "show", "move" -> Destination.of(place).go(board);
            default -> {}
        }
        var screen =
                Screen.of("appointment.day", () -> new BoardView(board).root())
                        .header(() -> BoardHeader.of(board))
                        .keys(BoardKeys.of(board))
                        .ownKeys(board.views()::shortcuts)
                        .again(() -> again(board, place))
                        .watches(board.day().topics(), board.day()::read);
        if (board.actions().rights().mayWrite()) {
            screen.actions(() -> BoardHeader.actions(board));
        }
        if (board.arrivals().mayScan()) {
            screen.scans(board.arrivals()::scanned);
        }
        return screen;
    }

    /// The board was left where it stood: whoever comes for a visit again is led to it again.
    private static void again(Board board, Place place) {
        if (!place.get("date").isEmpty()) {
            Destination.of(place).go(board);
        }
    }
}
