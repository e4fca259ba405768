package org.clinicdesk.server.roster;

import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.site.Sites;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffMember;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Finds those for whom nothing was entered in a week.
final class MissingHours {

    private final Roster roster;
    private final Staff staff;
    private final Sites sites;

    MissingHours(Roster roster, Staff staff, Sites sites) {
        this.roster = roster;
        this.staff = staff;
        this.sites = sites;
    }

    /// Practitioners without hours at any site in the week of a Monday, and without a word about why: a day off, or
    /// absence on every day from Monday to Friday.
    List<StaffMember> in(LocalDate monday) {
        var tables =
                sites.sites().stream()
                        .map(Site::id)
                        .map(site -> roster.timetable(site, monday, monday.plusDays(6), null))
                        .toList();
        return staff.bookable().stream()
                .filter(member ->
                        tables.stream().noneMatch(table -> entered(table, member, monday)))
                .filter(member -> tables.stream().noneMatch(table -> away(table, member, monday)))
                .toList();
    }

    private static boolean entered(Timetable table, StaffMember member, LocalDate monday) {
        return week(monday).anyMatch(day -> table.entry(member.id(), day).entered());
    }

    private static boolean away(Timetable table, StaffMember member, LocalDate monday) {
        return week(monday)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .allMatch(day -> table.away(member.id(), day));
    }

    private static Stream<LocalDate> week(LocalDate monday) {
        return monday.datesUntil(monday.plusDays(7));
    }
}
