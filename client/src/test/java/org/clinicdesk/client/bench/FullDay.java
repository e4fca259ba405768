package org.clinicdesk.client.bench;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.roster.WorkingHours;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.server.staff.StaffMember;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The day after tomorrow in the sample clinic, with seven more doctors and 42 visits of each: 504.
final class FullDay {

    private static final int DOCTORS = 12;
    private static final int EACH = 42;
    private static final Duration VISIT = Duration.ofMinutes(15);
    private static final LocalTime OPENS = LocalTime.of(7, 30);

    static final int VISITS = DOCTORS * EACH;

    private final Server.Clinic clinic;
    private final UUID site;

    private FullDay(Server.Clinic clinic) {
        this.clinic = clinic;
        this.site = clinic.features().site.sites().sites().getFirst().id();
    }

    static void book(Server.Clinic clinic) {
        Call.system(
                "bench",
                () ->
                        clinic.platform()
                                .db()
                                .write(() -> {
                                    new FullDay(clinic).fill();
                                    return null;
                                }));
    }

    private void fill() {
        var staff = clinic.features().staff.staff();
        for (var number = staff.bookable().size(); number < DOCTORS; number++) {
            hire("Dr. Bench " + number);
        }
        clinic.platform().db().session().flush();
        var people =
                clinic.platform()
                        .db()
                        .session()
                        .createQuery("from Patient order by number", Patient.class)
                        .list();
        var doctors = staff.bookable();
        var opens =
                clinic.features()
                        .roster
                        .roster()
                        .today()
                        .plusDays(2)
                        .atTime(OPENS)
                        .atZone(SampleClinic.ZONE)
                        .toInstant();
        for (var number = 0; number < VISITS; number++) {
            book(doctors, people, opens, number);
        }
    }

    private void hire(String name) {
        var doctor =
                new StaffMember(
                        Ids.next(clinic.platform().clock()),
                        name.replaceAll("\\W", "").toLowerCase(java.util.Locale.ROOT),
                        name,
                        "General practice",
                        true);
        clinic.features().staff.staff().add(doctor);
        for (var weekday : DayOfWeek.values()) {
            clinic.features()
                    .roster
                    .roster()
                    .add(
                            new WorkingHours(
                                    Ids.next(clinic.platform().clock()),
                                    doctor.id(),
                                    site,
                                    weekday,
                                    OPENS,
                                    LocalTime.of(18, 0),
                                    LocalDate.EPOCH));
        }
    }

    /// At one time everybody has another patient.
    private void book(List<StaffMember> doctors, List<Patient> people, Instant opens, int number) {
        var start = opens.plus(VISIT.multipliedBy(number / DOCTORS));
        clinic.features()
                .appointment
                .appointments()
                .enter(
                        new Wish(
                                people.get(number % people.size()).id(),
                                doctors.get(number % DOCTORS).id(),
                                site,
                                Optional.empty(),
                                clinic.features().site.sites().services().getFirst().id(),
                                new Span(start, start.plus(VISIT)),
                                "Đau họng"));
    }
}
