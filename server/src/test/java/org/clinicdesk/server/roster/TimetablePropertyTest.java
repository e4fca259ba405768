package org.clinicdesk.server.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Random rosters in zones that change their clocks at two, at midnight, by half an hour and never: every minute that can
/// be booked is judged by what the clock on the wall shows in it, not by our own arithmetic.
class TimetablePropertyTest {

    private static final List<String> ZONES =
            List.of(
                    "Europe/Madrid",
                    "Africa/Cairo",
                    "Asia/Beirut",
                    "America/Asuncion",
                    "Australia/Lord_Howe",
                    "America/St_Johns",
                    "Asia/Ho_Chi_Minh");
    private static final int ROSTERS = 60;
    private static final long SEED = 20261129;
    private static final UUID SITE = new UUID(0, 1);
    private static final UUID OTHER_SITE = new UUID(0, 2);
    private static final UUID DOCTOR = new UUID(0, 3);
    private static final UUID COLLEAGUE = new UUID(0, 4);

    /// A roster around a day on which the clock of the zone changes, where it does.
    private record World(
            ZoneId zone,
            LocalDate from,
            LocalDate to,
            List<WorkingHours> weekly,
            List<DayHours> dated,
            List<Absence> absences) {

        Timetable table() {
            return new Timetable(SITE, zone, weekly, dated, absences);
        }

        List<Span> hours() {
            return table().hours(from, to).getOrDefault(DOCTOR, List.of());
        }
    }

    static List<String> zones() {
        return ZONES;
    }

    private static List<World> worlds(String zone) {
        var random = new Random(SEED);
        var worlds = new ArrayList<World>();
        for (var i = 0; i < ROSTERS; i++) {
            worlds.add(world(ZoneId.of(zone), random));
        }
        return worlds;
    }

    private static World world(ZoneId zone, Random random) {
        // Asuncion has kept its summer time since 2024: look at years in which it still changed.
        var some = LocalDate.of(2022 + random.nextInt(2), 1 + random.nextInt(12), 1);
        var change = zone.getRules().nextTransition(some.atStartOfDay(zone).toInstant());
        var middle = change == null ? some : LocalDate.ofInstant(change.getInstant(), zone);
        var from = middle.minusDays(random.nextInt(4));
        var to = from.plusDays(random.nextInt(9));
        var weekly = new ArrayList<WorkingHours>();
        for (var i = random.nextInt(12); i >= 0; i--) {
            weekly.add(weekly(from, random));
        }
        var dated = new ArrayList<DayHours>();
        from.datesUntil(to.plusDays(1))
                .filter(_ -> random.nextInt(4) == 0)
                .forEach(day -> dated.add(dated(day, random)));
        var absences = new ArrayList<Absence>();
        for (var i = random.nextInt(5); i > 0; i--) {
            absences.add(absence(from, random));
        }
        return new World(zone, from, to, weekly, dated, absences);
    }

    private static WorkingHours weekly(LocalDate around, Random random) {
        var hours =
                new WorkingHours(
                        new UUID(1, random.nextLong()),
                        DOCTOR,
                        SITE,
                        DayOfWeek.of(1 + random.nextInt(7)),
                        shift(random),
                        1 + random.nextInt(2),
                        around.plusDays(random.nextInt(14)),
                        around.minusDays(random.nextInt(20)));
        if (random.nextInt(4) == 0) {
            hours.validTo(around.plusDays(random.nextInt(9)));
        }
        return hours;
    }

    private static Shift shift(Random random) {
        var from = 15 * random.nextInt(96);
        var to = from + 15 * (1 + random.nextInt(60));
        var pause = from + 15 * random.nextInt((to - from) / 15);
        return random.nextBoolean()
                ? new Shift(from, to, List.of(), null)
                : new Shift(from, to, List.of(new Break(pause, pause + 15)), null);
    }

    private static DayHours dated(LocalDate day, Random random) {
        var id = new UUID(2, random.nextLong());
        return switch (random.nextInt(3)) {
            case 0 -> DayHours.off(id, DOCTOR, SITE, day);
            case 1 -> DayHours.shift(id, DOCTOR, SITE, day, DayMode.EXTRA, shift(random));
            default -> DayHours.shift(id, DOCTOR, SITE, day, DayMode.INSTEAD, shift(random));
        };
    }

