package org.clinicdesk.client.patient;

import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.CancelReason;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.appointment.v1.CheckInRequest;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.appointment.v1.ListVisitsTodayRequest;
import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.appointment.v1.ReinstateRequest;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.appointment.v1.UndoCheckInRequest;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.client.platform.Awaited;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The visits of today of the people on the screen, and what is said of them there.
final class TodayModel {

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ObservableMap<String, List<Appointment>> visits =
            FXCollections.observableMap(new HashMap<>());
    private final Awaited awaited;
    private final Lane reading = new Lane();
    private final Busy busy = new Busy();
    private List<String> people = List.of();

    TodayModel(Desk desk) {
        this.desk = desk;
        this.awaited = new Awaited(desk.navigator());
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
                .filter(visit -> steps(visit).contains(VisitStep.CHECK_IN))
                .toList();
    }

    /// What the caller may say of a visit.
    List<VisitStep> steps(Appointment visit) {
        return VisitStep.of(visit, desk.clock().instant()).stream()
                .filter(step -> desk.may(step.needs()))
                .toList();
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

    /// Says something of a visit; the notice takes it back.
    void run(VisitStep step, Appointment visit) {
        if (busy.is() || !steps(visit).contains(step)) {
            return;
        }
        change(
                call(step, visit),
                changed ->
                        desk.notices()
                                .done(name(changed), words(changed), () -> back(step, changed)));
    }

    private Calls.Work<Appointment> call(VisitStep step, Appointment visit) {
        return switch (step) {
            case CHECK_IN -> {
                var request =
                        CheckInRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build();
                yield () -> appointments.checkIn(request).getAppointment();
            }
            case UNDO_CHECK_IN -> undoArrival(visit);
            case CONFIRM -> {
                var request =
                        SetConfirmationRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .setConfirmation(Confirmation.CONFIRMATION_CONFIRMED)
                                .build();
                yield () -> appointments.setConfirmation(request).getAppointment();
            }
            case NO_SHOW -> {
                var request =
                        MarkNoShowRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build();
                yield () -> appointments.markNoShow(request).getAppointment();
            }
            case CANCEL -> cancel(visit, CancelReason.CANCEL_REASON_PATIENT);
            case CANCEL_CLINIC -> cancel(visit, CancelReason.CANCEL_REASON_CLINIC);
            case REINSTATE -> {
                var request =
                        ReinstateRequest.newBuilder()
                                .setId(visit.getId())
                                .setVersion(visit.getVersion())
                                .build();
                yield () -> appointments.reinstate(request).getAppointment();
            }
        };
    }

    private Calls.Work<Appointment> undoArrival(Appointment visit) {
        var request =
                UndoCheckInRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        return () -> appointments.undoCheckIn(request).getAppointment();
    }

    private Calls.Work<Appointment> cancel(Appointment visit, CancelReason reason) {
        var request =
                CancelRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .setReason(reason)
                        .build();
        return () -> appointments.cancel(request).getAppointment();
    }

    /// A check-in of who only checks in is undone without the right to book.
    private void back(VisitStep step, Appointment visit) {
        var request =
                UndoRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        change(
                step == VisitStep.CHECK_IN
                        ? undoArrival(visit)
                        : () -> appointments.undo(request).getAppointment(),
                changed -> desk.notices().done(name(changed) + ": " + words(changed)));
    }

    private void change(Calls.Work<Appointment> work, Consumer<Appointment> then) {
        desk.calls()
                .call(work)
                .busy(busy)
                .refused(this::refused)
                .then(changed -> {
                    put(changed);
                    then.accept(changed);
                });
    }

    private void put(Appointment changed) {
        var id = changed.getPerson().getPatientId();
        var all = new ArrayList<>(of(id));
        all.replaceAll(visit -> visit.getId().equals(changed.getId()) ? changed : visit);
        visits.put(id, List.copyOf(all));
    }

    /// Somebody else was first, so what is on screen is old.
    private void refused(Problem problem) {
        desk.explain(problem);
        read();
    }

    private static String name(Appointment visit) {
        return visit.getPerson().getName();
    }

    /// `09:30 · Waiting · A-007`.
    String words(Appointment visit) {
        var status = desk.texts().get("appointment.status." + visit.getStatus().name());
        var line = time(visit) + " · " + status;
        return visit.getTicket().isEmpty() ? line : line + " · " + visit.getTicket();
    }

    String time(Appointment visit) {
        var start = Instant.ofEpochSecond(visit.getStart().getSeconds());
        return desk.texts().dates().time(start, desk.session().zone());
    }

    /// Whom it is with.
    String practitioner(Appointment visit) {
        return desk.session().desk().getPractitionersList().stream()
                .filter(one -> one.getId().equals(visit.getPractitionerId()))
                .map(one -> one.getName())
                .findFirst()
                .orElse("");
    }
}
