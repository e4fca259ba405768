package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.CheckInRequest;
import org.clinicdesk.appointment.v1.CheckInResponse;
import org.clinicdesk.appointment.v1.GetDayRequest;
import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.GetDaySheetRequest;
import org.clinicdesk.appointment.v1.GetDaySheetResponse;
import org.clinicdesk.appointment.v1.ListUpcomingRequest;
import org.clinicdesk.appointment.v1.ListUpcomingResponse;
import org.clinicdesk.appointment.v1.MarkAttendedRequest;
import org.clinicdesk.appointment.v1.MarkAttendedResponse;
import org.clinicdesk.appointment.v1.MarkNoShowRequest;
import org.clinicdesk.appointment.v1.MarkNoShowResponse;
import org.clinicdesk.appointment.v1.ReinstateRequest;
import org.clinicdesk.appointment.v1.ReinstateResponse;
import org.clinicdesk.appointment.v1.SetConfirmationRequest;
import org.clinicdesk.appointment.v1.SetConfirmationResponse;
import org.clinicdesk.appointment.v1.UndoCheckInRequest;
import org.clinicdesk.appointment.v1.UndoCheckInResponse;
import org.clinicdesk.appointment.v1.UndoRequest;
import org.clinicdesk.appointment.v1.UndoResponse;
import org.clinicdesk.server.paper.NothingToExport;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.Board;
import org.clinicdesk.server.roster.Roster;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// What of AppointmentService shows visits and says what became of them.
final class AppointmentApi {

    private final Clock clock;
    private final Appointments appointments;
    private final Undoing undoing;
    private final DayBoard board;
    private final DaySheet sheet;
    private final Board waiting;
    private final Roster roster;
    private final Patients patients;
    private final AppointmentLines lines;
    private final SeriesPlaces places;

    AppointmentApi(
            Clock clock,
            Appointments appointments,
            Undoing undoing,
            DayBoard board,
            DaySheet sheet,
            Board waiting,
            Roster roster,
            Patients patients,
            AppointmentLines lines,
            SeriesPlaces places) {
        this.clock = clock;
        this.appointments = appointments;
        this.undoing = undoing;
        this.board = board;
        this.sheet = sheet;
        this.waiting = waiting;
        this.roster = roster;
        this.patients = patients;
        this.lines = lines;
        this.places = places;
    }

    GetDayResponse day(GetDayRequest request) {
        var date = date(request.getDate());
        var day = board.read(wanted(request, date));
        var answer = GetDayResponse.newBuilder().setDate(date.toString());
        day.columns().forEach(column -> answer.addColumns(AppointmentProtos.proto(column)));
        var inSeries = places.of(day.visits().stream().map(DayBoard.Visit::appointment).toList());
        for (var visit : day.visits()) {
            var ticket = day.tickets().getOrDefault(visit.appointment().id(), "");
            answer.addAppointments(
                    lines.named(
                            AppointmentProtos.proto(
                                    visit.appointment(), visit.patient(), ticket, inSeries)));
        }
        day.holds().forEach(held -> answer.addHolds(AppointmentProtos.proto(held)));
        day.pins()
                .forEach(
                        pin -> answer.addPins(AppointmentProtos.proto(pin.visit(), pin.patient())));
        day.types().forEach(type -> answer.addVisitTypes(AppointmentProtos.proto(type)));
        day.resources().forEach(it -> answer.addResources(AppointmentProtos.proto(it)));
        day.closedRooms()
                .forEach((room, spans) ->
                        answer.addClosedRooms(AppointmentProtos.closed(room, spans)));
        var limits = waiting.limits(Ids.of(request.getSiteId()));
        return answer.setWaiting(AppointmentProtos.proto(limits, waiting.version(limits))).build();
    }

    private static DayBoard.Wanted wanted(GetDayRequest request, LocalDate first) {
        if (!request.getPractitionerId().isEmpty() && !request.getRoomId().isEmpty()) {
            throw new Invalid("room_id", "room.beside_practitioner");
        }
        var busy = request.getPractitionerId() + request.getRoomId();
        return new DayBoard.Wanted(
                Ids.of(request.getSiteId()),
                first,
                first.plusDays(Math.max(0, request.getDays() - 1)),
                busy.isEmpty() ? null : Ids.of(busy));
    }

