package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.StaffMember;
import org.clinicdesk.waitlist.v1.AddToWaitlistRequest;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/// Turns what a desk asks for into what exists and fits together.
final class WaitlistWishes {

    private static final int WHOLE_DAY = 24 * 60;

    private final Db db;
    private final Roster roster;
    private final Sites sites;
    private final Patients patients;
    private final Appointments appointments;

    WaitlistWishes(
            Db db, Roster roster, Sites sites, Patients patients, Appointments appointments) {
        this.db = db;
        this.roster = roster;
        this.sites = sites;
        this.patients = patients;
        this.appointments = appointments;
    }

    WaitlistEntry.Asking of(AddToWaitlistRequest request) {
        var patient = patients.living(Ids.of(request.getPatientId())).id();
        var wanted = of(request.getWanted());
        sites.offered(wanted.service());
        return new WaitlistEntry.Asking(
                db.get(Site.class, Ids.of(request.getSiteId())).id(),
                patient,
                later(request, patient, wanted.service()),
                wanted);
    }

    /// The visit that is to give way must be his, of the same service, and to come. @throws Refusal OVER
    private @Nullable UUID later(AddToWaitlistRequest request, UUID patient, UUID service) {
        if (request.getAppointmentId().isEmpty()) {
            return null;
        }
        var visit = appointments.get(Ids.of(request.getAppointmentId()));
        if (!visit.patientId().equals(patient)) {
            throw new Invalid("appointment_id", "appointment.elsewhere");
        }
        if (!visit.serviceId().equals(service)) {
            throw new Invalid("wanted.service_id", "service.other");
        }
        if (!visit.expected()) {
            throw new Refusal(WaitlistRefusal.OVER);
        }
        return visit.id();
    }

    Wanted of(org.clinicdesk.waitlist.v1.Wanted wanted) {
        var service = sites.service(Ids.of(wanted.getServiceId()));
        var to = wanted.getToMinute() == 0 ? WHOLE_DAY : wanted.getToMinute();
        var length =
                wanted.getMinutes() == 0
                        ? service.length()
                        : Duration.ofMinutes(wanted.getMinutes());
        if (to - wanted.getFromMinute() < length.toMinutes()) {
            throw new Invalid("wanted.to_minute", "time.order");
        }
        var earliest = date("wanted.earliest", wanted.getEarliest());
        var latest = date("wanted.latest", wanted.getLatest());
        refuseOrder(earliest, latest);
        return new Wanted(
                service.id(),
                length,
                Urgency.valueOf(wanted.getUrgency().name().substring("URGENCY_".length())),
                wanted.getPractitionerIdsList().stream()
                        .map(this::practitioner)
                        .collect(Collectors.toUnmodifiableSet()),
                wanted.getSpecialty().strip(),
                wanted.getWeekdaysList().stream()
                        .map(DayOfWeek::of)
                        .collect(Collectors.toUnmodifiableSet()),
                wanted.getFromMinute(),
                to,
                earliest,
                latest,
                wanted.getNote().strip());
    }

    private void refuseOrder(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        if (latest == null) {
            return;
        }
        if (latest.isBefore(roster.today())) {
            throw new Invalid("wanted.latest", "date.past");
        }
        if (earliest != null && latest.isBefore(earliest)) {
            throw new Invalid("wanted.latest", "date.order");
        }
    }

    private UUID practitioner(String id) {
        var practitioner = db.get(StaffMember.class, Ids.of(id));
        if (!practitioner.bookable() || !practitioner.active()) {
            throw new Invalid("wanted.practitioner_ids", "practitioner.not_bookable");
        }
        return practitioner.id();
    }

    private static @Nullable LocalDate date(String field, String day) {
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeException _) {
            throw new Invalid(field, "date.none");
        }
    }
}
