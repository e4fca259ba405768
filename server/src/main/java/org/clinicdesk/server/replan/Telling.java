package org.clinicdesk.server.replan;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// The list of who has to be told what became of his visit.
final class Telling {

    private final Db db;
    private final Clock clock;
    private final Replans replans;
    private final Answers answers;

    Telling(Db db, Clock clock, Replans replans, Answers answers) {
        this.db = db;
        this.clock = clock;
        this.replans = replans;
        this.answers = answers;
    }

    /// Those to be told first, by the time that was hit.
    List<Row> list(UUID absence) {
        return replans.rows(replans.closure(absence)).stream()
                .filter(Row::concernsPerson)
                .sorted(Comparator.comparing(Row::told))
                .toList();
    }

    /// Notes that somebody was told, or not reached.
    ///
    /// @param what the outcome that stood on the screen
    /// @throws Refusal NOTHING_TO_TELL, CHANGED_SINCE
    Row mark(UUID absence, UUID visit, String what, boolean reached) {
        var row = row(absence, visit);
        if (!row.outcome().equals(what)) {
            throw new Refusal(ReplanRefusal.CHANGED_SINCE);
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = Call.current().caller().staffId();
        var before = row.notice();
        var notice =
                before == null
                        ? new ReplanNotice(Ids.next(clock), absence, row.visit(), at, by)
                        : before;
        if (reached) {
            notice.tell(what, at, by);
        } else {
            notice.miss(what, at, by);
        }
        answers.add(notice);
        Call.current().concerns(row.visit().patientId());
        db.session().flush();
        return row(absence, visit);
    }

    private Row row(UUID absence, UUID visit) {
        return list(absence).stream()
                .filter(row -> row.visit().id().equals(visit))
                .findFirst()
                .orElseThrow(() -> new Refusal(ReplanRefusal.NOTHING_TO_TELL));
    }
}
