package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds what was entered and not struck out.
final class Rows {

    private final Db db;

    Rows(Db db) {
        this.db = db;
    }

    /// Weekly hours at a site that hold on some of the days, the last included.
    ///
    /// @param staff only his; null for those of everybody
    List<WorkingHours> weekly(UUID site, LocalDate from, LocalDate to, @Nullable UUID staff) {
        // Not "in (:weekdays)": Hibernate translates a query with a list anew each time.
        var all =
                """
                from WorkingHours
                where siteId = :site and validFrom <= :to and (validTo is null or validTo >= :from)
                  and mod(weekday + 7 - :first, 7) < :days and voiding.at is null\
                """;
        return of(all, WorkingHours.class, staff)
                .setParameter("first", from.getDayOfWeek().getValue())
                .setParameter("days", ChronoUnit.DAYS.between(from, to) + 1)
                .setParameter("site", site)
                .setParameter("from", from)
                .setParameter("to", to)
                .list();
    }

    /// What differs on some of the days, the last included.
    List<DayHours> dated(UUID site, LocalDate from, LocalDate to, @Nullable UUID staff) {
        var all =
                """
                from DayHours
                where siteId = :site and onDay between :from and :to and voiding.at is null\
                """;
        return of(all, DayHours.class, staff)
                .setParameter("site", site)
                .setParameter("from", from)
                .setParameter("to", to)
                .list();
    }

    private <T> Query<T> of(String all, Class<T> type, @Nullable UUID staff) {
        return staff == null
                ? db.session().createQuery(all, type)
                : db.session()
                        .createQuery(all + " and staffId = :staff", type)
                        .setParameter("staff", staff);
    }

    /// All that was ever read from a calendar, by what that calls it.
    Map<String, List<Absence>> readFromCalendars() {
        return db
                .session()
                .createQuery("from Absence where calendarUid is not null", Absence.class)
                .stream()
                .collect(Collectors.groupingBy(it -> it.calendarUid().orElseThrow()));
    }

    /// Absences that were withdrawn or struck out and would last to a day at least, earliest first.
    List<Absence> ended(LocalDate day) {
        return db.session()
                .createQuery(
                        """
                        from Absence
                        where time.lastDay >= :day and (voiding.at is not null or state = WITHDRAWN)
                        order by time.firstDay, time.fromMinute, id\
                        """,
                        Absence.class)
                .setParameter("day", day)
                .list();
    }

    /// Absences that touch some of the days, the last included, whatever their state, earliest first.
    List<Absence> absences(LocalDate from, LocalDate to) {
        return db.session()
                .createQuery(
                        """
                        from Absence
                        where time.firstDay <= :to and time.lastDay >= :from and voiding.at is null
                          and state in (APPROVED, REQUESTED)
                        order by time.firstDay, time.fromMinute, id\
                        """,
                        Absence.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .list();
    }
}
