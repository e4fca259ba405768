package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.appointment.Status;
import org.clinicdesk.server.appointment.TimeFreed;
import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Roster;
import org.hibernate.LockMode;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// All who want to come sooner.
final class Waitlist {

    private static final int MOST = 500;

    /// Where a later visit stands that cannot give way any more.
    private static final Set<Status> OVER = Set.of(Status.FULFILLED, Status.NO_SHOW);

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Appointments appointments;

    Waitlist(Db db, Clock clock, Roster roster, Appointments appointments) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.appointments = appointments;
    }

    /// Somebody with what he waits for.
    record Line(WaitlistEntry entry, Patient patient) {}

    WaitlistEntry get(UUID id) {
        return db.get(WaitlistEntry.class, id);
    }

    WaitlistEntry get(UUID id, long version) {
        return db.get(WaitlistEntry.class, id, version);
    }

    /// Puts somebody on the list. @throws Refusal ALREADY_WAITING
    WaitlistEntry add(WaitlistEntry.Asking asking) {
        refuseTwice(asking.patient(), asking.site(), asking.wanted().service());
        var entry =
                new WaitlistEntry(
                        Ids.next(clock),
                        asking,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Call.current().caller().staffId());
        db.session().persist(entry);
        return entry;
    }

    /// Puts somebody back who was taken off. @throws Refusal NOT_WITHDRAWN, ALREADY_WAITING
    void reinstate(WaitlistEntry entry) {
        if (entry.state() == WaitingState.WITHDRAWN) {
            refuseTwice(entry.patientId(), entry.siteId(), entry.serviceId());
        }
        entry.reinstate();
    }

    /// Of two desks that put the same person on the list at once, the second waits here and is refused.
    private void refuseTwice(UUID patient, UUID site, UUID service) {
        db.session().find(Patient.class, patient, LockMode.PESSIMISTIC_WRITE);
        if (waits(patient, site, service)) {
            throw new Refusal(WaitlistRefusal.ALREADY_WAITING);
        }
    }

    private boolean waits(UUID patient, UUID site, UUID service) {
        return db
                .session()
                .createQuery(
                        """
                        from WaitlistEntry where patientId = :patient and siteId = :site
                          and serviceId = :service and state = WAITING\
                        """,
                        WaitlistEntry.class)
                .setParameter("patient", patient)
                .setParameter("site", site)
                .setParameter("service", service)
                .list()
                .stream()
                .anyMatch(entry -> !expired(entry));
    }

    /// A visit that was booked from the list by mistake and taken back leaves the person where he was, unless he has asked
    /// for the same anew since.
    void unbook(TimeFreed freed) {
        if (freed.mistaken()) {
            db
                    .session()
                    .createQuery(
                            "from WaitlistEntry where bookedAppointmentId = :visit",
                            WaitlistEntry.class)
                    .setParameter("visit", freed.visit().id())
                    .list()
                    .stream()
                    .filter(entry -> !waits(entry.patientId(), entry.siteId(), entry.serviceId()))
                    .forEach(WaitlistEntry::waitAgain);
        }
    }

    /// Whoever waits without a visit and is given one by hand waits on, but only for what is sooner than that one, which then
    /// gives way: he is neither forgotten nor booked twice.
    void note(Appointment visit) {
        if (visit.expected()) {
            db
                    .session()
                    .createQuery(
                            """
                            from WaitlistEntry where patientId = :patient and siteId = :site
                              and serviceId = :service and state = WAITING\
                            """,
                            WaitlistEntry.class)
                    .setParameter("patient", visit.patientId())
                    .setParameter("site", visit.siteId())
                    .setParameter("service", visit.serviceId())
                    .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                    .list()
                    .stream()
                    .filter(entry -> !hasVisit(entry))
                    .forEach(entry -> entry.has(visit.id()));
        }
    }

    /// Whoever waits for a sooner time of a visit waits for what it is for in truth.
    void correct(Appointment visit) {
        db
                .session()
                .createQuery(
                        "from WaitlistEntry where patientId = :patient and state = WAITING",
                        WaitlistEntry.class)
                .setParameter("patient", visit.patientId())
                .list()
                .stream()
                .filter(entry -> visit(entry).filter(visit::equals).isPresent())
                .forEach(entry -> entry.isFor(visit.serviceId()));
    }

    private boolean hasVisit(WaitlistEntry entry) {
        return visit(entry).filter(visit -> visit.status() != Status.CANCELLED).isPresent();
    }

    /// The later visit, or the one that took its place in the end.
    private Optional<Appointment> visit(WaitlistEntry entry) {
        return entry.appointmentId().map(appointments::current);
    }

    /// Whether somebody waits, and his last day is not over.
    boolean waits(WaitlistEntry entry) {
        return entry.state() == WaitingState.WAITING && !expired(entry);
    }

    /// Whether his last day is over, or the visit that was to give way.
    boolean expired(WaitlistEntry entry) {
        return entry.wanted().expired(roster.today())
                || visit(entry).filter(visit -> OVER.contains(visit.status())).isPresent();
    }

    /// Those of a site who wait, in the order in which times are proposed.
    List<Line> waiting(UUID site) {
        var lines = asked(site);
        readVisits(lines);
        return lines.stream().filter(line -> !expired(line.entry)).toList();
    }

    /// At once, and not one by one.
    private void readVisits(List<Line> lines) {
        var visits = lines.stream().flatMap(line -> line.entry.appointmentId().stream()).toList();
        if (!visits.isEmpty()) {
            var _ =
                    db.session()
                            .createQuery("from Appointment where id in (:ids)", Appointment.class)
                            .setParameterList("ids", visits)
                            .list();
        }
    }

    private List<Line> asked(UUID site) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.waitlist.Waitlist$Line(e, p)
                        from WaitlistEntry e join Patient p on p.id = e.patientId
                        where e.siteId = :site and e.state = WAITING
                          and (e.latestOn is null or e.latestOn >= :today)
                        order by case e.urgency when ASAP then 0 when URGENT then 1 else 2 end, e.askedAt, e.id\
                        """,
                        Line.class)
                .setParameter("site", site)
                .setParameter("today", roster.today())
                .setMaxResults(MOST)
                .list();
    }

    /// All of one person, whatever became of them, the latest first.
    List<Line> of(UUID patient) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.waitlist.Waitlist$Line(e, p)
                        from WaitlistEntry e join Patient p on p.id = e.patientId
                        where e.patientId = :patient order by e.askedAt desc, e.id\
                        """,
                        Line.class)
                .setParameter("patient", patient)
                .setMaxResults(MOST)
                .list();
    }
}
