package org.clinicdesk.client.patient;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Place;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/// The visits of one person: those to come and those that were, missed and cancelled ones among them.
final class VisitsModel {

    private static final int PAST = 30;

    private final Desk desk;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<Visits> visits = new ReadOnlyObjectWrapper<>(Visits.NONE);
    private final VisitSteps steps;
    private final Lane reading = new Lane();
    private String patientId = "";

    VisitsModel(Desk desk) {
        this.desk = desk;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.steps = new VisitSteps(desk, changed -> refresh(), this::refresh);
    }

    /// @param today all of them, whatever became of them
    /// @param ahead of the days after, the earliest first
    /// @param past the latest first
    record Visits(List<Appointment> today, List<Appointment> ahead, List<Appointment> past) {

        static final Visits NONE = new Visits(List.of(), List.of(), List.of());

        boolean none() {
            return today.isEmpty() && ahead.isEmpty() && past.isEmpty();
        }
    }

    ReadOnlyObjectProperty<Visits> visits() {
        return visits.getReadOnlyProperty();
    }

    /// What can be said of them.
    VisitSteps steps() {
        return steps;
    }

    /// Whether the caller may see visits at all.
    static boolean may(Desk desk) {
        return desk.may(AppointmentServiceGrpc.getListUpcomingMethod());
    }

    /// Reads the visits of somebody.
    ///
    /// @param rest how long the choice must rest on him
    void show(String patientId, Duration rest) {
        if (!patientId.equals(this.patientId)) {
            visits.set(Visits.NONE);
        }
        this.patientId = patientId;
        read(rest, () -> {});
    }

    /// @param then done once they are known
    void show(String patientId, Runnable then) {
        this.patientId = patientId;
        read(Duration.ZERO, then);
    }

    /// Of nobody.
    void clear() {
        patientId = "";
        reading.drop();
        visits.set(Visits.NONE);
    }

    void refresh() {
        read(Duration.ZERO, () -> {});
    }

    /// The rest of the screen is not held up by what cannot be read.
    private void read(Duration rest, Runnable then) {
        if (patientId.isEmpty() || !may(desk)) {
            return;
        }
        var request =
                ListUpcomingRequest.newBuilder()
                        .setPatientId(patientId)
                        .setWholeDay(true)
                        .setPast(PAST)
                        .build();
        desk.calls()
                .call(() -> appointments.listUpcoming(request))
                .latest(reading)
                .after(rest)
                .refused(problem -> {})
                .then(answer -> {
                    visits.set(
                            new Visits(
                                    answer.getAppointmentsList().stream()
                                            .filter(this::isToday)
                                            .toList(),
                                    answer.getAppointmentsList().stream()
                                            .filter(visit -> !isToday(visit))
                                            .toList(),
                                    answer.getPastList()));
                    then.run();
                });
    }

    private boolean isToday(Appointment visit) {
        return steps.date(visit).equals(desk.today());
    }

    /// Whether there is anything on the board to be seen of it.
    static boolean onBoard(Appointment visit) {
        return visit.getStatus() != AppointmentStatus.APPOINTMENT_STATUS_CANCELLED;
    }

    boolean mayMove(Appointment visit) {
        return VisitStep.expected(visit)
                && desk.may(AppointmentServiceGrpc.getMoveMethod())
                && !steps.date(visit).isBefore(desk.today());
    }

    /// Goes to the visit on the board.
    void showOnBoard(Appointment visit) {
        desk.navigator().go(board("show", visit));
    }

    /// The same, with the visit in the hand.
    void move(Appointment visit) {
        desk.navigator().go(board("move", visit));
    }

    private Place board(String view, Appointment visit) {
        var start = LocalTime.parse(steps.time(visit));
        return Place.of("appointment", view)
                .with("id", visit.getId())
                .with("site_id", visit.getSiteId())
                .with("practitioner_id", visit.getPractitionerId())
                .with("date", steps.date(visit).toString())
                .with("minute", Integer.toString(start.getHour() * 60 + start.getMinute()));
    }
}
