package org.clinicdesk.client.appointment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.card.v1.CardServiceGrpc;
import org.clinicdesk.card.v1.GetScanRequest;
import org.clinicdesk.card.v1.GetScanResponse;
import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Lane;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.common.v1.PersonLine;

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
        NOT_TODAY,
        NO_VISIT,
        UNKNOWN_CODE,
        REVOKED,
        NOT_A_CARD,
        FAILED;

        boolean good() {
            return this == ARRIVED || this == ALREADY_ARRIVED;
        }

        /// Whether a visit could be booked now.
        boolean bookable() {
            return this == NOT_TODAY || this == NO_VISIT;
        }
    }

    ReadOnlyObjectProperty<Optional<Arrival>> result() {
        return result.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    boolean mayScan() {
        return actions.mayCheckIn() && desk.may(CardServiceGrpc.getGetScanMethod());
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
        var request = ListUpcomingRequest.newBuilder().setPatientId(person.getPatientId()).build();
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
        var expected = today.stream().filter(ArrivalModel::isBooked).findFirst();
        if (expected.isPresent()) {
            actions.checkIn(expected.get(), arrived -> arrived(Optional.of(person), arrived));
        } else if (!today.isEmpty()) {
            var visit = today.getFirst();
            say(
                    Kind.ALREADY_ARRIVED,
                    Optional.of(person),
                    detail(visit, Times.at(desk, visit.getArrivedAt())));
            show(visit);
        } else if (!upcoming.isEmpty()) {
            say(Kind.NOT_TODAY, Optional.of(person), next(upcoming.getFirst()));
        } else {
            say(Kind.NO_VISIT, Optional.of(person), "");
        }
    }

    private static boolean isBooked(Appointment visit) {
        return visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_BOOKED
                || visit.getStatus() == AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW;
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
