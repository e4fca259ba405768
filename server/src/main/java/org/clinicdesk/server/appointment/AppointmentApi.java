package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.BookRequest;
import org.clinicdesk.appointment.v1.BookResponse;
import org.clinicdesk.appointment.v1.CancelRequest;
import org.clinicdesk.appointment.v1.CancelResponse;
import org.clinicdesk.appointment.v1.CheckInRequest;
import org.clinicdesk.appointment.v1.CheckInResponse;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.appointment.v1.ListUpcomingResponse;
import org.clinicdesk.appointment.v1.MoveRequest;
import org.clinicdesk.appointment.v1.MoveResponse;
import org.clinicdesk.appointment.v1.ReinstateRequest;
import org.clinicdesk.appointment.v1.ReinstateResponse;
import org.clinicdesk.appointment.v1.UndoCheckInRequest;
import org.clinicdesk.appointment.v1.UndoCheckInResponse;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// AppointmentService of the contract.
final class AppointmentApi {

    private final Db db;
    private final Clock clock;
    private final Appointments appointments;
    private final Wishes wishes;
    private final DayBoard board;
    private final Roster roster;
    private final Patients patients;
    private final QueueEntries queue;

    AppointmentApi(
            Db db,
            Clock clock,
            Appointments appointments,
            Wishes wishes,
            DayBoard board,
            Roster roster,
            Patients patients,
            QueueEntries queue) {
        this.db = db;
        this.clock = clock;
        this.appointments = appointments;
        this.wishes = wishes;
        this.board = board;
        this.roster = roster;
        this.patients = patients;
        this.queue = queue;
    }

    GetDayResponse day(GetDayRequest request) {
        var date = date(request.getDate());
        var day = board.read(Ids.of(request.getSiteId()), date);
        var answer = GetDayResponse.newBuilder().setDate(date.toString());
        day.columns().forEach(column -> answer.addColumns(AppointmentProtos.proto(column)));
        for (var visit : day.visits()) {
            var ticket = day.tickets().getOrDefault(visit.appointment().id(), "");
            answer.addAppointments(
                    AppointmentProtos.proto(visit.appointment(), visit.patient(), ticket));
        }
        return answer.build();
    }

    private LocalDate date(String text) {
        try {
            return text.isEmpty() ? roster.today() : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Invalid("date", "date.none");
        }
    }

    ListUpcomingResponse upcoming(ListUpcomingRequest request) {
        var patient = patients.get(Ids.of(request.getPatientId()));
        Call.current().concerns(patient.id());
        var answer = ListUpcomingResponse.newBuilder();
        appointments
                .upcoming(patient.id(), request.getWholeDay())
                .forEach(appointment ->
                        answer.addAppointments(
                                AppointmentProtos.proto(
                                        appointment, patient, ticket(appointment))));
        return answer.build();
    }

    BookResponse book(BookRequest request) {
        var appointment = appointments.book(wishes.of(request));
        return BookResponse.newBuilder().setAppointment(changed(appointment)).build();
    }

    MoveResponse move(MoveRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        var start = Protos.instant(request.getStart());
        var length =
                request.getMinutes() == 0
                        ? Duration.between(appointment.span().start(), appointment.span().end())
                        : Duration.ofMinutes(request.getMinutes());
        var practitioner = wishes.practitioner(request.getPractitionerId());
        patients.living(appointment.patientId());
        appointments.move(appointment, practitioner, new Span(start, start.plus(length)));
        return MoveResponse.newBuilder().setAppointment(changed(appointment)).build();
    }

    CancelResponse cancel(CancelRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        appointments.cancel(
                appointment,
                CancelReason.valueOf(
                        request.getReason().name().substring("CANCEL_REASON_".length())));
        return CancelResponse.newBuilder().setAppointment(changed(appointment)).build();
    }

    ReinstateResponse reinstate(ReinstateRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        patients.living(appointment.patientId());
        appointments.reinstate(appointment);
        return ReinstateResponse.newBuilder().setAppointment(changed(appointment)).build();
    }

    CheckInResponse checkIn(CheckInRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        appointments.arrive(appointment, now());
        return CheckInResponse.newBuilder().setAppointment(changed(appointment)).build();
    }

    UndoCheckInResponse undoCheckIn(UndoCheckInRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        appointments.undoArrival(appointment);
        return UndoCheckInResponse.newBuilder().setAppointment(changed(appointment)).build();
    }

    /// To the precision of the database, so that what is answered is what is stored.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private org.clinicdesk.appointment.v1.Appointment changed(Appointment appointment) {
        Call.current().concerns(appointment.patientId());
        db.session().flush();
        return AppointmentProtos.proto(
                appointment, patients.get(appointment.patientId()), ticket(appointment));
    }

    private String ticket(Appointment appointment) {
        return Optional.of(appointment.id())
                .flatMap(queue::present)
                .map(QueueEntry::ticket)
                .orElse("");
    }
}
