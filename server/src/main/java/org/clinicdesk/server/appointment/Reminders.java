package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Roster;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who was called about his visit.
final class Reminders {

    private final Db db;
    private final Clock clock;
    private final Roster roster;

    Reminders(Db db, Clock clock, Roster roster) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
    }

    /// @param by name of whoever called
    record Noted(Reminder reminder, String by) {}

    /// Notes a call to somebody who is expected.
    ///
    /// @param expectedAt when he said he comes; null unless he did
    /// @throws Refusal ALREADY_OVER
    Noted note(Appointment visit, Reminder.Outcome outcome, @Nullable Instant expectedAt) {
        if (!visit.expected()) {
            throw new Refusal(AppointmentRefusal.ALREADY_OVER);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        judge(outcome, expectedAt, now);
        var caller = Call.current().caller();
        var reminder =
                new Reminder(
                        Ids.next(clock),
                        visit,
                        roster.dayOf(visit.span().start()),
                        outcome,
                        expectedAt,
                        now,
                        caller.staffId());
        db.session().persist(reminder);
        return new Noted(reminder, caller.name());
    }

    private void judge(Reminder.Outcome outcome, @Nullable Instant expectedAt, Instant now) {
        if ((outcome == Reminder.Outcome.COMING) != (expectedAt != null)) {
            throw new Invalid("expected_at", "time.none");
        }
        var today = roster.day(roster.today());
        if (expectedAt != null && (expectedAt.isBefore(now) || !expectedAt.isBefore(today.end()))) {
            throw new Invalid("expected_at", "time.past");
        }
    }

    /// @throws Refusal NOT_YOURS
    Reminder withdraw(UUID id, long version) {
        var reminder = db.get(Reminder.class, id, version);
        reminder.withdraw(Call.current().caller().staffId(), clock.instant());
        return reminder;
    }

    /// The last call about each of some visits.
    Collection<Noted> last(List<UUID> visits) {
        var last = new LinkedHashMap<UUID, Noted>();
        if (!visits.isEmpty()) {
            standing(visits).forEach(noted -> last.put(noted.reminder.appointmentId(), noted));
        }
        return last.values();
    }

    private List<Noted> standing(List<UUID> visits) {
        return db.session()
                .createQuery(
                        """
                        select new org.clinicdesk.server.appointment.Reminders$Noted(r, s.name)
                        from Reminder r join StaffMember s on s.id = r.notedBy
                        where r.appointmentId in (:visits) and r.withdrawnAt is null
                        order by r.notedAt, r.id\
                        """,
                        Noted.class)
                .setParameterList("visits", visits)
                .list();
    }

    /// When somebody said last that he comes.
    Optional<Instant> expectedAt(UUID visit) {
        return last(List.of(visit)).stream()
                .findFirst()
                .flatMap(noted -> noted.reminder.expectedAt());
    }
}
