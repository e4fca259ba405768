package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.MoveRequest;
import org.clinicdesk.appointment.v1.MoveResponse;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;

import java.util.stream.Stream;

/// Takes visits to other times and places, and back.
final class VisitMoves {

    private final Desk desk;
    private final BoardModel board;
    private final Busy busy;
    private final SeriesModel series;
    private final VisitDone done;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;

    VisitMoves(BoardModel board, Busy busy, SeriesModel series, VisitDone done) {
        this.desk = board.desk();
        this.board = board;
        this.busy = busy;
        this.series = series;
        this.done = done;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// Moves a visit to another time, length, practitioner or room.
    ///
    /// @param requestId made when the move began
    void move(Ghost to, Which which, RequestId requestId, Moved moved) {
        var visit = to.visit();
        var request =
                place(visit.appointment(), new Cursor(to.columnId(), to.minute(), ""))
                        .setMinutes(to.stretched() ? to.length() : 0)
                        .setScope(which.scope())
                        .build();
        desk.calls()
                .call(() -> appointments.move(request))
                .busy(busy)
                .once(requestId)
                .refused(moved::refused)
                .then(answer -> {
                    moved.done();
                    moved(visit.appointment(), answer);
                });
    }

    /// Asks for a visit to go to a place on the board. Between doctors the room is not spoken of; between rooms the doctor
    /// stays.
    MoveRequest.Builder place(Appointment visit, Cursor at) {
        var day = board.day().get();
        var column = day.columns().get(day.indexOf(at.columnId()));
        var request =
                MoveRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .setPractitionerId(
                                column.isRoom()
                                        ? visit.getPractitionerId()
                                        : column.practitionerId())
                        .setStart(Times.timestamp(day.wall().instant(column.date(), at.minute())));
        if (column.isRoom() && !column.room().equals(visit.getRoomId())) {
            request.setRoomId(column.room());
        }
        return request;
    }

    private void moved(Appointment before, MoveResponse answer) {
        var there = answer.getAppointment();
        var others = SeriesModel.done(answer);
        if (others.isEmpty()) {
            moved(before, there);
        } else {
            var all = Stream.concat(Stream.of(there), others.stream()).toList();
            board.select(there.getId());
            board.read();
            done.several("appointment.series.moved", there, all, series.wayBack(all));
        }
        series.tellStayed(answer);
    }

    /// Tells of a move and offers the way back.
    void moved(Appointment before, Appointment there) {
        board.select(there.getId());
        board.read();
        // Not moved once more: what it was may have begun already.
        done.done(
                movedKey(before, there),
                there,
                done.back(there, now -> done.tell(movedKey(there, now), now)));
    }

    /// Says what is different: the length, the day, or only the time.
    private String movedKey(Appointment before, Appointment there) {
        var asLong = Times.minutes(before) == Times.minutes(there);
        var stayed =
                before.getStart().equals(there.getStart())
                        && before.getPractitionerId().equals(there.getPractitionerId())
                        && before.getRoomId().equals(there.getRoomId());
        if (!asLong) {
            return stayed ? "appointment.done.length" : "appointment.done.moved-length";
        }
        return Times.date(desk, before).equals(Times.date(desk, there))
                ? "appointment.done.moved"
                : "appointment.done.moved-day";
    }

    /// Told how a move ended.
    interface Moved {
        void done();

        void refused(Problem problem);
    }
}
