package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Problem.Refusal;

import java.time.Clock;

/// Gives the time of a visit up whose person is not there.
final class Releasing {

    private final Clock clock;
    private final Appointments appointments;

    Releasing(Clock clock, Appointments appointments) {
        this.clock = clock;
        this.appointments = appointments;
    }

    /// It counts as the clinic has set. @throws Refusal TOO_EARLY, ALREADY_OVER
    void release(Appointment visit) {
        if (!visit.expected()) {
            throw new Refusal(AppointmentRefusal.ALREADY_OVER);
        }
        if (clock.instant().isBefore(visit.span().start())) {
            throw new Refusal(AppointmentRefusal.TOO_EARLY);
        }
        switch (appointments.rules().releaseAs()) {
            case NO_SHOW -> appointments.miss(visit);
            case CANCELLED -> appointments.cancel(visit, CancelReason.PATIENT);
        }
    }
}
