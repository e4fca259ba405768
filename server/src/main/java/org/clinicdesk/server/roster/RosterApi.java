package org.clinicdesk.server.roster;

import org.clinicdesk.roster.v1.CopyWeekRequest;
import org.clinicdesk.roster.v1.CopyWeekResponse;
import org.clinicdesk.roster.v1.GetRosterRequest;
import org.clinicdesk.roster.v1.GetRosterResponse;
import org.clinicdesk.roster.v1.ListMissingHoursRequest;
import org.clinicdesk.roster.v1.ListMissingHoursResponse;
import org.clinicdesk.roster.v1.RosterDay;
import org.clinicdesk.roster.v1.RosterRow;
import org.clinicdesk.roster.v1.SetDayRequest;
import org.clinicdesk.roster.v1.SetDayResponse;
import org.clinicdesk.roster.v1.SetWeekRequest;
import org.clinicdesk.roster.v1.SetWeekResponse;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.roster.TakenHours.Taken;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// RosterService of the contract: hours.
final class RosterApi {

    private static final int WEEK = 7;

    private final Db db;
    private final Roster roster;
    private final Plans plans;
    private final Staff staff;
    private final MissingHours missing;
    private final AbsenceApi absences;

    RosterApi(
            Db db,
            Roster roster,
            Plans plans,
            Staff staff,
            MissingHours missing,
            AbsenceApi absences) {
        this.db = db;
        this.roster = roster;
        this.plans = plans;
        this.staff = staff;
        this.missing = missing;
        this.absences = absences;
    }

    GetRosterResponse roster(GetRosterRequest request) {
        var site = site(request.getSiteId());
        var from =
                RosterProtos.optionalDay("from", request.getFrom())
                        .orElseGet(() -> WorkingHours.monday(roster.today()));
        var days =
                from.datesUntil(from.plusDays(request.getDays() == 0 ? WEEK : request.getDays()))
                        .toList();
        var table = roster.timetable(site, from, days.getLast(), null);
        var open = table.hours(from, days.getLast());
        var edits = plans.edits();
        var answer = GetRosterResponse.newBuilder().setFrom(from.toString());
        for (var member : staff.all()) {
            var shown = member.active() && member.bookable() || open.containsKey(member.id());
            if (shown) {
                answer.addRows(row(member, edits).addAllDays(days(table, member.id(), days)));
            }
        }
        absences.between(from, days.getLast()).stream()
                .filter(absence -> !absence.getHoursTaken())
                .forEach(answer::addAbsences);
        return answer.build();
    }

    private static RosterRow.Builder row(StaffMember member, Map<UUID, Integer> edits) {
        return RosterRow.newBuilder()
                .setPractitionerId(member.id().toString())
                .setName(member.name())
                .setSpecialty(member.specialty())
                .setVersion(edits.getOrDefault(member.id(), 0));
    }

    private static List<RosterDay> days(Timetable table, UUID member, List<LocalDate> days) {
        return days.stream().map(day -> day(table, member, day)).toList();
    }

    private static RosterDay day(Timetable table, UUID member, LocalDate day) {
        var entry = table.entry(member, day);
        var answer =
                RosterDay.newBuilder()
                        .setDate(day.toString())
                        .setMode(RosterProtos.proto(entry.mode()))
                        .setEveryWeeks(entry.everyWeeks());
        entry.shifts().forEach(shift -> answer.addShifts(RosterProtos.proto(shift)));
        table.open(member, day).forEach(span -> answer.addOpen(RosterProtos.proto(span)));
        return answer.build();
    }

    ListMissingHoursResponse missingHours(ListMissingHoursRequest request) {
        var week =
                WorkingHours.monday(
                        RosterProtos.optionalDay("week", request.getWeek())
                                .orElseGet(() -> roster.today().plusWeeks(1)));
        var answer = ListMissingHoursResponse.newBuilder().setWeek(week.toString());
        missing.in(week)
                .forEach(member ->
                        answer.addPractitionersBuilder()
                                .setId(member.id().toString())
                                .setName(member.name()));
        return answer.build();
    }

    SetWeekResponse setWeek(SetWeekRequest request) {
        var from = monday("from", request.getFrom());
        var to = RosterProtos.optionalDay("to", request.getTo());
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new Invalid("to", "date.before");
        }
        var member = Ids.of(request.getPractitionerId());
        var site = site(request.getSiteId());
        var plan = plans.open(member, request.getVersion());
        var days = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : request.getDaysList()) {
            var shifts = RosterProtos.shifts(day.getShiftsList());
            if (days.put(DayOfWeek.of(day.getWeekday()), shifts) != null) {
                throw new Invalid("days", "weekday.twice");
            }
        }
        var taken =
                judged(
                        plans.setWeek(
                                member,
                                site,
                                new WeekPattern(from, to, request.getEveryWeeks(), days),
                                asWeekly(from, request.getAsWeeklyList())),
                        request.getDespiteBooked());
        return SetWeekResponse.newBuilder().setVersion(plan.edits()).setTaken(taken).build();
    }

    private static List<LocalDate> asWeekly(LocalDate monday, List<String> texts) {
        var days = texts.stream().map(text -> RosterProtos.day("as_weekly", text)).toList();
        if (days.stream().anyMatch(day -> !WorkingHours.monday(day).equals(monday))) {
            throw new Invalid("as_weekly", "date.week");
        }
        return days;
    }

    SetDayResponse setDay(SetDayRequest request) {
        var member = Ids.of(request.getPractitionerId());
        var site = site(request.getSiteId());
        var plan = plans.open(member, request.getVersion());
        var taken =
                judged(
                        plans.setDay(
                                member,
                                site,
                                RosterProtos.day("date", request.getDate()),
                                RosterProtos.mode(request.getMode()),
                                RosterProtos.shifts(request.getShiftsList())),
                        request.getDespiteBooked());
        return SetDayResponse.newBuilder().setVersion(plan.edits()).setTaken(taken).build();
    }

    /// @throws Refusal BOOKED when visits are hit that nobody has seen
    private static org.clinicdesk.roster.v1.TakenHours judged(Taken taken, boolean despiteBooked) {
        if (!despiteBooked) {
            taken.refuse();
        }
        return RosterProtos.proto(taken);
    }

    CopyWeekResponse copyWeek(CopyWeekRequest request) {
        var week = monday("week", request.getWeek());
        var site = site(request.getSiteId());
        var changed = 0;
        var taken = Taken.nothing();
        for (var practitioner : request.getPractitionersList()) {
            var member = Ids.of(practitioner.getId());
            plans.open(member, practitioner.getVersion());
            var copied = plans.copyWeek(member, site, week, request.getWeeks());
            changed += copied.days();
            taken = taken.and(copied.taken());
        }
        return CopyWeekResponse.newBuilder()
                .setDaysChanged(changed)
                .setTaken(judged(taken, request.getDespiteBooked()))
                .build();
    }

    private UUID site(String id) {
        return db.get(Site.class, Ids.of(id)).id();
    }

    private static LocalDate monday(String field, String text) {
        var day = RosterProtos.day(field, text);
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new Invalid(field, "date.monday");
        }
        return day;
    }
}
