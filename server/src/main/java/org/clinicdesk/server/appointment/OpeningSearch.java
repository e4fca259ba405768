package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Openings.Opening;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the first free times over doctors and days: the next 30 minutes with a cardiologist, mornings, not on Tuesdays, in a
/// room for a wheelchair. Week by week, so that what is near is found at once. A hint, not a promise: nothing is locked.
final class OpeningSearch {

    private static final int WEEK = 7;

    /// Of one doctor on one day; the others are as easily seen on the board.
    private static final int MOST_A_DAY = 3;

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final Caps caps;
    private final Claims claims;

    OpeningSearch(Db db, Clock clock, Roster roster, Caps caps, Claims claims) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.caps = caps;
        this.claims = claims;
    }

    /// What is looked for.
    ///
    /// @param practitioners empty for any
    /// @param specialty empty for any
    /// @param days how many days are looked through
    /// @param weekdays empty for all
    /// @param fromMinute of the day, on the wall clock of the clinic
    /// @param toMinute when the visit must be over
    /// @param needs rooms and equipment beside those of the service
    /// @param patient whose own visits are in the way; null for nobody
    record Wanted(
            UUID site,
            UUID service,
            Duration length,
            Set<UUID> practitioners,
            String specialty,
            LocalDate from,
            int days,
            Set<DayOfWeek> weekdays,
            int fromMinute,
            int toMinute,
            List<VisitType.Need> needs,
            @Nullable UUID patient,
            int limit) {}

    /// The earliest first.
    List<Opening> first(Wanted wanted) {
        var search = new Search(wanted);
        var found = new ArrayList<Opening>();
        for (var day = 0; day < wanted.days && found.size() < wanted.limit; day += WEEK) {
            var first = wanted.from.plusDays(day);
            var last = first.plusDays(Math.min(WEEK, wanted.days - day) - 1L);
            found.addAll(search.within(first, last));
        }
        return found.stream().limit(wanted.limit).toList();
    }

    /// One search: what does not change from week to week is read once.
    private final class Search {

        private final Wanted wanted;
        private final Set<UUID> doctors;
        private final Demand demand;
        private final Set<UUID> involved;
        private final Instant soonest = clock.instant();
        private final Caps.Everybody limits = caps.everybody();

        private Search(Wanted wanted) {
            this.wanted = wanted;
            this.doctors = doctors(wanted);
            this.demand =
                    claims.demands(wanted.site)
                            .of(wanted.service, wanted.length, wanted.patient, wanted.needs);
            this.involved = new HashSet<>(doctors);
            involved.addAll(demand.involved());
        }

        private List<Opening> within(LocalDate first, LocalDate last) {
            var read = new Vacancies.Days(Set.of(wanted.site), first, last);
            var free = new Vacancies(db, roster, limits, soonest, read, involved).of(demand);
            return first.datesUntil(last.plusDays(1))
                    .filter(day ->
                            wanted.weekdays.isEmpty()
                                    || wanted.weekdays.contains(day.getDayOfWeek()))
                    .flatMap(day -> doctors.stream().flatMap(doctor -> of(doctor, day, free)))
                    .sorted(
                            Comparator.comparing((Opening opening) -> opening.span().start())
                                    .thenComparing(Opening::practitioner))
                    .toList();
        }

        private Stream<Opening> of(UUID doctor, LocalDate day, Vacancies.View free) {
            return Span.common(free.gaps(doctor, day), window(day)).stream()
                    .flatMap(gap -> Raster.within(gap, wanted.length, wanted.length))
                    .filter(free::complete)
                    .limit(MOST_A_DAY)
                    .map(visit -> new Opening(doctor, visit, asked(free.chosen(visit))));
        }

        /// What was asked for beside what the service needs comes last.
        private List<UUID> asked(List<UUID> chosen) {
            return chosen.subList(chosen.size() - wanted.needs.size(), chosen.size());
        }

        private Span window(LocalDate day) {
            return new Span(at(day, wanted.fromMinute), at(day, wanted.toMinute));
        }

        private Instant at(LocalDate day, int minute) {
            return day.atStartOfDay().plusMinutes(minute).atZone(roster.zone()).toInstant();
        }
    }

    private Set<UUID> doctors(Wanted wanted) {
        return db
                .session()
                .createQuery(
                        """
                        select id from StaffMember
                        where bookable and active and (:specialty = '' or lower(specialty) = lower(:specialty))\
                        """,
                        UUID.class)
                .setParameter("specialty", wanted.specialty)
                .stream()
                .filter(id -> wanted.practitioners.isEmpty() || wanted.practitioners.contains(id))
                .collect(Collectors.toSet());
    }
}
