package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.MoveResponse;
import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What was done to several visits of a series at once, and the way back from it as a whole. What could not be done, or
/// cannot be taken back, is told visit by visit; the rest is.
final class SeriesModel {

    private static final Comparator<Appointment> BY_START =
            Comparator.comparing(visit -> Day.instant(visit.getStart()));

    private final BoardModel board;
    private final Desk desk;
    private final Busy busy;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<Optional<LeftOut>> leftOut =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    SeriesModel(BoardModel board, Busy busy) {
        this.board = board;
        this.desk = board.desk();
        this.busy = busy;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// What somebody must read about visits that stayed as they were.
    ReadOnlyObjectProperty<Optional<LeftOut>> leftOut() {
        return leftOut.getReadOnlyProperty();
    }

    /// It was read.
    void read() {
        leftOut.set(Optional.empty());
    }

    /// The others that were moved along with a visit.
    static List<Appointment> done(MoveResponse answer) {
        return answer.getOthersList().stream()
                .filter(SeriesRow::hasAppointment)
                .map(SeriesRow::getAppointment)
                .toList();
    }

    /// Tells which of the others stay where they were.
    void tellStayed(MoveResponse answer) {
        var stayed =
                answer.getOthersList().stream().filter(row -> !row.getRefused().isEmpty()).toList();
        if (!stayed.isEmpty()) {
            leftOut.set(Optional.of(LeftOut.of(desk, "appointment.series.stay", stayed)));
        }
    }

    /// Takes the last change of each back, so that none stands in the way of the next: those that went on return earliest
    /// first.
    void takeBack(List<Appointment> visits, boolean wentOn) {
        var order = visits.stream().sorted(wentOn ? BY_START : BY_START.reversed()).toList();
        next(new ArrayDeque<>(order), visits.size(), new ArrayList<>());
    }

    private void next(Deque<Appointment> left, int all, List<LeftOut.Line> failed) {
        var visit = left.poll();
        if (visit == null) {
            finish(all, failed);
            return;
        }
        var request =
                UndoRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        desk.calls()
                .call(() -> appointments.undo(request))
                .busy(busy)
                .refused(problem -> {
                    failed.add(LeftOut.line(desk, visit, problem));
                    next(left, all, failed);
                })
                .then(_ -> next(left, all, failed));
    }

    private void finish(int all, List<LeftOut.Line> failed) {
        board.read();
        if (all > failed.size()) {
            desk.notices()
                    .done(
                            desk.texts()
                                    .get(
                                            "appointment.series.taken-back",
                                            all - failed.size(),
                                            all));
        }
        if (!failed.isEmpty()) {
            leftOut.set(
                    Optional.of(new LeftOut("appointment.series.not-back", List.copyOf(failed))));
        }
    }
}
