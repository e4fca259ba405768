package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.site.Sites;
import org.hibernate.query.Query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Who works when, and what a day of the clinic is.
public final class Roster {

    /// Told when working hours change.
    public static final String TOPIC = "roster";

    private final Db db;
    private final Clock clock;
    private final Sites sites;

    public Roster(Db db, Clock clock, Sites sites) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
    }

    public void add(WorkingHours hours) {
        db.session().persist(hours);
    }

    /// The zone whose wall clock the clinic follows.
    public ZoneId zone() {
        return sites.clinic().zone();
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /// The day of the clinic that an instant falls on.
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    /// From midnight to midnight: not always 24 hours.
    public Span day(LocalDate day) {
        var zone = zone();
        return new Span(
                day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// When each person works at a site on a day, in order; nobody without hours. A shift that began the evening before
    /// and reaches into the day counts with all of it.
    public Map<UUID, List<Span>> hours(UUID site, LocalDate day) {
        return hours(site, day, "", _ -> {});
    }

    /// Whether somebody works at a site through the whole span.
    public boolean works(UUID staff, UUID site, Span span) {
        var own = "and staffId = :staff";
        return hours(site, dayOf(span.start()), own, query -> query.setParameter("staff", staff))
                .getOrDefault(staff, List.of())
                .stream()
                .anyMatch(hours -> hours.contains(span));
    }

    private Map<UUID, List<Span>> hours(
            UUID site, LocalDate day, String more, Consumer<Query<WorkingHours>> with) {
        var query =
                db.session()
                        .createQuery(
                                """
                                from WorkingHours
                                where siteId = :site and weekday in (:dayBefore, :dayOf, :dayAfter)
                                  and validFrom <= :after and (validTo is null or validTo >= :before)
                                """
                                        + more,
                                WorkingHours.class)
                        .setParameter("site", site)
                        .setParameter("dayBefore", weekday(day.minusDays(1)))
                        .setParameter("dayOf", weekday(day))
                        .setParameter("dayAfter", weekday(day.plusDays(1)))
                        .setParameter("after", day.plusDays(1))
                        .setParameter("before", day.minusDays(1));
        with.accept(query);
        return expanded(query.setReadOnly(true).list(), day);
    }

    private static short weekday(LocalDate day) {
        return (short) day.getDayOfWeek().getValue();
    }

    private Map<UUID, List<Span>> expanded(Collection<WorkingHours> rows, LocalDate day) {
        var zone = zone();
        var whole = day(day);
        var byStaff = new HashMap<UUID, List<Span>>();
        for (var row : rows) {
            for (var date : List.of(day.minusDays(1), day, day.plusDays(1))) {
                row.on(date, zone)
                        .ifPresent(span ->
                                byStaff.computeIfAbsent(row.staffId(), _ -> new ArrayList<>())
                                        .add(span));
            }
        }
        byStaff.replaceAll(
                (_, spans) -> Span.joined(spans).stream().filter(whole::overlaps).toList());
        byStaff.values().removeIf(List::isEmpty);
        return byStaff;
    }
}
