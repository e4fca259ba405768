package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.queue.v1.ListQueueRequest;
import org.clinicdesk.queue.v1.QueueServiceGrpc;
import org.clinicdesk.queue.v1.QueueState;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Who sits in the waiting room now, whatever day the board shows. On a board of today it is who waits on it, so that both
/// never disagree; else today is read beside it. Who came without an appointment is asked of the queue.
final class WaitingModel {

    private final Desk desk;
    private final BoardModel board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<List<Waiter>> waiting =
            new ReadOnlyObjectWrapper<>(List.of());
    private final QueueServiceGrpc.QueueServiceBlockingV2Stub queue;
    private final Lane reading = new Lane();
    private final Lane asking = new Lane();
    private List<Waiter> booked = List.of();
    private List<Waiter> walkIns = List.of();

    WaitingModel(BoardModel board) {
        this.board = board;
        this.desk = board.desk();
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.queue = QueueServiceGrpc.newBlockingV2Stub(desk.channel());
        board.day().addListener(change -> follow());
        follow();
    }

    /// Who came first on top.
    ReadOnlyObjectProperty<List<Waiter>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    private void follow() {
        var day = board.day().get();
        ask();
        if (showsToday(day)) {
            reading.drop();
            show(day.visits().stream().map(Visit::appointment));
        } else if (board.wasRead()) {
            read();
        }
    }

    private boolean showsToday(Day day) {
        LocalDate today = desk.today();
        return day.layout().days(day.date()).contains(today);
    }

    private void read() {
        var request =
                GetDayRequest.newBuilder()
                        .setDate(desk.today().toString())
                        .setSiteId(board.siteId())
                        .build();
        desk.calls()
                .call(() -> appointments.getDay(request).getAppointmentsList())
                .latest(reading)
                .refused(problem -> {})
                .then(visits -> show(visits.stream()));
    }

    private void show(Stream<Appointment> visits) {
        booked =
                visits.filter(visit ->
                                visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_ARRIVED)
                        .map(Waiter::of)
                        .toList();
        show();
    }

    private void show() {
        waiting.set(
                Stream.concat(booked.stream(), walkIns.stream())
                        .sorted(Waiter.FIRST_COME)
                        .toList());
    }

    private void ask() {
        if (!desk.may(QueueServiceGrpc.getListQueueMethod())) {
            return;
        }
        var request = ListQueueRequest.newBuilder().setSiteId(board.siteId()).build();
        desk.calls()
                .call(() -> queue.listQueue(request).getEntriesList())
                .latest(asking)
                .refused(problem -> {})
                .then(entries -> {
                    walkIns =
                            entries.stream()
                                    .filter(entry ->
                                            entry.getAppointmentId().isEmpty()
                                                    && entry.getState()
                                                            == QueueState.QUEUE_STATE_WAITING)
                                    .map(Waiter::of)
                                    .toList();
                    show();
                });
    }

    /// Chooses his visit on the board of today; who has none is found in the queue.
    void choose(Waiter waiter) {
        waiter.visit()
                .ifPresentOrElse(
                        visit -> {
                            board.go(desk.today());
                            board.select(visit.getId());
                        },
                        () -> {
                            if (desk.has("queue")) {
                                desk.navigator().go(Place.of("queue"));
                            }
                        });
    }
}
