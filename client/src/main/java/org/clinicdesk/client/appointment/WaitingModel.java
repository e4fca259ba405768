package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Who sits in the waiting room now, whatever day the board shows. On a board of today it is who waits on it, so that both
/// never disagree; else today is read beside it.
final class WaitingModel {

    private static final Comparator<Appointment> FIRST_COME =
            Comparator.comparing((Appointment visit) -> Day.instant(visit.getArrivedAt()))
                    .thenComparing(Appointment::getId);

    private final Desk desk;
    private final BoardModel board;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<List<Appointment>> waiting =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Lane reading = new Lane();

    WaitingModel(BoardModel board) {
        this.board = board;
        this.desk = board.desk();
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        board.day().addListener(change -> follow());
        follow();
    }

    /// Who came first on top.
    ReadOnlyObjectProperty<List<Appointment>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    private void follow() {
        var day = board.day().get();
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
        waiting.set(
                visits.filter(visit ->
                                visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_ARRIVED)
                        .sorted(FIRST_COME)
                        .toList());
    }

    /// Chooses one of them on the board of today.
    void choose(Appointment visit) {
        board.go(desk.today());
        board.select(visit.getId());
    }
}
