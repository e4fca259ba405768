package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What people seem to prefer, by their visits that took place in the last two years: doctors whom they saw more than once,
/// and the half of the day that two of three of their visits began in. Nobody is asked, so it never rules anything out.
///
/// @param doctors those seen more than once
/// @param half 0 before noon, 1 after; -1 when it is not known
record Habits(Set<UUID> doctors, int half) {

    static final Habits NONE = new Habits(Set.of(), -1);

    private static final Duration BACK = Duration.ofDays(730);
    private static final int OFTEN = 2;

    private record Past(UUID patient, UUID doctor, int half) {}

    /// Those of some people; nobody who was never here.
    static Map<UUID, Habits> of(Db db, Roster roster, Collection<UUID> patients, Instant now) {
        return db
                .session()
                .createQuery(
                        """
                        select patientId, practitionerId, startsAt from Appointment
                        where patientId in (:patients) and status = FULFILLED and startsAt > :from\
                        """,
                        Object[].class)
                .setParameterList("patients", patients)
                .setParameter("from", now.minus(BACK))
                .list()
                .stream()
                .map(row -> new Past((UUID) row[0], (UUID) row[1], half(roster, (Instant) row[2])))
                .collect(
                        Collectors.groupingBy(
                                Past::patient,
                                Collectors.collectingAndThen(Collectors.toList(), Habits::from)));
    }

    private static int half(Roster roster, Instant start) {
        return half(start.atZone(roster.zone()).getHour());
    }

    /// Which half of the day an hour lies in.
    static int half(int hour) {
        return hour < 12 ? 0 : 1;
    }

    private static Habits from(List<Past> visits) {
        var doctors =
                visits.stream()
                        .collect(Collectors.groupingBy(Past::doctor, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(seen -> seen.getValue() >= OFTEN)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        var late = (int) visits.stream().filter(visit -> visit.half == 1).count();
        var most = Math.max(late, visits.size() - late);
        var known = visits.size() >= OFTEN && most * 3 >= visits.size() * 2;
        return new Habits(doctors, known ? (late == most ? 1 : 0) : -1);
    }
}
