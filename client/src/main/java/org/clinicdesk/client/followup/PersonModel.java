package org.clinicdesk.client.followup;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.ListFollowUpsRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.common.v1.PersonLine;

import java.util.Comparator;
import java.util.Optional;

/// The follow-ups of one person, with what became of them: what is still to be done first.
final class PersonModel {

    private final Desk desk;
    private final String patientId;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableList<FollowUp> followUps = FXCollections.observableArrayList();
    private final WithdrawModel withdrawing;
    private final Lane reading = new Lane();

    PersonModel(Desk desk, String patientId) {
        this.desk = desk;
        this.patientId = patientId;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.withdrawing = new WithdrawModel(desk, this::read);
    }

    Desk desk() {
        return desk;
    }

    ObservableList<FollowUp> followUps() {
        return followUps;
    }

    WithdrawModel withdrawing() {
        return withdrawing;
    }

    /// Whom the desk is about, if it is this person: for whom one can be ordered.
    Optional<PersonLine> person() {
        return Optional.ofNullable(desk.patient().get())
                .filter(person -> person.getPatientId().equals(patientId))
                .or(() -> followUps.stream().findFirst().map(FollowUp::getPerson));
    }

    /// What cannot be read is left out: it stands beside the record, which says so itself.
    void read() {
        var request =
                ListFollowUpsRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setPatientId(patientId)
                        .build();
        desk.calls()
                .call(() -> appointments.listFollowUps(request).getFollowUpsList())
                .latest(reading)
                .refused(problem -> {})
                .then(all ->
                        followUps.setAll(
                                all.stream()
                                        .sorted(
                                                Comparator.comparing((FollowUp one) ->
                                                        State.of(one, desk.today()).ordinal()
                                                                > State.BOOKED.ordinal()))
                                        .toList()));
    }
}
