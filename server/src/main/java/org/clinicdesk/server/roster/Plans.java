package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Busy;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Problem.Stale;
import org.clinicdesk.server.platform.SqlStates;
import org.clinicdesk.server.roster.TakenHours.Taken;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The one place through which working hours change.
final class Plans {

    private static final String REPLACED = "replaced";

    /// Later than anything is planned, and still a date that every database keeps.
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Rows rows;
    private final Reopening reopening;
    private final TakenHours taken;
    private final OtherSites others;

    Plans(
            Db db,
            Clock clock,
            Roster roster,
            Reopening reopening,
            TakenHours taken,
            OtherSites others) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.rows = new Rows(db);
        this.reopening = reopening;
        this.taken = taken;
        this.others = others;
    }

    /// How often the hours of each practitioner were changed; nobody whose were not.
    Map<UUID, Integer> edits() {
        return db.session().createQuery("from Plan", Plan.class).list().stream()
                .collect(Collectors.toMap(Plan::staffId, Plan::edits));
    }

    /// Begins a change of somebody's hours. @throws Stale when they changed since they were seen
    Plan open(UUID staff, long seen) {
        var member = db.get(StaffMember.class, staff);
        var plan = db.session().find(Plan.class, member.id());
        if ((plan == null ? 0 : plan.edits()) != seen) {
            throw new Stale(Plan.class, staff);
        }
        if (plan == null) {
            plan = new Plan(staff);
            db.session().persist(plan);
        }
        plan.countEdit();
        try {
            // Of two at once the second ends here, before it has looked at the hours.
            db.session().flush();
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "") ? new Busy("first hours of a practitioner") : e;
        }
        return plan;
    }

    /// Replaces the weekly hours in the weeks that the pattern speaks of.
    /// @param asWeekly days on which nothing else holds any more
    /// @throws Refusal SHIFTS_OVERLAP, WORKS_ELSEWHERE
    Taken setWeek(UUID staff, UUID site, WeekPattern pattern, List<LocalDate> asWeekly) {
        pattern.days().values().forEach(Plans::refuseOverlap);
        return change(
                staff,
                site,
                pattern.from(),
                pattern.to().orElse(OPEN_END),
                () -> {
                    replaceWeek(staff, site, pattern);
                    asWeekly.forEach(day -> replace(staff, site, day, DayMode.WEEKLY, List.of()));
                });
    }

    /// Changes hours from a day to another, the last included: tells what opens, and keeps together the visits that lose
    /// theirs.
    private Taken change(UUID staff, UUID site, LocalDate first, LocalDate last, Runnable change) {
        return taken.after(
                staff,
                site,
                first,
                last,
                () ->
                        others.after(
                                staff,
                                site,
                                first,
                                last,
                                () ->
                                        reopening.after(
                                                staff,
                                                site,
                                                first,
                                                lastTold(first, last),
                                                change)));
    }

    /// The last day of which is told what becomes free.
    private LocalDate lastTold(LocalDate first, LocalDate last) {
        var today = roster.today();
        var farthest = (first.isBefore(today) ? today : first).plusDays(Reopening.HORIZON.toDays());
        return last.isBefore(farthest) ? last : farthest;
    }

    private void replaceWeek(UUID staff, UUID site, WeekPattern pattern) {
        var until = pattern.to().orElse(OPEN_END);
        for (var row : rows.weekly(site, pattern.from(), until, staff)) {
            if (pattern.touches(row)) {
                pattern.rest(row, () -> Ids.next(clock)).forEach(db.session()::persist);
                end(row, pattern.from());
            }
        }
        pattern.days()
                .forEach((weekday, shifts) ->
                        shifts.forEach(shift -> enter(staff, site, pattern, weekday, shift)));
    }

    private void enter(UUID staff, UUID site, WeekPattern pattern, DayOfWeek weekday, Shift shift) {
        var hours =
                new WorkingHours(
                        Ids.next(clock),
                        staff,
                        site,
                        weekday,
                        shift,
                        pattern.everyWeeks(),
                        pattern.from(),
                        pattern.from());
        hours.validTo(pattern.to().orElse(null));
        db.session().persist(hours);
    }

    private void end(WorkingHours row, LocalDate before) {
        if (row.validFrom().isBefore(before)) {
            row.validTo(before.minusDays(1));
        } else {
            row.strikeOut(replaced());
        }
    }

    private Voiding replaced() {
        return Voiding.now(clock.instant(), REPLACED);
    }

    /// Says how a day differs from the weekly hours. What was said of it before is struck out, unless it is an extra shift
    /// beside others. @throws Refusal SHIFTS_OVERLAP, WORKS_ELSEWHERE
    Taken setDay(UUID staff, UUID site, LocalDate day, DayMode mode, List<Shift> shifts) {
        return change(staff, site, day, day, () -> set(staff, site, day, mode, shifts));
    }

    private void set(UUID staff, UUID site, LocalDate day, DayMode mode, List<Shift> shifts) {
        var before = roster.timetable(site, day, day, staff).entry(staff, day);
        if (mode == DayMode.EXTRA) {
            var all = new ArrayList<>(before.shifts());
            all.addAll(shifts);
            refuseOverlap(all);
            // On a day off, or one with other hours, more hours are other hours.
            var added = before.mode() == DayMode.INSTEAD ? DayMode.INSTEAD : mode;
            if (before.mode() == DayMode.OFF) {
                replace(staff, site, day, DayMode.INSTEAD, shifts);
            } else {
                shifts.forEach(shift -> enter(staff, site, day, added, shift));
            }
            return;
        }
        refuseOverlap(shifts);
        replace(staff, site, day, mode, shifts);
    }

    private void replace(UUID staff, UUID site, LocalDate day, DayMode mode, List<Shift> shifts) {
        rows.dated(site, day, day, staff).forEach(row -> row.strikeOut(replaced()));
        if (mode == DayMode.OFF || mode == DayMode.INSTEAD && shifts.isEmpty()) {
            db.session().persist(DayHours.off(Ids.next(clock), staff, site, day));
        } else if (mode == DayMode.INSTEAD) {
            shifts.forEach(shift -> enter(staff, site, day, mode, shift));
        }
    }

    private void enter(UUID staff, UUID site, LocalDate day, DayMode mode, Shift shift) {
        db.session().persist(DayHours.shift(Ids.next(clock), staff, site, day, mode, shift));
    }

    /// @param days that differ now
    record Copied(int days, Taken taken) {}

    /// Makes the weeks after a week like it. @throws Refusal WORKS_ELSEWHERE
    Copied copyWeek(UUID staff, UUID site, LocalDate monday, int weeks) {
        var first = monday.plusWeeks(1);
        var last = monday.plusWeeks(weeks + 1L).minusDays(1);
        var days = new AtomicInteger();
        var hit =
                change(
                        staff,
                        site,
                        first,
                        last,
                        () -> days.set(copied(staff, site, monday, weeks)));
        return new Copied(days.get(), hit);
    }

    private int copied(UUID staff, UUID site, LocalDate monday, int weeks) {
        var changed = 0;
        var table = roster.timetable(site, monday, monday.plusWeeks(weeks + 1L), staff);
        for (var offset = 7; offset < 7 * (weeks + 1); offset++) {
            var day = monday.plusDays(offset);
            var wanted = table.entry(staff, monday.plusDays(offset % 7)).shifts();
            if (!table.entry(staff, day).shifts().equals(wanted)) {
                var mode =
                        table.usual(staff, day).equals(wanted) ? DayMode.WEEKLY : DayMode.INSTEAD;
                replace(staff, site, day, mode, wanted);
                changed++;
            }
        }
        return changed;
    }

    private static void refuseOverlap(List<Shift> shifts) {
        for (var i = 0; i < shifts.size(); i++) {
            for (var other : shifts.subList(i + 1, shifts.size())) {
                if (shifts.get(i).overlaps(other)) {
                    throw new Refusal(RosterRefusal.SHIFTS_OVERLAP);
                }
            }
        }
    }
}
