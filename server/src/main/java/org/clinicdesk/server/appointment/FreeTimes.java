package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Whether certain times of doctors can be had by certain people: hours, caps, rooms, equipment and what everybody has are
/// read once for many questions. A hint, not a promise: nothing is locked.
public final class FreeTimes {

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Resources resources;
    private final Caps caps;
    private final DatabaseClock time;

    FreeTimes(Db db, Clock clock, Roster roster, Resources resources) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.resources = resources;
        this.caps = new Caps(db);
        this.time = new DatabaseClock(db);
    }

    /// About whom and what questions will be asked.
    ///
    /// @param last the last day, included
    public record About(
            UUID site,
            LocalDate first,
            LocalDate last,
            Set<UUID> practitioners,
            Set<UUID> services,
            Set<UUID> patients) {}

    /// One question.
    ///
    /// @param window within one day of the clinic; the whole visit lies in it
    /// @param hold what is kept for this very visit, or null
    public record Question(
            UUID practitioner,
            Span window,
            UUID service,
            Duration length,
            UUID patient,
            @Nullable UUID hold) {}

    /// Reads what the answers need.
    public Snapshot read(About about) {
        return new Snapshot(about);
    }

    /// What was read.
    public final class Snapshot {

        private final Instant soonest = clock.instant();
        private final Map<UUID, List<Span>> hours;
        private final Map<UUID, Optional<VisitType>> types = new HashMap<>();
        private final Map<UUID, List<List<UUID>>> choices = new HashMap<>();
        private final Caps.Everybody limits = caps.everybody();
        private final Occupied occupied;

        private Snapshot(About about) {
            hours = roster.hours(about.site, about.first, about.last);
            for (var service : about.services) {
                var type = resources.visitType(service);
                types.put(service, type);
                choices.put(
                        service,
                        type.stream()
                                .flatMap(it -> it.needs().stream())
                                .map(need -> resources.ofType(about.site, need))
                                .toList());
            }
            var range = new Span(roster.day(about.first).start(), roster.day(about.last).end());
            occupied = Occupied.read(db, involved(about), range, time.now());
        }

        private Collection<UUID> involved(About about) {
            var all = new HashSet<>(about.practitioners);
            all.addAll(about.patients);
            choices.values().forEach(each -> each.forEach(all::addAll));
            return all;
        }

        /// The first time within the window that can be had.
        public Optional<Span> first(Question question) {
            var now = occupied.without(question.hold);
            var day = roster.day(roster.dayOf(question.window.start()));
            var worked =
                    hours.getOrDefault(question.practitioner, List.of()).stream()
                            .filter(day::overlaps)
                            .toList();
            var open = Span.common(worked, question.window);
            if (open.isEmpty() || !allowed(question, new Workday(day, worked), now)) {
                return Optional.empty();
            }
            return Span.without(open, taken(question, now)).stream()
                    .flatMap(gap -> starts(gap, question.length))
                    .filter(visit ->
                            now.equipped(choices.getOrDefault(question.service, List.of()), visit))
                    .findFirst();
        }

        private boolean allowed(Question question, Workday workday, Occupied now) {
            return Caps.allows(
                    limits.of(question.practitioner),
                    now.load(question.practitioner, workday.day(), question.length),
                    workday.length());
        }

        /// The past, what the doctor has, with the buffers of the service around it, and what the patient has.
        private List<Span> taken(Question question, Occupied now) {
            var details =
                    types.getOrDefault(question.service, Optional.empty()).map(VisitType::details);
            return now.taken(
                    question.practitioner,
                    details.map(VisitType.Details::before).orElse(Duration.ZERO),
                    details.map(VisitType.Details::after).orElse(Duration.ZERO),
                    question.patient,
                    soonest);
        }

        private Stream<Span> starts(Span gap, Duration length) {
            return Stream.iterate(
                            Raster.from(gap.start()),
                            start -> !start.plus(length).isAfter(gap.end()),
                            start -> start.plus(Raster.STEP))
                    .map(start -> new Span(start, start.plus(length)));
        }
    }
}
