package org.clinicdesk.client.appointment;

import io.grpc.StatusException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.appointment.v1.Span;
import org.clinicdesk.client.platform.Lane;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// When the doctors and the patient of a visit in the hand are busy in a week of one room or one doctor: the board knows only
/// what is in that room, or with that doctor. Read when the visit is taken up; until then, and on a day, of which the board
/// knows everything, nothing is in the way here.
final class OtherTimes {

    private static final Set<AppointmentStatus> GIVEN_UP =
            Set.of(
                    AppointmentStatus.APPOINTMENT_STATUS_CANCELLED,
                    AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW);

    private final BoardModel board;
    private final AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<List<Span>> busy = new ReadOnlyObjectWrapper<>(List.of());
    private final Lane reading = new Lane();

    OtherTimes(BoardModel board) {
        this.board = board;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(board.desk().channel());
    }

    ReadOnlyObjectProperty<List<Span>> busy() {
        return busy.getReadOnlyProperty();
    }

    boolean free(LocalDate on, Minutes time) {
        var wall = board.day().get().wall();
        return busy.get().stream().noneMatch(span -> wall.minutes(span, on).overlaps(time));
    }

    void forget() {
        reading.drop();
        busy.set(List.of());
    }

    /// What is known already stays until the answer is there. That something could not be read is told at the drop.
    void read(Appointment visit) {
        var layout = board.layout().get();
        if (!layout.week()) {
            forget();
            return;
        }
        var doctors = new LinkedHashSet<>(List.of(visit.getPractitionerId()));
        doctors.addAll(visit.getAlsoPractitionerIdsList());
        doctors.remove(layout.whose());
        var week =
                GetDayRequest.newBuilder()
                        .setDate(layout.first(board.date().get()).toString())
                        .setDays(layout.length())
                        .setSiteId(board.siteId());
        board.desk()
                .calls()
                .call(() -> {
                    var all = new ArrayList<>(ofPatient(visit));
                    for (var doctor : doctors) {
                        all.addAll(ofDoctor(week.setPractitionerId(doctor).build(), visit));
                    }
                    return all;
                })
                .latest(reading)
                .refused(problem -> {})
                .then(all -> busy.set(List.copyOf(all)));
    }

    private List<Span> ofPatient(Appointment visit) throws StatusException {
        var request =
                ListUpcomingRequest.newBuilder()
                        .setPatientId(visit.getPerson().getPatientId())
                        .build();
        return spans(appointments.listUpcoming(request).getAppointmentsList(), visit);
    }

    private List<Span> ofDoctor(GetDayRequest request, Appointment visit) throws StatusException {
        var answer = appointments.getDay(request);
        var busy = new ArrayList<>(spans(answer.getAppointmentsList(), visit));
        answer.getHoldsList().stream()
                .filter(hold -> !hold.getMine())
                .map(hold ->
                        Span.newBuilder().setStart(hold.getStart()).setEnd(hold.getEnd()).build())
                .forEach(busy::add);
        return busy;
    }

    private static List<Span> spans(List<Appointment> visits, Appointment except) {
        return visits.stream()
                .filter(visit ->
                        !visit.getId().equals(except.getId())
                                && !GIVEN_UP.contains(visit.getStatus()))
                .map(visit ->
                        Span.newBuilder().setStart(visit.getStart()).setEnd(visit.getEnd()).build())
                .toList();
    }
}
