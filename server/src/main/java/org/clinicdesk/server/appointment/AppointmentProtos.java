package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.roster.Span;

import java.util.UUID;

/// Visits as the contract shows them.
final class AppointmentProtos {

    private AppointmentProtos() {}

    /// @param ticket empty for somebody who is not in the queue
    static org.clinicdesk.appointment.v1.Appointment proto(
            Appointment appointment, Patient patient, String ticket) {
        var answer =
                org.clinicdesk.appointment.v1.Appointment.newBuilder()
                        .setId(appointment.id().toString())
                        .setVersion(appointment.version())
                        .setPerson(People.line(patient))
                        .setPractitionerId(appointment.practitionerId().toString())
                        .setRoomId(appointment.roomId().map(UUID::toString).orElse(""))
                        .setServiceId(appointment.serviceId().toString())
                        .setStart(Protos.timestamp(appointment.span().start()))
                        .setEnd(Protos.timestamp(appointment.span().end()))
                        .setStatus(
                                AppointmentStatus.valueOf(
                                        "APPOINTMENT_STATUS_" + appointment.status().name()))
                        .setReason(appointment.reason())
                        .setTicket(ticket);
        appointment.arrivedAt().map(Protos::timestamp).ifPresent(answer::setArrivedAt);
        appointment.inRoomAt().map(Protos::timestamp).ifPresent(answer::setInRoomAt);
        appointment.finishedAt().map(Protos::timestamp).ifPresent(answer::setFinishedAt);
        return answer.build();
    }

    static GetDayResponse.Column proto(DayBoard.Column column) {
        var answer =
                GetDayResponse.Column.newBuilder()
                        .setPractitionerId(column.practitionerId().toString())
                        .setName(column.name())
                        .setSpecialty(column.specialty());
        column.hours().forEach(span -> answer.addHours(proto(span)));
        return answer.build();
    }

    private static org.clinicdesk.appointment.v1.Span proto(Span span) {
        return org.clinicdesk.appointment.v1.Span.newBuilder()
                .setStart(Protos.timestamp(span.start()))
                .setEnd(Protos.timestamp(span.end()))
                .build();
    }
}
