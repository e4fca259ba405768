package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.GetDayResponse;

/// Somebody who works or has visits in the days that were read.
record Doctor(GetDayResponse.Column read) {

    String id() {
        return read.getPractitionerId();
    }

    String name() {
        return read.getName();
    }

    String specialty() {
        return read.getSpecialty();
    }

    boolean has(Appointment visit) {
        return id().equals(visit.getPractitionerId())
                || visit.getAlsoPractitionerIdsList().contains(id());
    }
}
