package org.clinicdesk.server.replan;

import org.clinicdesk.server.appointment.Alternatives;
import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.Replanning;
import org.clinicdesk.server.appointment.Replanning.Target;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.replan.ReplanAnswer.Kind;
import org.clinicdesk.server.replan.ReplanAnswer.Step;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Decides about visits that an absence hits, step by step, and takes steps back.
final class Steps {

    private final Db db;
    private final Clock clock;
    private final Replans replans;
    private final Replanning replanning;
    private final Answers answers;

    Steps(Db db, Clock clock, Replans replans, Replanning replanning, Answers answers) {
        this.db = db;
        this.clock = clock;
        this.replans = replans;
        this.replanning = replanning;
        this.answers = answers;
    }

    /// Moves visits, all or none. @throws Refusal NOT_ACCEPTED, OTHER_SPECIALTY
    List<ReplanAnswer> accept(UUID absence, List<Target> targets) {
        var ids = targets.stream().map(Target::visit).toList();
        if (ids.stream().distinct().count() < ids.size()) {
            throw new Invalid("choices", "repeated.unique");
        }
        var closure = replans.closure(absence);
        var visits = replans.hit(closure, ids, false);
        for (var number = 0; number < visits.size(); number++) {
            refuseOtherSpecialty(visits.get(number), targets.get(number).practitioner());
        }
        var refused = new LinkedHashMap<UUID, String>();
        var moved = replanning.reschedule(targets, closure.roomId(), refused);
        if (!refused.isEmpty()) {
            throw ReplanRefusal.NOT_ACCEPTED.naming(refused);
        }
        var step = step(absence);
        return stand(
                moved.stream()
                        .map(one ->
                                ReplanAnswer.moved(
                                        Ids.next(clock), step, one.old(), one.next().id()))
                        .toList());
    }

    private void refuseOtherSpecialty(Appointment visit, UUID practitioner) {
        var other = db.get(StaffMember.class, practitioner);
        var own = db.get(StaffMember.class, visit.practitionerId());
        if (!other.bookable() || !other.active() || !Alternatives.interchangeable(own, other)) {
            throw new Refusal(ReplanRefusal.OTHER_SPECIALTY);
        }
    }

    /// Notes that visits stay. @throws Refusal NOT_OPEN
    List<ReplanAnswer> keep(UUID absence, List<UUID> ids, String why) {
        var visits = replans.hit(replans.closure(absence), ids, true);
        var step = step(absence);
        return stand(
                visits.stream()
                        .map(visit -> ReplanAnswer.kept(Ids.next(clock), step, visit, why))
                        .toList());
    }

    /// Puts visits on the pinboard. @throws Refusal NOT_OPEN
    List<ReplanAnswer> pin(UUID absence, List<UUID> ids) {
        var visits = replans.hit(replans.closure(absence), ids, true);
        visits.forEach(replanning::pin);
        var step = step(absence);
        return stand(
                visits.stream()
                        .map(visit -> ReplanAnswer.pinned(Ids.next(clock), step, visit))
                        .toList());
    }

    /// Takes a step back as a whole.
    ///
    /// @param step null for all that stand
    /// @return how many visits it was about @throws Refusal NOTHING_TO_UNDO, NOT_TAKEN_BACK
    int takeBack(UUID absence, @Nullable UUID step) {
        var standing =
                answers.standing(absence).stream()
                        .filter(answer -> step == null || answer.step().id().equals(step))
                        .toList();
        if (standing.isEmpty()) {
            throw new Refusal(ReplanRefusal.NOTHING_TO_UNDO);
        }
        var refused = new LinkedHashMap<UUID, String>();
        replanning.takeBack(moved(standing), refused);
        if (!refused.isEmpty()) {
            throw ReplanRefusal.NOT_TAKEN_BACK.naming(refused);
        }
        standing.stream()
                .filter(answer -> answer.kind() == Kind.PINNED)
                .forEach(answer -> replanning.unpin(replanning.get(answer.appointmentId())));
        end(standing);
        return standing.size();
    }

    /// Those that were not taken back on the day board meanwhile.
    private List<UUID> moved(List<ReplanAnswer> standing) {
        return standing.stream()
                .filter(answer -> answer.kind() == Kind.MOVED)
                .map(ReplanAnswer::appointmentId)
                .filter(id -> replanning.replaced(replanning.get(id)))
                .toList();
    }

    private Step step(UUID absence) {
        return new Step(
                Ids.next(clock),
                answers.nextStep(absence),
                absence,
                now(),
                Call.current().caller().staffId());
    }

    /// What was decided about the same visits before ends with it.
    private List<ReplanAnswer> stand(List<ReplanAnswer> decided) {
        var absence = decided.getFirst().step().absence();
        var before = answers.byVisit(absence);
        var replaced = new ArrayList<ReplanAnswer>();
        decided.forEach(answer -> {
            var other = before.get(answer.appointmentId());
            if (other != null) {
                replaced.add(other);
            }
        });
        end(replaced);
        answers.add(decided);
        return decided;
    }

    private void end(Collection<ReplanAnswer> ended) {
        var by = Call.current().caller().staffId();
        ended.forEach(answer -> answer.end(now(), by));
    }

    /// To the precision of the database.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
