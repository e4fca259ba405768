package org.clinicdesk.server.sample;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.CancelReason;
import org.clinicdesk.server.appointment.FollowUp;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.roster.WorkingHours;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.staff.StaffMember;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// Today in the sample clinic, whatever the day: working hours, visits booked, and as much of them done as the time of day
/// says. The same day and hour always look the same.
///
/// Two doctors have somebody in the room, two have somebody waiting and nobody in the room, and for the last nobody waits.
final class SampleDay {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private static final Duration GRID = Duration.ofMinutes(30);

    /// Nobody of the sample has two visits nearer than this.
    private static final Duration APART = Duration.ofMinutes(60);

    private static final List<String> IN_ROOM = List.of("herrera", "whitlow");
    private static final List<String> WAITED_FOR = List.of("okafor", "duc", "herrera", "whitlow");

    private static final List<String> REASONS =
            List.of(
                    "Follow-up after blood test",
                    "Đau họng ba ngày",
                    "Dolor de espalda",
                    "Blood pressure check",
                    "Ho kéo dài",
                    "Revisión anual",
                    "Repeat prescription",
                    "");

    private final Server.Clinic clinic;
    private final Instant now;
    private final UUID site;
    private final Service consultation;
    private final List<StaffMember> doctors;
    private final List<Patient> people;
    private final Map<UUID, List<Span>> busy = new HashMap<>();
    private final Random chance;

    SampleDay(Server.Clinic clinic) {
        var features = clinic.features();
        this.clinic = clinic;
        this.now = clinic.platform().clock().instant();
        this.site = features.site.sites().sites().getFirst().id();
        this.consultation =
                features.site.sites().services().stream()
                        .filter(service -> service.length().equals(GRID))
                        .findFirst()
                        .orElseThrow();
        this.doctors = features.staff.staff().bookable();
        this.people =
                clinic.platform()
                        .db()
                        .session()
                        .createQuery("from Patient order by number", Patient.class)
                        // The first is left free for whoever tries the clinic out.
                        .setFirstResult(1)
                        .list();
        this.chance = new Random(today().toEpochDay());
    }

    private LocalDate today() {
        return clinic.features().roster.roster().today();
    }

    void fill() {
        hours();
        var visits = book(today(), 60);
        book(today().plusDays(1), 30);
        visits.forEach(this::letHappen);
        followUps();
        visits.stream()
                .filter(visit -> visit.span().start().isAfter(now.plus(Duration.ofHours(2))))
                .findFirst()
                .ifPresent(visit ->
                        clinic.features()
                                .appointment
                                .appointments()
                                .cancel(visit, CancelReason.PATIENT));
    }

    /// One that is overdue, one that is due today, one that comes up.
    private void followUps() {
        order(4, 0, -3, "Đo lại huyết áp");
        order(9, 1, 0, "Resultados del análisis");
        order(14, 2, 14, "HbA1c after three months");
    }

    private void order(int person, int doctor, int days, String reason) {
        var by = doctors.get(doctor).id();
        clinic.features()
                .appointment
                .appointments()
                .order(
                        new FollowUp.Order(
                                site,
                                people.get(person % people.size()).id(),
                                by,
                                consultation.id(),
                                today().plusDays(days),
                                reason),
                        by);
    }

    private void hours() {
        for (var doctor : doctors) {
            for (var weekday : DayOfWeek.values()) {
                work(doctor, weekday, MORNING, NOON);
                work(doctor, weekday, AFTERNOON, EVENING);
            }
        }
    }

    private void work(StaffMember doctor, DayOfWeek weekday, LocalTime from, LocalTime to) {
        var hours =
                new WorkingHours(
                        Ids.next(clinic.platform().clock()),
                        doctor.id(),
                        site,
                        weekday,
                        from,
                        to,
                        today().minusYears(1));
        bookedRoom(doctor).ifPresent(hours::in);
        clinic.features().roster.roster().add(hours);
    }