    private static Absence absence(LocalDate around, Random random) {
        var first = around.plusDays(random.nextInt(6));
        var last = first.plusDays(random.nextInt(3));
        var from = 15 * random.nextInt(96);
        var time =
                random.nextBoolean()
                        ? WallSpan.days(first, last)
                        : new WallSpan(
                                first,
                                (short) from,
                                last,
                                (short)
                                        (last.equals(first)
                                                ? Math.min(1440, from + 15 + 15 * random.nextInt(9))
                                                : 15 + 15 * random.nextInt(96)));
        return new Absence(
                new UUID(3, random.nextLong()),
                AbsenceKind.values()[random.nextInt(AbsenceKind.values().length)],
                random.nextInt(4) == 0 ? AbsenceState.REQUESTED : AbsenceState.APPROVED,
                switch (random.nextInt(6)) {
                    case 0 -> new Absence.Concerned(null, null, null);
                    case 1 -> new Absence.Concerned(null, null, SITE);
                    case 2 -> new Absence.Concerned(null, null, OTHER_SITE);
                    case 3 -> new Absence.Concerned(COLLEAGUE, null, null);
                    case 4 -> new Absence.Concerned(null, new UUID(0, 9), null);
                    default -> new Absence.Concerned(DOCTOR, null, null);
                },
                time,
                "");
    }

    @ParameterizedTest
    @MethodSource("zones")
    void hoursAreInOrderAndApart(String zone) {
        for (var world : worlds(zone)) {
            var hours = world.hours();
            for (var i = 1; i < hours.size(); i++) {
                assertTrue(hours.get(i - 1).end().isBefore(hours.get(i).start()), world::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void noMinuteLiesInAnAbsence(String zone) {
        for (var world : worlds(zone)) {
            var closing = world.absences.stream().filter(a -> a.closes(DOCTOR, SITE)).toList();
            for (var minute : minutes(world.hours())) {
                var wall = minute.atZone(world.zone).toLocalDateTime();
                for (var absence : closing) {
                    var time = absence.time();
                    var start = time.firstDay().atStartOfDay().plusMinutes(time.fromMinute());
                    var end = time.lastDay().atStartOfDay().plusMinutes(time.toMinute());
                    assertFalse(
                            !wall.isBefore(start) && wall.isBefore(end),
                            () -> wall + " in " + time + " in " + world.zone);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void everyMinuteWasEntered(String zone) {
        for (var world : worlds(zone)) {
            var entered = new ArrayList<Span>();
            world.from
                    .minusDays(1)
                    .datesUntil(world.to.plusDays(2))
                    .forEach(day ->
                            world.table()
                                    .entry(DOCTOR, day)
                                    .shifts()
                                    .forEach(shift -> entered.addAll(plain(shift, day, world))));
            for (var span : world.hours()) {
                assertEquals(
                        List.of(),
                        Span.without(List.of(span), entered),
                        () -> span + " in " + world.zone);
            }
        }
    }

    private static List<Span> plain(Shift shift, LocalDate day, World world) {
        var start = day.atStartOfDay().plusMinutes(shift.from()).atZone(world.zone).toInstant();
        var end = day.atStartOfDay().plusMinutes(shift.to()).atZone(world.zone).toInstant();
        return start.isBefore(end) ? List.of(new Span(start, end)) : List.of();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void eightStaysEightAndADayLastsAsLongAsOnTheWall(String name) {
        var zone = ZoneId.of(name);
        var monday = LocalDate.of(2022, 1, 3);
        var shift = new Shift(8 * 60, 17 * 60, List.of(new Break(12 * 60, 13 * 60)), null);
        var rows = new ArrayList<WorkingHours>();
        for (var weekday : DayOfWeek.values()) {
            var id = new UUID(1, weekday.getValue());
            rows.add(new WorkingHours(id, DOCTOR, SITE, weekday, shift, 1, monday, monday));
        }
        var table = new Timetable(SITE, zone, rows, List.of(), List.of());
        var hours = table.hours(monday, monday.plusDays(729)).get(DOCTOR);
        assertEquals(2 * 730, hours.size());
        for (var i = 0; i < hours.size(); i++) {
            var start = i % 2 == 0 ? LocalTime.of(8, 0) : LocalTime.of(13, 0);
            assertEquals(start, hours.get(i).start().atZone(zone).toLocalTime());
            // No clock of these changes between eight and five.
            assertEquals(
                    Duration.ofHours(4),
                    Duration.between(hours.get(i).start(), hours.get(i).end()));
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void roundTheClockIsAsLongAsTheDay(String name) {
        var zone = ZoneId.of(name);
        var monday = LocalDate.of(2022, 1, 3);
        for (var day : monday.datesUntil(monday.plusDays(730)).toList()) {
            var shift = new Shift(0, WallClock.DAY, List.of(), null);
            var length =
                    Duration.between(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone));
            assertEquals(
                    length,
                    shift.on(day, zone).stream()
                            .map(span -> Duration.between(span.start(), span.end()))
                            .reduce(Duration.ZERO, Duration::plus),
                    day + " " + name);
        }
    }

    private static List<Instant> minutes(List<Span> spans) {
        var minutes = new ArrayList<Instant>();
        for (var span : spans) {
            for (var at = span.start(); at.isBefore(span.end()); at = at.plusSeconds(300)) {
                minutes.add(at);
            }
        }
        return minutes;
    }
}
