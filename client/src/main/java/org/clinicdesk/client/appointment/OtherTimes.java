package org.clinicdesk.client.appointment;

import io.grpc.StatusException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.ListNeedsRequest;
import org.clinicdesk.appointment.v1.ListNeedsResponse.Need;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.Span;
import org.clinicdesk.client.platform.Lane;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is in the way of a visit in the hand and not to be seen on the board, read when the visit is taken up; until then
/// nothing is.
///
/// - When its doctors and its patient are busy in a week of one room or one doctor: the board knows only what is in that
///   room, or with that doctor. Of a day the board knows everything.
/// - When the rooms and the equipment that it needs are taken: of any that will do, all at once.
final class OtherTimes {

    private static final Set<AppointmentStatus> GIVEN_UP =
            Set.of(
                    AppointmentStatus.APPOINTMENT_STATUS_CANCELLED,
                    AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW);

    private final BoardModel board;
    private final AppointmentServiceBlockingV2Stub appointments;
    private final ReadOnlyObjectWrapper<List<Span>> busy = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Need>> needs = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Appointment> about = Optional.empty();
    private final Lane reading = new Lane();
    private final Lane readingNeeds = new Lane();

    OtherTimes(BoardModel board) {
        this.board = board;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(board.desk().channel());
    }

    ReadOnlyObjectProperty<List<Span>> busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Need>> needs() {
        return needs.getReadOnlyProperty();
    }

    boolean free(Column column, Minutes time) {
        return busy.get().stream().noneMatch(span -> overlaps(span, column, time));
    }

    /// Whether there is a room and a piece of equipment of each kind that the visit needs. With another doctor it leaves the
    /// room that it has, unless it cannot do without one.
    boolean met(Column column, Minutes time) {
        return needs.get().stream()
                .filter(need ->
                        !leaves(column) || need.getKind() != ResourceKind.RESOURCE_KIND_ROOM)
                .allMatch(need -> met(need, column, time));
    }

    private boolean leaves(Column column) {
        return about.filter(visit ->
                        !column.isRoom()
                                && !column.practitionerId().equals(visit.getPractitionerId())
                                && !needsRoom(visit))
                .isPresent();
    }

    private boolean needsRoom(Appointment visit) {
        return board.offered().type(visit.getServiceId()).stream()
                .flatMap(type -> type.getNeedsList().stream())
                .anyMatch(need -> need.getKind() == ResourceKind.RESOURCE_KIND_ROOM);
    }

    /// Who puts a visit into a room's column asks for that room, and the board sees whether it is free.
    private boolean met(Need need, Column column, Minutes time) {
        var asked = column.isRoom() && !column.isNoRoom();
        return asked && need.getKind() == ResourceKind.RESOURCE_KIND_ROOM
                || need.getCandidatesList().stream()
                        .anyMatch(one ->
                                one.getTakenList().stream()
                                        .noneMatch(span -> overlaps(span, column, time)));
    }

    private boolean overlaps(Span span, Column column, Minutes time) {
        return board.day().get().wall().minutes(span, column.date()).overlaps(time);
    }

    void forget() {
        reading.drop();
        readingNeeds.drop();
        about = Optional.empty();
        busy.set(List.of());
        needs.set(List.of());
    }

    /// What is known already stays until the answer is there. That something could not be read is told at the drop.
    void read(Appointment visit) {
        about = Optional.of(visit);
        readNeeds(visit);
        if (board.layout().get().week()) {
            readPeople(visit);
        } else {
            reading.drop();
            busy.set(List.of());
        }
    }

    private void readNeeds(Appointment visit) {
        var layout = board.layout().get();
        var request =
                ListNeedsRequest.newBuilder()
                        .setAppointmentId(visit.getId())
                        .setDate(layout.first(board.date().get()).toString())
                        .setDays(layout.length())
                        .build();
        board.desk()
                .calls()
                .call(() -> appointments.listNeeds(request).getNeedsList())
                .latest(readingNeeds)
                .refused(problem -> {})
                .then(needs::set);
    }

    private void readPeople(Appointment visit) {
        var layout = board.layout().get();
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
