package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.BookedTimes.Hit;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The one place through which holidays, closures, blockouts and leave change.
final class Absences {

    /// Longer than any leave; a mistyped year is caught.
    static final int MOST_DAYS = 370;

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Staff staff;
    private final Rows rows;
    private final BookedTimes booked;
    private final Reopening reopening;
    private final StrandedVisits stranded;

    Absences(
            Db db,
            Clock clock,
            Roster roster,
            Staff staff,
            Reopening reopening,
            StrandedVisits stranded) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.staff = staff;
        this.rows = new Rows(db);
        this.booked = new BookedTimes(db);
        this.reopening = reopening;
        this.stranded = stranded;
    }

    List<Absence> list(LocalDate from, LocalDate to) {
        return rows.absences(from, to);
    }

    Absence get(UUID id, long version) {
        return db.get(Absence.class, id, version);
    }

    /// Visits yet to come that an absence hits, by start.
    List<Hit> hit(Absence.Concerned concerned, WallSpan time) {
        var now = clock.instant();
        return time.in(roster.zone()).stream()
                .flatMap(span -> booked.hit(concerned, span).stream())
                .filter(visit -> visit.ahead(now))
                .toList();
    }

    /// Enters an absence that holds at once. @throws Refusal BOOKED unless `despiteBooked`
    List<Hit> add(Absence absence, boolean despiteBooked) {
        refuseMisfit(absence);
        var hit = close(absence.concerned(), absence.time(), despiteBooked);
        db.session().persist(absence);
        return hit;
    }

    /// Enters the holidays of a calendar for the whole clinic, each instead of what was said of it before.
    /// @throws Refusal BOOKED unless `despiteBooked`, with the visits of all of them
    Entered enter(HolidayCalendar calendar, boolean despiteBooked) {
        var changes = CalendarChanges.of(calendar, rows.readFromCalendars(), roster.today());
        changes.gone().forEach(before -> strikeOut(before, Absence.REPLACED));
        var hit = new LinkedHashSet<Hit>();
        var entered = new ArrayList<Absence>();
        for (var holiday : changes.fresh()) {
            var absence = Absence.holiday(Ids.next(clock), holiday);
            hit.addAll(add(absence, true));
            entered.add(absence);
        }
        if (!hit.isEmpty() && !despiteBooked) {
            throw new Refusal(RosterRefusal.BOOKED, Map.of("visits", Integer.toString(hit.size())));
        }
        return new Entered(entered, hit, changes);
    }

    /// @param hit visits of all of them, each once
    record Entered(List<Absence> holidays, Collection<Hit> hit, CalendarChanges changes) {}

    /// Asks for leave for whoever calls. @throws Refusal NOT_BOOKABLE
    Absence request(AbsenceKind kind, WallSpan time, String note) {
        var self = db.get(StaffMember.class, Call.current().caller().staffId());
        if (!self.bookable()) {
            throw new Refusal(RosterRefusal.NOT_BOOKABLE);
        }
        var absence =
                new Absence(
                        Ids.next(clock),
                        kind,
                        AbsenceState.REQUESTED,
                        new Absence.Concerned(self.id(), null, null),
                        time,
                        note);
        refuseMisfit(absence);
        db.session().persist(absence);
        return absence;
    }

    /// Approves or declines. @throws Refusal NOT_REQUESTED, BOOKED
    List<Hit> decide(Absence leave, boolean approve, boolean despiteBooked) {
        leave.decide(approve, now(), Call.current().caller().staffId());
        return approve ? close(leave.concerned(), leave.time(), despiteBooked) : List.of();
    }

    /// Gives leave back; what it closed is open again. @throws Refusal NOT_YOURS, NOT_OPEN
    void withdraw(Absence leave) {
        var self = Call.current().caller().staffId();
        if (!leave.kind().leave() || !leave.staffId().map(self::equals).orElse(false)) {
            throw new Refusal(RosterRefusal.NOT_YOURS);
        }
        giveBack(leave, leave::withdraw);
    }

    /// Strikes an absence out; what it closed is open again. @throws Refusal ALREADY_VOID, HOURS_TAKEN
    void strikeOut(Absence absence, String why) {
        giveBack(absence, () -> absence.strikeOut(Voiding.now(now(), why)));
    }

    /// The hours may have been made shorter while nobody was there: then the visits go on waiting for an answer.
    private void giveBack(Absence absence, Runnable change) {
        var hours = absence.holds() && !absence.hoursTaken() && absence.roomId().isEmpty();
        if (hours) {
            lock(absence.concerned(), absence.time());
        }
        reopening.after(absence, change);
        if (hours) {
            hit(absence.concerned(), absence.time())
                    .forEach(visit ->
                            stranded.keep(visit.resourceId(), visit.siteId(), visit.span()));
        }
    }

    private void lock(Absence.Concerned concerned, WallSpan time) {
        var zone = roster.zone();
        time.in(zone)
                .ifPresent(span ->
                        booked.lock(
                                resources(concerned),
                                LocalDate.ofInstant(span.start(), zone),
                                LocalDate.ofInstant(span.end().minusNanos(1), zone)));
    }

    private List<Hit> close(Absence.Concerned concerned, WallSpan time, boolean despiteBooked) {
        lock(concerned, time);
        var hit = hit(concerned, time);
        if (!hit.isEmpty() && !despiteBooked) {
            throw new Refusal(RosterRefusal.BOOKED, Map.of("visits", Integer.toString(hit.size())));
        }
        return hit;
    }

    private Collection<UUID> resources(Absence.Concerned concerned) {
        if (concerned.staffId() != null) {
            return List.of(concerned.staffId());
        }
        return concerned.roomId() != null
                ? List.of(concerned.roomId())
                : staff.bookable().stream().map(StaffMember::id).toList();
    }

    private void refuseMisfit(Absence absence) {
        var concerned = absence.concerned();
        var nobody = concerned.staffId() == null && concerned.roomId() == null;
        var fits =
                switch (absence.kind()) {
                    case HOLIDAY, CLOSURE -> nobody;
                    case BLOCKOUT ->
                            nobody
                                    ? concerned.siteId() != null
                                    : concerned.staffId() == null || concerned.roomId() == null;
                    case VACATION, SICK, TRAINING ->
                            concerned.staffId() != null
                                    && concerned.roomId() == null
                                    && concerned.siteId() == null;
                };
        if (!fits) {
            throw new Invalid("kind", "absence.target");
        }
        if (absence.kind() == AbsenceKind.BLOCKOUT && absence.note().isBlank()) {
            throw new Invalid("note", "absence.reason");
        }
        absence.staffId().ifPresent(id -> db.get(StaffMember.class, id));
        absence.roomId().ifPresent(id -> db.get(Room.class, id));
        absence.siteId().ifPresent(id -> db.get(Site.class, id));
        refuseTime(absence.time());
    }

    private static void refuseTime(WallSpan time) {
        if (time.empty()) {
            throw new Invalid("time", "absence.empty");
        }
        if (time.days() > MOST_DAYS) {
            throw new Invalid("time", "absence.long");
        }
    }

    /// To the precision of the database.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
