package org.clinicdesk.server.appointment;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Visits that doctors want to see people at again, and what became of them.
final class FollowUps {

    /// A visit that stands here leaves its follow-up waiting.
    private static final Set<Status> IN_VAIN = Set.of(Status.CANCELLED, Status.NO_SHOW);

    private static final String DUE =
            """
            where f.siteId = :site and f.dueOn <= :until and f.withdrawnAt is null
              and not exists (select 1 from Appointment a
                              where a.followUpId = f.id and a.status not in (:inVain))\
            """;

    private final Db db;

    FollowUps(Db db) {
        this.db = db;
    }

    /// A follow-up with whom it is for.
    ///
    /// @param visit the one it is booked for or was done at; null while it waits
    record Line(FollowUp followUp, Patient patient, @Nullable Appointment visit) {}

    /// Notes that a visit is for a follow-up; to be called with the patient locked, as booking does.
    /// @throws Refusal FOLLOW_UP_OVER when it was withdrawn, FOLLOW_UP_BOOKED when another visit is for it
    void book(FollowUp followUp, Appointment visit) {
        followUp.refuseWithdrawn();
        if (!followUp.patientId().equals(visit.patientId()) || booked(followUp)) {
            throw new Refusal(AppointmentRefusal.FOLLOW_UP_BOOKED);
        }
        visit.follow(followUp.id());
    }

    private boolean booked(FollowUp followUp) {
        return !visits(followUp.id()).isEmpty();
    }

    private List<UUID> visits(UUID followUp) {
        return db.session()
                .createQuery(
                        """
                        select id from Appointment
                        where followUpId = :id and status not in (:inVain)\
                        """,
                        UUID.class)
                .setParameter("id", followUp)
                .setParameterList("inVain", IN_VAIN)
                .list();
    }

    /// Of a visit that is to be had again; with the patient locked. @throws Refusal FOLLOW_UP_BOOKED when another one is for it
    void refuseTwice(Appointment visit) {
        if (twice(visit)) {
            throw new Refusal(AppointmentRefusal.FOLLOW_UP_BOOKED);
        }
    }

    /// Whether the follow-up that a visit is for has another one.
    boolean twice(Appointment visit) {
        var others = visit.followUpId().map(this::visits).orElse(List.of());
        return others.stream().anyMatch(other -> !other.equals(visit.id()));
    }

    /// Those of a site that wait and are due by a day, the most overdue first.
    List<Line> due(UUID site, LocalDate until) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.appointment.FollowUps$Line(f, p, null)
                        from FollowUp f join Patient p on p.id = f.patientId
                        """
                                + DUE
                                + " order by f.dueOn, f.id",
                        Line.class)
                .setParameter("site", site)
                .setParameter("until", until)
                .setParameterList("inVain", IN_VAIN)
                .list();
    }

    /// How many of a site wait and are due by a day.
    long count(UUID site, LocalDate until) {
        return db.session()
                .createQuery("select count(*) from FollowUp f " + DUE, Long.class)
                .setParameter("site", site)
                .setParameter("until", until)
                .setParameterList("inVain", IN_VAIN)
                .getSingleResult();
    }

    /// All of one person, whatever became of them, by the day they are due.
    List<Line> of(UUID patient) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.appointment.FollowUps$Line(f, p, a)
                        from FollowUp f join Patient p on p.id = f.patientId
                          left join Appointment a on a.followUpId = f.id and a.status not in (:inVain)
                        where f.patientId = :patient order by f.dueOn, f.id\
                        """,
                        Line.class)
                .setParameter("patient", patient)
                .setParameterList("inVain", IN_VAIN)
                .list();
    }
}