    GetDaySheetResponse sheet(GetDaySheetRequest request) {
        var date = date(request.getDate());
        var doctors =
                request.getPractitionerIdsList().stream().map(Ids::of).collect(Collectors.toSet());
        try {
            var pdf = sheet.pdf(Ids.of(request.getSiteId()), date, doctors);
            var file = Protos.pdf("visits-" + date + ".pdf", pdf);
            return GetDaySheetResponse.newBuilder().setFile(file).build();
        } catch (NothingToExport _) {
            throw new Refusal(AppointmentRefusal.NOTHING_TO_PRINT);
        }
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
                .forEach(appointment -> answer.addAppointments(lines.shown(appointment)));
        appointments
                .past(patient.id(), request.getPast())
                .forEach(appointment -> answer.addPast(lines.shown(appointment)));
        return answer.build();
    }

    ReinstateResponse reinstate(ReinstateRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        patients.living(appointment.patientId());
        appointments.reinstate(appointment);
        return ReinstateResponse.newBuilder().setAppointment(lines.changed(appointment)).build();
    }

    CheckInResponse checkIn(CheckInRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        appointments.arrive(appointment, now());
        return CheckInResponse.newBuilder().setAppointment(lines.changed(appointment)).build();
    }

    UndoCheckInResponse undoCheckIn(UndoCheckInRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        appointments.undoArrival(appointment);
        return UndoCheckInResponse.newBuilder().setAppointment(lines.changed(appointment)).build();
    }

    /// To the precision of the database, so that what is answered is what is stored.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    MarkAttendedResponse markAttended(MarkAttendedRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        appointments.attend(appointment);
        return MarkAttendedResponse.newBuilder().setAppointment(lines.changed(appointment)).build();
    }

    MarkNoShowResponse markNoShow(MarkNoShowRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        appointments.miss(appointment);
        return MarkNoShowResponse.newBuilder().setAppointment(lines.changed(appointment)).build();
    }

    SetConfirmationResponse setConfirmation(SetConfirmationRequest request) {
        var said =
                Confirmation.valueOf(
                        request.getConfirmation().name().substring("CONFIRMATION_".length()));
        if (request.getOthersCount() > 0) {
            return confirmAll(request, said);
        }
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        appointments.confirm(appointment, said);
        return SetConfirmationResponse.newBuilder()
                .setAppointment(lines.changed(appointment))
                .build();
    }

    private SetConfirmationResponse confirmAll(SetConfirmationRequest request, Confirmation said) {
        var versions = new LinkedHashMap<UUID, Long>();
        versions.put(Ids.of(request.getId()), request.getVersion());
        request.getOthersList()
                .forEach(other -> versions.put(Ids.of(other.getId()), other.getVersion()));
        var visits = appointments.confirmAll(versions, said);
        var answer =
                SetConfirmationResponse.newBuilder()
                        .setAppointment(lines.changed(visits.getFirst()));
        visits.stream().skip(1).forEach(visit -> answer.addOthers(lines.changed(visit)));
        return answer.build();
    }

    UndoResponse undo(UndoRequest request) {
        return request.getOthersCount() == 0 ? undoOne(request) : undoAll(request);
    }

    private UndoResponse undoAll(UndoRequest request) {
        var versions = new LinkedHashMap<UUID, Long>();
        versions.put(Ids.of(request.getId()), request.getVersion());
        request.getOthersList()
                .forEach(other -> versions.put(Ids.of(other.getId()), other.getVersion()));
        var visits = undoing.undoAll(versions);
        visits.stream()
                .filter(Appointment::expected)
                .forEach(visit -> patients.living(visit.patientId()));
        var answer = UndoResponse.newBuilder().setAppointment(lines.changed(visits.getFirst()));
        visits.stream().skip(1).forEach(visit -> answer.addOthers(lines.changed(visit)));
        return answer.build();
    }

    private UndoResponse undoOne(UndoRequest request) {
        var appointment = appointments.get(Ids.of(request.getId()), request.getVersion());
        var now = undoing.undo(appointment);
        if (Status.EXPECTED.contains(now.status())) {
            patients.living(now.patientId());
        }
        return UndoResponse.newBuilder().setAppointment(lines.changed(now)).build();
    }
}
