package org.clinicdesk.client.appointment;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.common.v1.PersonLine;

import java.time.LocalDate;
import java.util.Optional;

/// What the person of a form has already: all of today, whatever became of it, and what is to come. Read as soon as the
/// person is known, so that nobody is booked twice for one wish.
final class TheirVisits {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableList<Appointment> visits = FXCollections.observableArrayList();
    private final Lane reading = new Lane();

    TheirVisits(Desk desk, ObservableValue<Optional<PersonLine>> person) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        person.addListener((property, before, now) -> read(now));
        read(person.getValue());
    }

    /// The earliest first.
    ObservableList<Appointment> visits() {
        return visits;
    }

    /// Whether the person comes on a day anyway.
    boolean on(LocalDate day) {
        return visits.stream()
                .anyMatch(visit -> comes(visit) && Times.date(desk, visit).equals(day));
    }

    private static boolean comes(Appointment visit) {
        return visit.getStatus() != AppointmentStatus.APPOINTMENT_STATUS_CANCELLED
                && visit.getStatus() != AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW;
    }

    private void read(Optional<PersonLine> person) {
        reading.drop();
        visits.clear();
        person.ifPresent(this::read);
    }

    /// What cannot be read is not in the way of a booking.
    private void read(PersonLine person) {
        var request =
                ListUpcomingRequest.newBuilder()
                        .setPatientId(person.getPatientId())
                        .setWholeDay(true)
                        .build();
        desk.calls()
                .call(() -> appointments.listUpcoming(request).getAppointmentsList())
                .latest(reading)
                .refused(problem -> {})
                .then(all ->
                        visits.setAll(
                                all.stream()
                                        .filter(visit ->
                                                visit.getCancelReason()
                                                        != CancelReason.CANCEL_REASON_MISTAKE)
                                        .toList()));
    }
}
