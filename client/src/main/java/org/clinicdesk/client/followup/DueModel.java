package org.clinicdesk.client.followup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.ListFollowUpsRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The follow-ups of the site that wait, the most overdue first.
final class DueModel {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableList<FollowUp> followUps = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FollowUp> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Until> until = new SimpleObjectProperty<>(Until.TODAY);
    private final ObservableSet<String> topics = FXCollections.observableSet();
    private final WithdrawModel withdrawing;
    private final Lane reading = new Lane();

    DueModel(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.withdrawing = new WithdrawModel(desk, this::read);
        topics.add("follow-ups/" + desk.site().getId());
        until.addListener(change -> read());
    }

    Desk desk() {
        return desk;
    }

    ObservableList<FollowUp> followUps() {
        return followUps;
    }

    ObjectProperty<@Nullable FollowUp> chosen() {
        return chosen;
    }

    ObjectProperty<Until> until() {
        return until;
    }

    ObservableSet<String> topics() {
        return topics;
    }

    WithdrawModel withdrawing() {
        return withdrawing;
    }

    void read() {
        var request =
                ListFollowUpsRequest.newBuilder()
                        .setSiteId(desk.site().getId())
                        .setUntil(until.get().day(desk.today()).toString())
                        .build();
        desk.calls()
                .call(() -> appointments.listFollowUps(request).getFollowUpsList())
                .latest(reading)
                .then(this::show);
    }

    /// Who was chosen stays chosen; when he is done, the next one is.
    private void show(List<FollowUp> read) {
        var before = chosen.get();
        var at = Math.max(0, followUps.indexOf(before));
        followUps.setAll(read);
        chosen.set(
                followUps.stream()
                        .filter(one -> before != null && one.getId().equals(before.getId()))
                        .findFirst()
                        .orElse(
                                followUps.isEmpty()
                                        ? null
                                        : followUps.get(Math.min(at, followUps.size() - 1))));
    }

    void openPatient() {
        var followUp = chosen.get();
        if (followUp != null && desk.has("patient")) {
            desk.patient().set(followUp.getPerson());
            desk.navigator()
                    .go(
                            Place.of("patient", "record")
                                    .with("id", followUp.getPerson().getPatientId()));
        }
    }
}
