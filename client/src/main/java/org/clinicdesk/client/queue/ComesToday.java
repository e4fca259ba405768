package org.clinicdesk.client.queue;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.CheckInRequest;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.TakeBack;
import org.clinicdesk.common.v1.PersonLine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Whether somebody who is to be added to the queue has a visit today, so that he does not wait twice and the visit does not
/// wait for him.
final class ComesToday {

    private static final Set<AppointmentStatus> EXPECTED =
            Set.of(
                    AppointmentStatus.APPOINTMENT_STATUS_REQUESTED,
                    AppointmentStatus.APPOINTMENT_STATUS_BOOKED,
                    AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW);

    private final Desk desk;
    private final QueueModel model;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final Busy busy = new Busy();
    private final TakeBack takeBack;

    ComesToday(Desk desk, QueueModel model) {
        this.desk = desk;
        this.model = model;
        this.takeBack = new TakeBack(desk, busy);
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    private boolean may() {
        return desk.may(AppointmentServiceGrpc.getListUpcomingMethod())
                && desk.may(AppointmentServiceGrpc.getCheckInMethod());
    }

    /// Tells of the visits for which somebody can be checked in, the earliest first; of none when they cannot be read.
    void of(PersonLine person, Consumer<List<Appointment>> then) {
        if (!may()) {
            then.accept(List.of());
            return;
        }
        var request =
                ListUpcomingRequest.newBuilder()
                        .setPatientId(person.getPatientId())
                        .setWholeDay(true)
                        .build();
        desk.calls()
                .call(() -> appointments.listUpcoming(request).getAppointmentsList())
                .busy(busy)
                .refused(_ -> then.accept(List.of()))
                .then(visits -> then.accept(visits.stream().filter(this::isExpected).toList()));
    }

    private boolean isExpected(Appointment visit) {
        LocalDate day = start(visit).toLocalDate();
        return EXPECTED.contains(visit.getStatus())
                && visit.getSiteId().equals(model.site())
                && day.equals(desk.today());
    }

    private ZonedDateTime start(Appointment visit) {
        return java.time.Instant.ofEpochSecond(visit.getStart().getSeconds())
                .atZone(desk.session().zone());
    }

    /// `09:30 · Dr. Nguyễn Minh Đức`.
    String words(Appointment visit) {
        LocalTime time = start(visit).toLocalTime();
        return desk.session().desk().getPractitionersList().stream()
                .filter(one -> one.getId().equals(visit.getPractitionerId()))
                .findFirst()
                .map(one -> time + " · " + one.getName())
                .orElse(time.toString());
    }

    void checkIn(Appointment visit) {
        var request =
                CheckInRequest.newBuilder()
                        .setId(visit.getId())
                        .setVersion(visit.getVersion())
                        .build();
        run(
                () -> appointments.checkIn(request).getAppointment(),
                arrived -> {
                    var name = arrived.getPerson().getName();
                    desk.notices()
                            .done(
                                    desk.texts().get("queue.checked-in", name, arrived.getTicket()),
                                    words(arrived),
                                    wayBack(arrived));
                });
    }

    private Runnable wayBack(Appointment arrived) {
        return desk.undos()
                .add(
                        TakeBack.arrival(arrived),
                        attempt -> takeBack.arrival(attempt, arrived, model::explain, this::gone));
    }

    private void gone(Appointment visit) {
        desk.notices().done(desk.texts().get("queue.gone", visit.getPerson().getName()));
        model.read();
    }

    private void run(Calls.Work<Appointment> work, Consumer<Appointment> then) {
        desk.calls()
                .call(work)
                .busy(busy)
                .refused(model::explain)
                .then(visit -> {
                    then.accept(visit);
                    model.read();
                });
    }
}
