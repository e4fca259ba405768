package org.clinicdesk.server.bench;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.roster.WorkingHours;
import org.clinicdesk.server.sample.SampleClinic;
import org.clinicdesk.server.staff.StaffMember;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Fifty doctors of five specialties, so much asked for that each has all the visits a day allows for the next twenty
/// days: 15,000. Whoever looks for a time has to look past all of them.
final class BusyClinic implements Consumer<Server.Clinic> {

    static final List<String> SPECIALTIES =
            List.of("Cardiology", "Paediatrics", "Dermatology", "Gynaecology", "Neurology");

    private static final int DOCTORS = 50;
    private static final int DAYS = 20;
    private static final int A_DAY = 15;
    private static final Duration VISIT = Duration.ofMinutes(30);

    @Override
    public void accept(Server.Clinic clinic) {
        Population.of(DOCTORS * A_DAY).accept(clinic);
        var doctors = new ArrayList<UUID>();
        write(clinic, () -> hire(clinic, doctors));
        var today = clinic.platform().db().read(() -> clinic.features().roster.roster().today());
        for (var day = 0; day < DAYS; day++) {
            var date = today.plusDays(day);
            for (var doctor = 0; doctor < DOCTORS; doctor++) {
                var number = doctor;
                write(clinic, () -> fill(clinic, doctors.get(number), number, date));
            }
        }
    }

    private static void write(Server.Clinic clinic, Runnable work) {
        Call.system(
                "busy",
                () ->
                        clinic.platform()
                                .db()
                                .write(() -> {
                                    work.run();
                                    return null;
                                }));
    }

    private static void hire(Server.Clinic clinic, List<UUID> doctors) {
        var site = clinic.features().site.sites().sites().getFirst().id();
        for (var number = 0; number < DOCTORS; number++) {
            var doctor =
                    new StaffMember(
                            Ids.next(clinic.platform().clock()),
                            "doctor" + number,
                            "Dr. Bận " + number,
                            SPECIALTIES.get(number % SPECIALTIES.size()),
                            true);
            clinic.features().staff.staff().add(doctor);
            doctors.add(doctor.id());
            for (var weekday : DayOfWeek.values()) {
                work(clinic, doctor.id(), site, weekday);
            }
        }
    }

    private static void work(Server.Clinic clinic, UUID doctor, UUID site, DayOfWeek weekday) {
        clinic.features()
                .roster
                .roster()
                .add(
                        new WorkingHours(
                                Ids.next(clinic.platform().clock()),
                                doctor,
                                site,
                                weekday,
                                LocalTime.of(8, 0),
                                LocalTime.of(17, 0),
                                LocalDate.EPOCH));
    }

    private static void fill(Server.Clinic clinic, UUID doctor, int number, LocalDate day) {
        var patients =
                clinic.platform()
                        .db()
                        .session()
                        .createQuery("select id from Patient order by number desc", UUID.class)
                        .setFirstResult(number * A_DAY)
                        .setMaxResults(A_DAY)
                        .list();
        var sites = clinic.features().site.sites();
        var start = day.atTime(8, 0).atZone(SampleClinic.ZONE).toInstant();
        for (var visit = 0; visit < A_DAY; visit++) {
            var from = start.plus(VISIT.multipliedBy(visit));
            var wish =
                    new Wish(
                            patients.get(visit),
                            doctor,
                            sites.sites().getFirst().id(),
                            Optional.empty(),
                            sites.services().getFirst().id(),
                            new Span(from, from.plus(VISIT)),
                            "");
            clinic.features().appointment.appointments().enter(wish);
        }
    }
}
