package org.clinicdesk.server.roster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was entered for some days of a site, expanded in memory day by day with the rules of the zone on that very day.
///
/// The hours that can be booked are the weekly hours, or those entered in their place, and extra shifts; without
/// breaks, blockouts, leave and closures.
final class Timetable {

    private final UUID site;
    private final ZoneId zone;
    private final Map<UUID, List<WorkingHours>> weekly;
    private final Map<UUID, Map<LocalDate, List<DayHours>>> dated;
    private final List<Absence> absences;
    private final Map<Absence, Span> closed = new HashMap<>();

    Timetable(
            UUID site,
            ZoneId zone,
            Collection<WorkingHours> weekly,
            Collection<DayHours> dated,
            Collection<Absence> absences) {
        this.site = site;
        this.zone = zone;
        this.weekly = weekly.stream().collect(Collectors.groupingBy(WorkingHours::staffId));
        this.dated =
                dated.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DayHours::staffId, Collectors.groupingBy(DayHours::onDay)));
        this.absences = List.copyOf(absences);
        absences.forEach(
                absence -> absence.time().in(zone).ifPresent(span -> closed.put(absence, span)));
    }

    /// What was entered for a day.
    ///
    /// @param shifts by start
    /// @param everyWeeks in which rhythm the weekly hours come; 1 when there are none
    record Entry(DayMode mode, List<Shift> shifts, int everyWeeks) {

        /// Whether somebody said something about the day.
        boolean entered() {
            return mode == DayMode.OFF || !shifts.isEmpty();
        }
    }

    Set<UUID> practitioners() {
        return Stream.concat(weekly.keySet().stream(), dated.keySet().stream())
                .collect(Collectors.toSet());
    }

    Entry entry(UUID staff, LocalDate day) {
        var weeks =
                weekly.getOrDefault(staff, List.of()).stream()
                        .filter(row -> row.falls(day))
                        .toList();
        var usual = weeks.stream().map(WorkingHours::shift);
        var every = weeks.stream().mapToInt(WorkingHours::everyWeeks).max().orElse(1);
        var rows = dated.getOrDefault(staff, Map.of()).getOrDefault(day, List.of());
        var entered = rows.stream().flatMap(row -> row.shift().stream());
        var mode = mode(rows);
        return switch (mode) {
            case WEEKLY -> new Entry(mode, ordered(usual), every);
            case EXTRA -> new Entry(mode, ordered(Stream.concat(usual, entered)), every);
            case INSTEAD, OFF -> new Entry(mode, ordered(entered), every);
        };
    }

    /// The weekly shifts of a day, whatever else was entered for it.
    List<Shift> usual(UUID staff, LocalDate day) {
        return ordered(
                weekly.getOrDefault(staff, List.of()).stream()
                        .filter(row -> row.falls(day))
                        .map(WorkingHours::shift));
    }

    private static DayMode mode(List<DayHours> rows) {
        return Stream.of(DayMode.INSTEAD, DayMode.OFF, DayMode.EXTRA)
                .filter(mode -> rows.stream().anyMatch(row -> row.mode() == mode))
                .findFirst()
                .orElse(DayMode.WEEKLY);
    }

    private static List<Shift> ordered(Stream<Shift> shifts) {
        return shifts.sorted(Comparator.comparingInt(Shift::from)).toList();
    }

    /// The hours of each practitioner that can be booked and touch the days, in order; nobody without. A shift that begins
    /// on the evening before or ends on the morning after counts with all of it.
    Map<UUID, List<Span>> hours(LocalDate from, LocalDate to) {
        var range =
                new Span(
                        from.atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant());
        var hours = new HashMap<UUID, List<Span>>();
        for (var staff : practitioners()) {
            var own = open(staff, from, to).stream().filter(range::overlaps).toList();
            if (!own.isEmpty()) {
                hours.put(staff, own);
            }
        }
        return hours;
    }

    private List<Span> open(UUID staff, LocalDate from, LocalDate to) {
        return from.minusDays(1)
                .datesUntil(to.plusDays(2))
                .flatMap(day -> work(staff, day))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toList(), work -> open(staff, work)));
    }

    /// What of the shifts of a day can be booked, in order: of a night shift also what lies on the next.
    List<Span> open(UUID staff, LocalDate day) {
        return open(staff, work(staff, day).toList());
    }

    private List<Span> open(UUID staff, List<Span> work) {
        return Span.without(
                work,
                closed.entrySet().stream()
                        .filter(absence -> absence.getKey().closes(staff, site))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private Stream<Span> work(UUID staff, LocalDate day) {
        return entry(staff, day).shifts().stream().flatMap(shift -> shift.on(day, zone).stream());
    }

    /// Whether somebody is away on a whole day by what was entered.
    boolean away(UUID staff, LocalDate day) {
        return absences.stream()
                .anyMatch(absence -> absence.closes(staff, site) && absence.time().covers(day));
    }
}
