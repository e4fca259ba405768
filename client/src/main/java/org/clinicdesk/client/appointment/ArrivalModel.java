package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetScanRequest;
import org.clinicdesk.card.v1.GetScanResponse;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.common.v1.PersonLine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Somebody stands at the desk, by card or by name: his visit of today is checked in, or it is said why not.
final class ArrivalModel {

    private final Desk desk;
    private final BoardModel board;
    private final VisitActions actions;
    private final AppointmentServiceGrpc.AppointmentServiceBlockingV2Stub appointments;
    private final CardServiceGrpc.CardServiceBlockingV2Stub cards;
    private final ReadOnlyObjectWrapper<Optional<Arrival>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Busy busy = new Busy();
    private final Lane lane = new Lane();

    ArrivalModel(BoardModel board, VisitActions actions) {
        this.desk = board.desk();
        this.board = board;
        this.actions = actions;
        this.appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        this.cards = CardServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// How it went.
    ///
    /// @param detail what else there is to say; may be empty
    record Arrival(Kind kind, Optional<PersonLine> person, String detail) {}

    /// The ways it can go.
    enum Kind {
        ARRIVED,
        ALREADY_ARRIVED,
        IN_ROOM,
        ALREADY_SEEN,
        CANCELLED,
        NOT_TODAY,
        NO_VISIT,
        UNKNOWN_CODE,
        REVOKED,
        NOT_A_CARD,
        FAILED;

        boolean good() {
            return this == ARRIVED || this == ALREADY_ARRIVED || this == IN_ROOM;
        }

        /// Whether a visit could be booked now.
        boolean bookable() {
            return this == NOT_TODAY
                    || this == NO_VISIT
                    || this == CANCELLED
                    || this == ALREADY_SEEN;
        }
    }

    ReadOnlyObjectProperty<Optional<Arrival>> result() {
        return result.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    boolean mayScan() {
        return actions.rights().mayCheckIn() && desk.may(CardServiceGrpc.getGetScanMethod());
    }

    void dismiss() {
        lane.drop();
        result.set(Optional.empty());
    }

    /// Takes what a scanner typed.
    void scanned(String code) {
        dismiss();
        var request = GetScanRequest.newBuilder().setCode(code).build();
        desk.calls()
                .call(() -> cards.getScan(request))
                .busy(busy)
                .latest(lane)
                .refused("UNKNOWN_CODE", problem -> say(Kind.UNKNOWN_CODE, Optional.empty(), ""))
                .refused("REVOKED", problem -> say(Kind.REVOKED, Optional.empty(), ""))
                .refused(problem -> failed(Optional.empty(), problem))
                .then(this::found);
    }

    private void found(GetScanResponse scan) {
        if (scan.getPrescriptionId().isEmpty()) {
            arrive(scan.getPerson());
        } else {
            say(Kind.NOT_A_CARD, Optional.of(scan.getPerson()), "");
        }
    }

    /// Checks in the person's earliest visit of today for which he has not arrived yet.
    void arrive(PersonLine person) {
        var request =
                ListUpcomingRequest.newBuilder()
                        .setPatientId(person.getPatientId())
                        .setWholeDay(true)
                        .build();
        desk.calls()
                .call(() -> appointments.listUpcoming(request).getAppointmentsList())
                .busy(busy)
                .latest(lane)
                .refused(problem -> failed(Optional.of(person), problem))
                .then(upcoming -> arrive(person, upcoming));
    }

    private void arrive(PersonLine person, List<Appointment> upcoming) {
        var today =
                upcoming.stream()
                        .filter(visit -> Times.date(desk, visit).equals(desk.today()))
                        .toList();
        var next = upcoming.stream().filter(visit -> !today.contains(visit)).findFirst();
        today.stream()
                .min(Comparator.comparing(ArrivalModel::state))
                .ifPresentOrElse(
                        visit -> arrive(person, visit, next),
                        () ->
                                say(
                                        next.isPresent() ? Kind.NOT_TODAY : Kind.NO_VISIT,
                                        Optional.of(person),
                                        next.map(this::next).orElse("")));
    }

    private void arrive(PersonLine person, Appointment visit, Optional<Appointment> next) {
        var state = state(visit);
        switch (state) {
            case ARRIVED ->
                    actions.checkIn(visit, arrived -> arrived(Optional.of(person), arrived));
            case ALREADY_ARRIVED -> already(state, person, visit, visit.getArrivedAt());
            case IN_ROOM -> already(state, person, visit, visit.getInRoomAt());
            case ALREADY_SEEN -> already(state, person, visit, visit.getFinishedAt());
            default -> {
                var detail = detail(visit, Times.start(desk, visit));
                say(
                        state,
                        Optional.of(person),
                        next.map(later -> detail + "\n" + next(later)).orElse(detail));
            }
        }
    }

    private void already(Kind state, PersonLine person, Appointment visit, Timestamp since) {
        say(state, Optional.of(person), detail(visit, Times.at(desk, since)));
        show(visit);
    }

    /// How a visit of today stands; of several, what comes first here is what matters at the desk.
    private static Kind state(Appointment visit) {
        return switch (visit.getStatus()) {
            case APPOINTMENT_STATUS_REQUESTED,
                    APPOINTMENT_STATUS_BOOKED,
                    APPOINTMENT_STATUS_NO_SHOW ->
                    Kind.ARRIVED;
            case APPOINTMENT_STATUS_ARRIVED -> Kind.ALREADY_ARRIVED;
            case APPOINTMENT_STATUS_IN_ROOM -> Kind.IN_ROOM;
            case APPOINTMENT_STATUS_FULFILLED -> Kind.ALREADY_SEEN;
            default -> Kind.CANCELLED;
        };
    }

    private void arrived(Optional<PersonLine> person, Appointment visit) {
        say(Kind.ARRIVED, person, detail(visit, Times.start(desk, visit)));
        show(visit);
    }

    private void show(Appointment visit) {
        board.select(visit.getId());
        board.today();
    }

    private String detail(Appointment visit, String time) {
        var practitioner = Times.practitioner(desk, visit.getPractitionerId());
        return visit.getTicket().isEmpty()
                ? time + " · " + practitioner
                : desk.texts()
                        .get("appointment.arrival.ticket", time, practitioner, visit.getTicket());
    }

    private String next(Appointment visit) {
        return desk.texts()
                .get(
                        "appointment.arrival.next",
                        desk.texts().dates().day(Times.date(desk, visit)),
                        Times.start(desk, visit),
                        Times.practitioner(desk, visit.getPractitionerId()));
    }

    private void failed(Optional<PersonLine> person, Problem problem) {
        say(Kind.FAILED, person, problem.text(desk.texts()));
    }

    private void say(Kind kind, Optional<PersonLine> person, String detail) {
        result.set(Optional.of(new Arrival(kind, person, detail)));
    }
}
