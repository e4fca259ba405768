package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;

/// A visit as it stands on the board.
///
/// @param lane which of `lanes` strips of its column it takes: visits that overlap stand side by side, none hides
/// another
record Visit(Appointment appointment, int column, Minutes time, int lane, int lanes, About about) {

    String id() {
        return appointment.getId();
    }

    AppointmentStatus status() {
        return appointment.getStatus();
    }

    String person() {
        return appointment.getPerson().getName();
    }

    boolean is(AppointmentStatus... any) {
        for (var status : any) {
            if (status() == status) {
                return true;
            }
        }
        return false;
    }

    /// Whether the person is still to come.
    boolean expected() {
        return is(
                AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                AppointmentStatus.APPOINTMENT_STATUS_REQUESTED);
    }

    /// Who did not come leaves his time to others.
    boolean keepsTime() {
        return !is(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW);
    }

    /// The slots it touches.
    Minutes slots() {
        var from = Minutes.floor(time.from());
        return new Minutes(from, Math.max(Minutes.ceil(time.to()), from + 1));
    }

    Visit in(int lane, int lanes) {
        return new Visit(appointment, column, time, lane, lanes, about);
    }
}
