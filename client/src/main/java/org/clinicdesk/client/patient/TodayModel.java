package org.clinicdesk.client.patient;

import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.ListVisitsTodayRequest;
import org.clinicdesk.client.platform.Awaited;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The visits of today of the people on the screen, and what is said of them there.
final class TodayModel {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableMap<String, List<Appointment>> visits =
            FXCollections.observableMap(new HashMap<>());
    private final Awaited awaited;
    private final VisitSteps steps;
    private final Lane reading = new Lane();
    private List<String> people = List.of();

    TodayModel(Desk desk) {
        this.desk = desk;
        this.awaited = new Awaited(desk.navigator());
        this.steps = new VisitSteps(desk, this::put, this::read);
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// By the id of the person; nobody without a visit is among them.
    ObservableMap<String, List<Appointment>> visits() {
        return visits;
    }

    /// What is done once the visits of the people shown are known.
    Awaited awaited() {
        return awaited;
    }

    /// Whether the caller may see visits at all.
    boolean may() {
        return desk.may(AppointmentServiceGrpc.getListVisitsTodayMethod());
    }

    List<Appointment> of(String patientId) {
        return visits.getOrDefault(patientId, List.of());
    }

    /// Those whom somebody at the desk can mean who says that he is there.
    List<Appointment> arriving(String patientId) {
        return of(patientId).stream()
                .filter(visit -> steps.of(visit).contains(VisitStep.CHECK_IN))
                .toList();
    }

    /// What can be said of them.
    VisitSteps steps() {
        return steps;
    }

    /// Reads the visits of these people.
    void show(List<String> patientIds) {
        people = List.copyOf(patientIds);
        read();
    }

    /// A row without its visit is still a row: what cannot be read is left out.
    private void read() {
        if (people.isEmpty() || !may()) {
            reading.drop();
            visits.clear();
            awaited.answered();
            return;
        }
        awaited.asked();
        var request = ListVisitsTodayRequest.newBuilder().addAllPatientIds(people).build();
        desk.calls()
                .call(() -> appointments.listVisitsToday(request).getAppointmentsList())
                .latest(reading)
                .refused(problem -> awaited.answered())
                .then(found -> {
                    put(found);
                    awaited.answered();
                });
    }

    private void put(List<Appointment> found) {
        var next =
                found.stream()
                        .collect(Collectors.groupingBy(visit -> visit.getPerson().getPatientId()));
        visits.keySet().retainAll(next.keySet());
        visits.putAll(next);
    }

    private void put(Appointment changed) {
        var id = changed.getPerson().getPatientId();
        var all = new ArrayList<>(of(id));
        all.replaceAll(visit -> visit.getId().equals(changed.getId()) ? changed : visit);
        visits.put(id, List.copyOf(all));
    }
}
