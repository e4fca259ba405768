package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.FollowUpState;
import org.clinicdesk.appointment.v1.ListFollowUpsRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.common.v1.PersonLine;

import java.util.Optional;

/// The visits that doctors want to see the person of a form at again; the one that is chosen is settled by the booking.
final class TheirFollowUps {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableList<FollowUp> waiting = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FollowUp>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final Lane reading = new Lane();

    TheirFollowUps(Desk desk, ObservableValue<Optional<PersonLine>> person) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        person.addListener((property, before, now) -> read(now));
        read(person.getValue());
    }

    /// By the day they are due.
    ObservableList<FollowUp> waiting() {
        return waiting;
    }

    ObjectProperty<Optional<FollowUp>> chosen() {
        return chosen;
    }

    private void read(Optional<PersonLine> person) {
        reading.drop();
        chosen.set(Optional.empty());
        waiting.clear();
        if (desk.may(AppointmentServiceGrpc.getListFollowUpsMethod())) {
            person.ifPresent(this::read);
        }
    }

    /// What cannot be read is not in the way of a booking.
    private void read(PersonLine person) {
        var request =
                ListFollowUpsRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setPatientId(person.getPatientId())
                        .build();
        desk.calls()
                .call(() -> appointments.listFollowUps(request).getFollowUpsList())
                .latest(reading)
                .refused(problem -> {})
                .then(all ->
                        waiting.setAll(
                                all.stream()
                                        .filter(one ->
                                                one.getState()
                                                        == FollowUpState.FOLLOW_UP_STATE_WAITING)
                                        .toList()));
    }
}
