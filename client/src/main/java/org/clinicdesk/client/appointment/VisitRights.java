package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;

/// What can be done with a visit as it stands, by whoever sits at this desk.
final class VisitRights {

    private final Desk desk;
    private final BoardModel board;
    private final Busy busy;

    VisitRights(BoardModel board, Busy busy) {
        this.desk = board.desk();
        this.board = board;
        this.busy = busy;
    }

    boolean mayCheckIn() {
        return desk.may(AppointmentServiceGrpc.getCheckInMethod());
    }

    boolean mayWrite() {
        return desk.may(AppointmentServiceGrpc.getMoveMethod());
    }

    boolean canCheckIn(Visit visit) {
        return mayCheckIn()
                && Times.date(desk, visit.appointment()).equals(desk.today())
                && (visit.expected() || visit.is(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW));
    }

    boolean canUndoCheckIn(Visit visit) {
        return mayCheckIn() && visit.is(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED);
    }

    boolean canMove(Visit visit) {
        return mayWrite() && visit.expected();
    }

    /// Nobody has missed a visit that has not begun.
    boolean canMarkNoShow(Visit visit) {
        return mayWrite()
                && visit.expected()
                && !board.now().get().isBefore(Day.instant(visit.appointment().getStart()));
    }

    /// Whether it is worth asking the server: who arrived, and did not answer two calls, has missed it too.
    boolean mayHaveMissed(Visit visit) {
        return mayWrite()
                && !busy.is()
                && (canMarkNoShow(visit) || visit.is(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED));
    }

    boolean canConfirm(Visit visit) {
        return mayWrite()
                && visit.expected()
                && visit.appointment().getConfirmation() != Confirmation.CONFIRMATION_CONFIRMED;
    }

    boolean canCancel(Visit visit) {
        return mayWrite()
                && (visit.expected() || visit.is(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED));
    }

    boolean canOpenPatient() {
        return desk.has("patient");
    }
}
