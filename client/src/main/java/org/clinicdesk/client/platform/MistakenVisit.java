package org.clinicdesk.client.platform;

import io.grpc.StatusException;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.appointment.v1.UndoRequest;

/// A visit that was booked by mistake, away from the board. What was done to it since and taken back again is in nobody's
/// way, so it is taken as it stands now; of another's change the server keeps its hands off.
public record MistakenVisit(Desk desk, String patientId, String id) {

    /// Takes the booking back, and what came with it: whoever waited waits again, what gave way has its time again.
    public Appointment takeBack() throws StatusException {
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        var theirs =
                appointments.listUpcoming(
                        ListUpcomingRequest.newBuilder()
                                .setPatientId(patientId)
                                .setWholeDay(true)
                                .build());
        var version =
                theirs.getAppointmentsList().stream()
                        .filter(visit -> visit.getId().equals(id))
                        .mapToLong(Appointment::getVersion)
                        .findFirst()
                        .orElse(0);
        return appointments
                .undo(UndoRequest.newBuilder().setId(id).setVersion(version).build())
                .getAppointment();
    }
}