    /// Books so many percent of the times of all doctors, earliest first.
    private List<Appointment> book(LocalDate day, int percent) {
        var visits = new ArrayList<Appointment>();
        var hours = clinic.features().roster.roster().hours(site, day);
        for (var doctor : doctors) {
            for (var stretch : hours.getOrDefault(doctor.id(), List.of())) {
                for (var start = stretch.start();
                        start.isBefore(stretch.end());
                        start = start.plus(GRID)) {
                    if (chance.nextInt(100) < percent) {
                        book(doctor, new Span(start, start.plus(GRID))).ifPresent(visits::add);
                    }
                }
            }
        }
        visits.sort(Comparator.comparing(visit -> visit.span().start()));
        return visits;
    }

    private Optional<Appointment> book(StaffMember doctor, Span span) {
        return somebodyFree(span)
                .map(patient -> {
                    busy.computeIfAbsent(patient.id(), _ -> new ArrayList<>()).add(span);
                    return clinic.features()
                            .appointment
                            .appointments()
                            .enter(
                                    new Wish(
                                            patient.id(),
                                            doctor.id(),
                                            site,
                                            bookedRoom(doctor),
                                            consultation.id(),
                                            span,
                                            REASONS.get(chance.nextInt(REASONS.size()))));
                });
    }

    /// The first two doctors have a room in their hours, which is booked with the visit; the others are given one when they call.
    private Optional<UUID> bookedRoom(StaffMember doctor) {
        return doctors.indexOf(doctor) < 2 ? Optional.of(room(doctor.id())) : Optional.empty();
    }

    private Optional<Patient> somebodyFree(Span span) {
        var around = new Span(span.start().minus(APART), span.end().plus(APART));
        var free =
                people.stream()
                        .filter(patient ->
                                busy.getOrDefault(patient.id(), List.of()).stream()
                                        .noneMatch(around::overlaps))
                        .toList();
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(free.get(chance.nextInt(free.size())));
    }

    private void letHappen(Appointment visit) {
        var span = visit.span();
        var login = login(visit.practitionerId());
        if (!span.end().isAfter(now)) {
            arrive(visit, span.start().minus(Duration.ofMinutes(8)));
            call(visit, span.start().plus(Duration.ofMinutes(1)));
            finish(visit, span.end().minus(Duration.ofMinutes(3)));
        } else if (!span.start().isAfter(now) && WAITED_FOR.contains(login)) {
            arrive(visit, span.start().minus(Duration.ofMinutes(8)));
            if (IN_ROOM.contains(login)) {
                call(visit, span.start());
            }
        } else if (span.start().isBefore(now.plus(GRID)) && WAITED_FOR.contains(login)) {
            arrive(visit, now.minus(Duration.ofMinutes(5)));
        }
    }

    private String login(UUID doctor) {
        return doctors.stream()
                .filter(member -> member.id().equals(doctor))
                .findFirst()
                .orElseThrow()
                .login();
    }

    private void arrive(Appointment visit, Instant at) {
        clinic.features().appointment.appointments().arrive(visit, at);
    }

    private void call(Appointment visit, Instant at) {
        var queue = clinic.features().queue.entries();
        var entry = queue.present(visit.id()).orElseThrow();
        queue.call(entry.id(), site, visit.practitionerId(), room(visit.practitionerId()), at);
    }

    /// Everybody has a room of his own.
    private UUID room(UUID doctor) {
        var rooms = clinic.features().site.sites().rooms();
        var number = doctors.stream().map(StaffMember::id).toList().indexOf(doctor);
        return rooms.get(number % rooms.size()).id();
    }

    private void finish(Appointment visit, Instant at) {
        var queue = clinic.features().queue.entries();
        var entry = queue.present(visit.id()).orElseThrow();
        var consultation = clinic.features().visit.visits().get(entry.visitId().orElseThrow());
        consultation.write(SampleRecords.notes(consultation.notes().reason()));
        clinic.features().visit.finishing().finish(consultation, visit.practitionerId(), at);
    }
}
