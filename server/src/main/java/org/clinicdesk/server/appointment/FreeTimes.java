package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Whether certain times of doctors can be had by certain people: what [Vacancies] knows, read once for many questions. A
/// hint, not a promise: nothing is locked.
public final class FreeTimes {

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Claims claims;
    private final Caps caps;

    FreeTimes(Db db, Clock clock, Roster roster, Claims claims) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.claims = claims;
        this.caps = new Caps(db);
    }

    /// A visit that is looked for.
    ///
    /// @param instead the one that gives way to it, whose doctors, rooms and equipment it takes over; null for none
    public record Visit(
            UUID service, Duration length, UUID patient, @Nullable Appointment instead) {}

    /// About whom and what questions will be asked.
    ///
    /// @param last the last day, included
    public record About(
            UUID site,
            LocalDate first,
            LocalDate last,
            Set<UUID> practitioners,
            Collection<Visit> visits) {}

    /// One question.
    ///
    /// @param window within one day of the clinic; the whole visit lies in it
    /// @param hold what is kept for this very visit, or null
    /// @param supposed when the practitioner is as good as busy: what [Snapshot#busy] says of visits that others are to
    ///     have
    /// @param promised visits of the practitioner that others are to have and that are not booked yet: his caps count them
    /// @param unwanted what the visit must not touch
    public record Question(
            UUID practitioner,
            Span window,
            Visit visit,
            @Nullable UUID hold,
            List<Span> supposed,
            List<Span> promised,
            List<Span> unwanted) {}

    /// Reads what the answers need.
    public Snapshot read(About about) {
        return new Snapshot(about);
    }

    /// What was read.
    public final class Snapshot {

        private final Map<Visit, Demand> demands = new HashMap<>();
        private final Map<Visit, Vacancies.View> views = new HashMap<>();
        private final Vacancies vacancies;

        private Snapshot(About about) {
            var known = claims.demands(about.site);
            about.visits.forEach(visit -> demands.put(visit, demand(known, visit)));
            var involved = new HashSet<>(about.practitioners);
            demands.values().forEach(demand -> involved.addAll(demand.involved()));
            vacancies =
                    new Vacancies(
                            db,
                            roster,
                            caps.everybody(),
                            clock.instant(),
                            new Vacancies.Days(Set.of(about.site), about.first, about.last),
                            involved);
        }

        private Demand demand(Demands known, Visit visit) {
            return visit.instead == null
                    ? known.of(visit.service, visit.length, visit.patient)
                    : Demand.of(claims.fresh(claims.elsewhere(Subject.of(visit.instead))))
                            .lasting(visit.length);
        }

        /// Whether a visit may come to need a room or a piece of equipment.
        public boolean involves(Visit visit, UUID thing) {
            return demand(visit).involved().contains(thing);
        }

        /// How long a visit at a time keeps its practitioner busy.
        public Span busy(Visit visit, Span at) {
            return demand(visit).withBuffers(at);
        }

        private Demand demand(Visit visit) {
            return Objects.requireNonNull(demands.get(visit), "a visit that was not read");
        }

        /// The first time within the window that can be had.
        public Optional<Span> first(Question question) {
            var demand = demand(question.visit);
            var free =
                    question.hold == null
                            ? views.computeIfAbsent(question.visit, _ -> view(question))
                            : view(question);
            var day = roster.dayOf(question.window.start());
            var taken =
                    Stream.concat(
                            question.supposed.stream().map(demand::apart),
                            question.unwanted.stream());
            var gaps =
                    Span.without(
                            free.gaps(question.practitioner, day, question.promised),
                            taken.toList());
            return Span.common(gaps, question.window).stream()
                    .flatMap(gap -> Raster.within(gap, demand.length(), Raster.STEP))
                    .filter(visit -> away(visit, question.visit) && free.complete(visit))
                    .findFirst();
        }

        /// Nobody is asked to come a little sooner: what is had in the time of the visit that gives way is not worth it.
        private static boolean away(Span visit, Visit wanted) {
            return wanted.instead == null || !visit.overlaps(wanted.instead.span());
        }

        private Vacancies.View view(Question question) {
            var own =
                    Stream.concat(
                                    Stream.ofNullable(question.visit.instead).map(Appointment::id),
                                    Stream.ofNullable(question.hold))
                            .toArray(UUID[]::new);
            return vacancies.of(demand(question.visit), own);
        }
    }
}
