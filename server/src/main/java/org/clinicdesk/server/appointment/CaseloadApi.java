package org.clinicdesk.server.appointment;

import com.google.protobuf.ByteString;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.GetVisitsCalendarRequest;
import org.clinicdesk.appointment.v1.GetVisitsCalendarResponse;
import org.clinicdesk.appointment.v1.ListMyPatientsRequest;
import org.clinicdesk.appointment.v1.ListMyPatientsResponse;
import org.clinicdesk.appointment.v1.ListMyVisitsRequest;
import org.clinicdesk.appointment.v1.ListMyVisitsResponse;
import org.clinicdesk.appointment.v1.ListVisitsTodayRequest;
import org.clinicdesk.appointment.v1.ListVisitsTodayResponse;
import org.clinicdesk.appointment.v1.UnderCare;
import org.clinicdesk.common.v1.File;
import org.clinicdesk.server.patient.People;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.staff.StaffMember;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// What of AppointmentService is about the visits of one doctor, or of some people.
final class CaseloadApi {

    private static final int USUAL = 100;
    private static final int LONGEST_LIST = 62;
    private static final int LONGEST_CALENDAR = 366;

    private final Db db;
    private final Roster roster;
    private final QueueEntries queue;
    private final Caseload caseload;
    private final VisitsCalendar calendar;
    private final SeriesPlaces places;

    CaseloadApi(
            Db db,
            Roster roster,
            QueueEntries queue,
            Caseload caseload,
            VisitsCalendar calendar,
            SeriesPlaces places) {
        this.db = db;
        this.roster = roster;
        this.queue = queue;
        this.caseload = caseload;
        this.calendar = calendar;
        this.places = places;
    }

    ListVisitsTodayResponse today(ListVisitsTodayRequest request) {
        var people = request.getPatientIdsList().stream().map(Ids::of).toList();
        var answer = ListVisitsTodayResponse.newBuilder();
        return answer.addAllAppointments(
                        shown(caseload.ofPatients(people, roster.day(roster.today()))))
                .build();
    }

    ListMyVisitsResponse visits(ListMyVisitsRequest request) {
        var me = Call.current().caller().staffId();
        var span = span(request.getFrom(), request.getUntil(), LONGEST_LIST);
        var statuses =
                request.getStatusesList().stream()
                        .map(CaseloadApi::status)
                        .collect(Collectors.toSet());
        var page = page(request.getOffset(), request.getLimit());
        var part = caseload.visits(me, span, statuses, page);
        var answer = ListMyVisitsResponse.newBuilder().setTotal((int) part.count());
        answer.addAllAppointments(shown(part.rows()));
        caseload.counts(me, span)
                .forEach((status, count) ->
                        answer.addCountsBuilder()
                                .setStatus(
                                        AppointmentStatus.valueOf(
                                                "APPOINTMENT_STATUS_" + status.name()))
                                .setVisits(count.intValue()));
        return answer.build();
    }

    private static Status status(AppointmentStatus status) {
        return Status.valueOf(status.name().substring("APPOINTMENT_STATUS_".length()));
    }

    ListMyPatientsResponse patients(ListMyPatientsRequest request) {
        var me = Call.current().caller().staffId();
        var part = caseload.underCare(me, page(request.getOffset(), request.getLimit()));
        var answer = ListMyPatientsResponse.newBuilder().setTotal((int) part.count());
        part.rows().forEach(row -> answer.addPatients(proto(row)));
        return answer.build();
    }

    private static UnderCare proto(Caseload.UnderCare row) {
        var answer = UnderCare.newBuilder().setPerson(People.line(row.patient()));
        if (row.last() != null) {
            answer.setLastVisit(Protos.timestamp(row.last()));
        }
        if (row.next() != null) {
            answer.setNextVisit(Protos.timestamp(row.next()));
        }
        return answer.build();
    }

    GetVisitsCalendarResponse calendar(GetVisitsCalendarRequest request) {
        var doctor = db.get(StaffMember.class, Ids.of(request.getPractitionerId())).id();
        var span = span(request.getFrom(), request.getUntil(), LONGEST_CALENDAR);
        var visits = caseload.everHis(doctor, span);
        if (visits.isEmpty()) {
            throw new Refusal(AppointmentRefusal.NOTHING_TO_EXPORT);
        }
        var file =
                File.newBuilder()
                        .setName("visits-" + request.getFrom() + "-" + request.getUntil() + ".ics")
                        .setMediaType("text/calendar")
                        .setContent(ByteString.copyFromUtf8(calendar.of(doctor, visits)));
        return GetVisitsCalendarResponse.newBuilder().setFile(file).build();
    }

    private List<org.clinicdesk.appointment.v1.Appointment> shown(List<DayBoard.Visit> visits) {
        var inSeries = places.of(visits.stream().map(DayBoard.Visit::appointment).toList());
        return visits.stream()
                .map(visit ->
                        AppointmentProtos.proto(
                                visit.appointment(),
                                visit.patient(),
                                ticket(visit.appointment()),
                                inSeries))
                .toList();
    }

    /// Only who was there has one, and only on the day.
    private String ticket(Appointment visit) {
        return visit.arrivedAt().isEmpty()
                ? ""
                : queue.present(visit.id()).map(QueueEntry::ticketText).orElse("");
    }

    private static Caseload.Page page(int offset, int limit) {
        return new Caseload.Page(offset, limit == 0 ? USUAL : limit);
    }

    /// @param most so many days
    private Span span(String from, String until, int most) {
        var first = date("from", from);
        var last = date("until", until);
        if (last.isBefore(first) || first.plusDays(most).compareTo(last) <= 0) {
            throw new Invalid("until", "date.range");
        }
        return new Span(roster.day(first).start(), roster.day(last).end());
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Invalid(field, "date.none");
        }
    }
}
