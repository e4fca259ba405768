package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.SeriesRow;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.staff.StaffMember;

import java.util.List;
import java.util.Optional;

/// Visits that were changed or asked for one by one, as the contract answers them.
final class AppointmentLines {

    private final Db db;
    private final Patients patients;
    private final QueueEntries queue;
    private final SeriesPlaces places;

    AppointmentLines(Db db, Patients patients, QueueEntries queue, SeriesPlaces places) {
        this.db = db;
        this.patients = patients;
        this.queue = queue;
        this.places = places;
    }

    /// With the version it has once this is written.
    org.clinicdesk.appointment.v1.Appointment changed(Appointment appointment) {
        Call.current().concerns(appointment.patientId());
        db.session().flush();
        return shown(appointment);
    }

    org.clinicdesk.appointment.v1.Appointment shown(Appointment appointment) {
        return named(
                AppointmentProtos.proto(
                        appointment,
                        patients.get(appointment.patientId()),
                        ticket(appointment),
                        places.of(List.of(appointment))));
    }

    /// With the name of whoever overbooked; that is rare, so it is looked for one by one.
    org.clinicdesk.appointment.v1.Appointment named(
            org.clinicdesk.appointment.v1.Appointment line) {
        if (line.getOverbookedBy().isEmpty()) {
            return line;
        }
        var by = db.get(StaffMember.class, Ids.of(line.getOverbookedBy()));
        return line.toBuilder().setOverbookedByName(by.name()).build();
    }

    /// Who is expected has none yet.
    private String ticket(Appointment appointment) {
        if (Status.EXPECTED.contains(appointment.status())) {
            return "";
        }
        return Optional.of(appointment.id())
                .flatMap(queue::present)
                .map(QueueEntry::ticketText)
                .orElse("");
    }

    SeriesRow row(Series.Row row) {
        var answer = SeriesRow.newBuilder().setStart(Protos.timestamp(row.wanted().start()));
        if (row.refused() == null) {
            answer.setAppointment(changed(row.visit()));
        } else {
            answer.setRefused(row.refused().reason().name()).putAllAbout(row.refused().metadata());
        }
        row.instead().forEach(opening -> answer.addInstead(AppointmentProtos.proto(opening)));
        return answer.build();
    }
}
