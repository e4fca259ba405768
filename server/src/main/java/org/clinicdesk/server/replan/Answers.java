package org.clinicdesk.server.replan;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.SqlStates;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// All that was decided, and who was told.
final class Answers {

    private final Db db;

    Answers(Db db) {
        this.db = db;
    }

    /// What stands for an absence, in the order it was decided.
    List<ReplanAnswer> standing(UUID absence) {
        return db.session()
                .createQuery(
                        """
                        from ReplanAnswer where absenceId = :absence and endedAt is null
                        order by stepNumber, stepId, id\
                        """,
                        ReplanAnswer.class)
                .setParameter("absence", absence)
                .list();
    }

    /// The same by visit.
    Map<UUID, ReplanAnswer> byVisit(UUID absence) {
        return standing(absence).stream()
                .collect(Collectors.toMap(ReplanAnswer::appointmentId, answer -> answer));
    }

    /// The number of the step that comes next.
    int nextStep(UUID absence) {
        return db.session()
                .createQuery(
                        "select coalesce(max(stepNumber), 0) + 1 from ReplanAnswer where absenceId"
                                + " = :absence",
                        Integer.class)
                .setParameter("absence", absence)
                .getSingleResult();
    }

    /// Who was tried, by visit: whichever absence it was for, it is told once.
    Map<UUID, ReplanNotice> notices(Collection<UUID> visits) {
        if (visits.isEmpty()) {
            return Map.of();
        }
        return db
                .session()
                .createQuery(
                        "from ReplanNotice where appointmentId in (:visits) order by triedAt, id",
                        ReplanNotice.class)
                .setParameterList("visits", visits)
                .stream()
                .collect(
                        Collectors.toMap(
                                ReplanNotice::appointmentId, notice -> notice, (_, last) -> last));
    }

    /// Those of some absences about which anything was decided or told.
    Set<UUID> begun(Collection<UUID> absences) {
        if (absences.isEmpty()) {
            return Set.of();
        }
        return db
                .session()
                .createQuery(
                        """
                        select distinct absenceId from ReplanAnswer where absenceId in (:absences)
                        union select distinct absenceId from ReplanNotice where absenceId in (:absences)\
                        """,
                        UUID.class)
                .setParameterList("absences", absences)
                .stream()
                .collect(Collectors.toSet());
    }

    /// Stores answers. @throws Refusal NOT_OPEN when somebody else decided about one of the visits at the same moment
    void add(Collection<ReplanAnswer> answers) {
        // Those they stand in for have ended before, and must be written first.
        db.session().flush();
        answers.forEach(db.session()::persist);
        try {
            db.session().flush();
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "standing")
                    ? ReplanRefusal.NOT_OPEN.naming(
                            answers.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    ReplanAnswer::appointmentId, _ -> "NOT_OPEN")))
                    : e;
        }
    }

    void add(ReplanNotice notice) {
        db.session().persist(notice);
    }

    /// The answers by step, the last step first.
    static Map<ReplanAnswer.Step, List<ReplanAnswer>> steps(List<ReplanAnswer> standing) {
        return standing.reversed().stream()
                .collect(
                        Collectors.groupingBy(
                                ReplanAnswer::step, LinkedHashMap::new, Collectors.toList()));
    }

    static Optional<ReplanAnswer> of(
            Map<UUID, ReplanAnswer> answers, UUID visit, ReplanAnswer.Kind kind) {
        return Optional.ofNullable(answers.get(visit)).filter(answer -> answer.kind() == kind);
    }
}
