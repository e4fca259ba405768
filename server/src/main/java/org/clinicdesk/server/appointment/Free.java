package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Alternatives.Alternative;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is free in some weeks for many visits, less what was offered to the first of them.
final class Free {

    /// Nobody can be told to come earlier than he thought on shorter notice.
    private static final Duration NOTICE = Duration.ofHours(1);

    private final Roster roster;
    private final Instant now;
    private final Occupied occupied;
    private final Map<UUID, Map<UUID, List<Span>>> hours;
    private final Map<UUID, List<Span>> blocked;
    private final Caps.Everybody limits;
    private final Map<LocalDate, Span> days = new HashMap<>();

    Free(
            Db db,
            Roster roster,
            Caps caps,
            Instant now,
            List<Wanted> wanted,
            LocalDate first,
            LocalDate last) {
        this.roster = roster;
        this.limits = caps.everybody();
        this.now = now;
        this.blocked = roster.blockedRooms(first, last);
        this.hours =
                wanted.stream()
                        .map(one -> one.visit().siteId())
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        site -> site, site -> roster.hours(site, first, last)));
        this.occupied =
                Occupied.read(
                        db,
                        involved(wanted),
                        new Span(whole(first).start(), whole(last).end()),
                        new DatabaseClock(db).now());
    }

    private Span whole(LocalDate day) {
        return days.computeIfAbsent(day, roster::day);
    }

    private static Set<UUID> involved(List<Wanted> wanted) {
        var all = new HashSet<UUID>();
        for (var one : wanted) {
            all.addAll(one.doctors());
            all.addAll(one.along());
            all.addAll(one.named());
            one.choices().forEach(all::addAll);
            all.add(one.visit().patientId());
        }
        return all;
    }

    /// Offers a time to a visit, so that no other one is offered what it takes.
    ///
    /// @param counts whether the caps count it
    void give(Wanted one, Alternative offer, boolean counts) {
        var span = offer.span();
        Stream.concat(Stream.of(offer.practitioner()), one.along().stream())
                .forEach(doctor ->
                        occupied.add(doctor, one.withBuffers(span), counts ? span : null));
        occupied.add(one.visit().patientId(), span, null);
        one.named().forEach(it -> occupied.add(it, span, null));
        of(one).given(span).forEach(it -> occupied.add(it, span, null));
    }

    /// What is free for one visit, whose own time is in nobody's way.
    View of(Wanted one) {
        return new View(one, occupied.without(one.visit().id()));
    }

    /// What is free for one visit.
    final class View {

        private final Wanted one;
        private final Occupied its;

        private View(Wanted one, Occupied its) {
            this.one = one;
            this.its = its;
        }

        /// The times of a doctor on a day that are nearest to the wall time of the visit: of each stretch of free time one
        /// before noon and one after.
        Stream<Span> nearest(UUID doctor, LocalDate day) {
            var open = open(doctor, day);
            if (open.isEmpty() || !allowed(doctor, day, open)) {
                return Stream.empty();
            }
            var wall = one.visit().span().start().atZone(roster.zone()).toLocalTime();
            var wanted = day.atTime(wall).atZone(roster.zone()).toInstant();
            return Span.without(
                            open,
                            its.taken(
                                    doctor,
                                    one.before(),
                                    one.after(),
                                    one.visit().patientId(),
                                    now))
                    .stream()
                    .flatMap(gap ->
                            Stream.of(0, 1)
                                    .flatMap(half ->
                                            starts(gap, wanted)
                                                    .filter(span -> half(span) == half)
                                                    .filter(this::fits)
                                                    .limit(1)))
                    .filter(span -> roster.dayOf(span.start()).equals(day));
        }

        private int half(Span span) {
            return Habits.half(span.start().atZone(roster.zone()).getHour());
        }

        private List<Span> open(UUID doctor, LocalDate day) {
            return hours
                    .getOrDefault(one.visit().siteId(), Map.of())
                    .getOrDefault(doctor, List.of())
                    .stream()
                    .filter(whole(day)::overlaps)
                    .toList();
        }

        private boolean allowed(UUID doctor, LocalDate day, List<Span> open) {
            return Caps.allows(
                    limits.of(doctor),
                    its.load(doctor, whole(day), one.length()),
                    new Workday(whole(day), open).length());
        }

        /// Nearest first, every five minutes.
        private Stream<Span> starts(Span gap, Instant wanted) {
            var first = Raster.from(gap.start());
            var steps =
                    (int)
                            Duration.between(first, gap.end().minus(one.length()))
                                    .dividedBy(Raster.STEP);
            if (first.plus(one.length()).isAfter(gap.end())) {
                return Stream.empty();
            }
            return IntStream.rangeClosed(0, steps)
                    .mapToObj(step -> first.plus(Raster.STEP.multipliedBy(step)))
                    .sorted(Comparator.comparing(start -> Duration.between(wanted, start).abs()))
                    .map(start -> new Span(start, start.plus(one.length())));
        }

        /// Whether everybody and everything beside the doctor and the patient is free, and the patient can be told in time.
        private boolean fits(Span visit) {
            return inTime(visit.start())
                    && one.named().stream().allMatch(it -> usable(it, visit))
                    && one.along().stream().allMatch(doctor -> comes(doctor, visit))
                    && given(visit).size() == one.choices().size();
        }

        private boolean inTime(Instant start) {
            return !start.isBefore(one.visit().span().start()) || !start.isBefore(now.plus(NOTICE));
        }

        private boolean comes(UUID doctor, Span visit) {
            var day = roster.dayOf(visit.start());
            var open = open(doctor, day);
            return open.stream().anyMatch(span -> span.contains(visit))
                    && its.free(doctor, one.withBuffers(visit))
                    && allowed(doctor, day, open);
        }

        private boolean usable(UUID resource, Span visit) {
            return its.free(resource, visit)
                    && blocked.getOrDefault(resource, List.of()).stream()
                            .noneMatch(visit::overlaps);
        }

        /// One of each that it needs, none of them twice; fewer when one is missing.
        private Collection<UUID> given(Span visit) {
            var given = new HashSet<UUID>(one.named());
            one.choices()
                    .forEach(choice ->
                            choice.stream()
                                    .filter(it -> !given.contains(it) && usable(it, visit))
                                    .findFirst()
                                    .ifPresent(given::add));
            given.removeAll(one.named());
            return given;
        }
    }
}
