package org.clinicdesk.server.appointment;

import org.clinicdesk.appointment.v1.ListNeedsRequest;
import org.clinicdesk.appointment.v1.ListNeedsResponse;
import org.clinicdesk.appointment.v1.SearchOpeningsRequest;
import org.clinicdesk.appointment.v1.SearchOpeningsResponse;
import org.clinicdesk.server.appointment.OpeningSearch.Wanted;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.site.Sites;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/// What of AppointmentService finds free times.
final class OpeningApi {

    private static final int DAYS = 60;
    private static final int FIRST = 20;
    private static final int WHOLE_DAY = 24 * 60;

    private final Roster roster;
    private final Sites sites;
    private final OpeningSearch search;
    private final Appointments appointments;
    private final Needs needs;

    OpeningApi(
            Roster roster,
            Sites sites,
            OpeningSearch search,
            Appointments appointments,
            Needs needs) {
        this.roster = roster;
        this.sites = sites;
        this.search = search;
        this.appointments = appointments;
        this.needs = needs;
    }

    ListNeedsResponse needs(ListNeedsRequest request) {
        var visit = appointments.get(Ids.of(request.getAppointmentId()));
        var first = day("date", request.getDate());
        var last = first.plusDays(Math.max(request.getDays(), 1) - 1L);
        var answer = ListNeedsResponse.newBuilder();
        for (var need : needs.of(visit, first, last)) {
            var named =
                    answer.addNeedsBuilder()
                            .setKind(
                                    org.clinicdesk.appointment.v1.ResourceKind.valueOf(
                                            "RESOURCE_KIND_" + need.kind().name()));
            need.taken()
                    .forEach((id, taken) ->
                            named.addCandidatesBuilder()
                                    .setResourceId(id.toString())
                                    .addAllTaken(
                                            taken.stream().map(AppointmentProtos::proto).toList()));
        }
        return answer.build();
    }

    SearchOpeningsResponse find(SearchOpeningsRequest request) {
        var answer = SearchOpeningsResponse.newBuilder();
        search.first(wanted(request))
                .forEach(opening -> answer.addOpenings(AppointmentProtos.proto(opening)));
        return answer.build();
    }

    private Wanted wanted(SearchOpeningsRequest request) {
        var service = sites.service(Ids.of(request.getServiceId()));
        var length =
                request.getMinutes() == 0
                        ? service.length()
                        : Duration.ofMinutes(request.getMinutes());
        var to = request.getToMinute() == 0 ? WHOLE_DAY : request.getToMinute();
        if (to <= request.getFromMinute()) {
            throw new Invalid("to_minute", "time.order");
        }
        return new Wanted(
                Ids.of(request.getSiteId()),
                service.id(),
                length,
                request.getPractitionerIdsList().stream().map(Ids::of).collect(Collectors.toSet()),
                request.getSpecialty().strip(),
                from(request.getFrom()),
                request.getDays() == 0 ? DAYS : request.getDays(),
                request.getWeekdaysList().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                request.getFromMinute(),
                to,
                request.getNeedsList().stream().map(AppointmentProtos::need).toList(),
                request.getPatientId().isEmpty() ? null : patient(request),
                request.getLimit() == 0 ? FIRST : request.getLimit());
    }

    private static UUID patient(SearchOpeningsRequest request) {
        return Ids.of(request.getPatientId());
    }

    /// What is over cannot be found any more.
    private LocalDate from(String day) {
        var today = roster.today();
        var from = day.isEmpty() ? today : day("from", day);
        return from.isBefore(today) ? today : from;
    }

    private static LocalDate day(String field, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException _) {
            throw new Invalid(field, "date.none");
        }
    }
}
