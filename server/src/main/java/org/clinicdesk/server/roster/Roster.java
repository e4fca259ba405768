package org.clinicdesk.server.roster;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.site.Sites;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Who works when, and what a day of the clinic is.
public final class Roster {

    /// Told when working hours or absences change.
    public static final String TOPIC = "roster";

    private final Db db;
    private final Clock clock;
    private final Sites sites;
    private final Rows rows;

    public Roster(Db db, Clock clock, Sites sites) {
        this.db = db;
        this.clock = clock;
        this.sites = sites;
        this.rows = new Rows(db);
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

    /// When visits can be booked with each practitioner at a site on a day, in order; nobody without hours. A shift that
    /// began the evening before and reaches into the day counts with all of it.
    public Map<UUID, List<Span>> hours(UUID site, LocalDate day) {
        return hours(site, day, day);
    }

    /// The same for many days, the last included: three queries, however many days and practitioners. Hours that meet at
    /// midnight are one span.
    public Map<UUID, List<Span>> hours(UUID site, LocalDate from, LocalDate to) {
        return timetable(site, from, to, null).hours(from, to);
    }

    /// When visits can be booked with somebody at a site on a day, in order.
    public List<Span> hours(UUID staff, UUID site, LocalDate day) {
        return hours(staff, site, day, day);
    }

    /// The same for many days, the last included.
    List<Span> hours(UUID staff, UUID site, LocalDate from, LocalDate to) {
        return timetable(site, from, to, staff).hours(from, to).getOrDefault(staff, List.of());
    }

    /// For each of the other sites, when visits can be booked with each practitioner on some days, the last included.
    public List<Map<UUID, List<Span>>> elsewhere(UUID site, LocalDate from, LocalDate to) {
        return sites.sites().stream()
                .filter(other -> !other.id().equals(site))
                .map(other -> hours(other.id(), from, to))
                .toList();
    }

    /// Where somebody sits.
    ///
    /// @param since when his present hours began
    public record Seat(UUID roomId, Instant since) {}

    /// Where somebody sits at a moment by his hours, or by the nearest; empty when they name no room.
    public Optional<Seat> seat(UUID staff, UUID site, Instant at) {
        var day = dayOf(at);
        var zone = zone();
        var table = timetable(site, day, day, staff);
        return Stream.of(day.minusDays(1), day)
                .flatMap(on ->
                        table.entry(staff, on).shifts().stream()
                                .flatMap(shift -> shift.at(on, zone).stream()))
                .min(
                        Comparator.comparing((Shift.OnDay shift) -> !shift.span().contains(at))
                                .thenComparing(shift -> shift.span().distance(at)))
                .flatMap(shift ->
                        Optional.ofNullable(shift.roomId())
                                .map(room -> new Seat(room, shift.span().start())));
    }

    /// When each room is blocked on some days, the last included; no room that never is. What closes a site or the
    /// clinic is not among it: nobody has hours then.
    public Map<UUID, List<Span>> blockedRooms(LocalDate from, LocalDate to) {
        var zone = zone();
        var blocked = new HashMap<UUID, List<Span>>();
        for (var absence : rows.absences(from.minusDays(1), to.plusDays(1))) {
            if (absence.state() == AbsenceState.APPROVED && absence.roomId().isPresent()) {
                absence.time()
                        .in(zone)
                        .ifPresent(span ->
                                blocked.computeIfAbsent(
                                                absence.roomId().get(), _ -> new ArrayList<>())
                                        .add(span));
            }
        }
        blocked.replaceAll((_, spans) -> Span.joined(spans));
        return blocked;
    }

    /// Why nobody is at a site.
    ///
    /// @param holiday or closed for another reason
    /// @param name may be empty
    public record Closed(boolean holiday, String name) {}

    /// The public holiday that takes part of a time at a site, or what else closes it or the whole clinic.
    public Optional<Closed> closed(UUID site, Span time) {
        var zone = zone();
        return rows
                .absences(dayOf(time.start()).minusDays(1), LocalDate.ofInstant(time.end(), zone))
                .stream()
                .filter(absence -> absence.closesAll(site))
                .filter(absence -> absence.time().in(zone).filter(time::overlaps).isPresent())
                .map(absence ->
                        new Closed(absence.kind() == AbsenceKind.HOLIDAY, absence.note().strip()))
                .min(Comparator.comparing(closed -> !closed.holiday));
    }

    /// What was entered for some days of a site, the days around them included, for night shifts.
    ///
    /// @param staff only his hours; null for those of everybody
    Timetable timetable(UUID site, LocalDate from, LocalDate to, @Nullable UUID staff) {
        var first = from.minusDays(1);
        var last = to.plusDays(1);
        return new Timetable(
                site,
                zone(),
                rows.weekly(site, first, last, staff),
                rows.dated(site, first, last, staff),
                // A night shift of the last day may meet an absence of the day after the next.
                rows.absences(first, last.plusDays(1)));
    }
}
