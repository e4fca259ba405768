package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be booked in some days, read once for many visits: what [Bookings] would grant by the hours of the doctors, their
/// caps, the buffers of the services, all that doctors, patients, rooms and equipment have, holds among it, and the rooms
/// that are blocked. Whoever looks for a free time asks here. Nothing is locked: it may be old when it is used.
final class Vacancies {

    private final Roster roster;
    private final Instant soonest;
    private final Caps.Everybody limits;
    private final Map<UUID, Map<UUID, List<Span>>> hours;
    private final Map<UUID, List<Span>> blocked;
    private final Occupied occupied;
    private final Map<LocalDate, Span> days = new HashMap<>();
    private final Days read;

    /// By site, the hours at all the others; read when a doctor has as much as one site has room for.
    private final Map<UUID, List<Map<UUID, List<Span>>>> elsewhere = new HashMap<>();

    /// @param involved whose time will be asked for, the doctors among them
    Vacancies(
            Db db,
            Roster roster,
            Caps.Everybody limits,
            Instant soonest,
            Days read,
            Collection<UUID> involved) {
        this.roster = roster;
        this.read = read;
        this.limits = limits;
        this.soonest = soonest;
        this.hours =
                read.sites.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        site -> roster.hours(site, read.first, read.last)));
        this.blocked = roster.blockedRooms(read.first, read.last);
        this.occupied =
                Occupied.read(
                        db,
                        involved,
                        new Span(whole(read.first).start(), whole(read.last).end()),
                        new DatabaseClock(db).now());
    }

    /// @param last included
    record Days(Set<UUID> sites, LocalDate first, LocalDate last) {}

    private Span whole(LocalDate day) {
        return days.computeIfAbsent(day, roster::day);
    }

    /// @param own visits and holds that give their time up for this one
    View of(Demand demand, UUID... own) {
        return new View(demand, occupied.without(Set.of(own)));
    }

    /// What is free for one visit.
    final class View {

        private final Demand demand;
        private final Occupied its;
        private final Map<UUID, List<Span>> free = new HashMap<>();

        private View(Demand demand, Occupied its) {
            this.demand = demand;
            this.its = its;
        }

        /// When a doctor and the patient are free in the hours that touch a day; never, when the doctor has enough that day.
        /// Only a visit that starts on that day keeps his caps.
        List<Span> gaps(UUID doctor, LocalDate day) {
            return gaps(doctor, day, List.of());
        }

        /// @param promised visits of the doctor that are not booked yet and count in his caps
        List<Span> gaps(UUID doctor, LocalDate day, List<Span> promised) {
            var worked = worked(doctor, day);
            if (worked.isEmpty()
                    || demand.along().contains(doctor)
                    || !allowed(doctor, day, worked, promised)) {
                return List.of();
            }
            return free.computeIfAbsent(doctor, this::free).stream()
                    .filter(gap -> worked.stream().anyMatch(gap::overlaps))
                    .toList();
        }

        private List<Span> free(UUID doctor) {
            return Span.without(
                    hours(doctor),
                    its.taken(doctor, demand.before(), demand.after(), demand.patient(), soonest));
        }

        private List<Span> hours(UUID doctor) {
            return hours.getOrDefault(demand.site(), Map.of()).getOrDefault(doctor, List.of());
        }

        private List<Span> worked(UUID doctor, LocalDate day) {
            return hours(doctor).stream().filter(whole(day)::overlaps).toList();
        }

        private boolean allowed(
                UUID doctor, LocalDate day, List<Span> worked, List<Span> promised) {
            return Caps.allows(
                    limits.of(doctor),
                    its.load(doctor, whole(day), demand.length(), promised),
                    new Workday(whole(day), worked, () -> elsewhere(doctor, day)));
        }

        private List<Span> elsewhere(UUID doctor, LocalDate day) {
            return elsewhere
                    .computeIfAbsent(
                            demand.site(), site -> roster.elsewhere(site, read.first, read.last))
                    .stream()
                    .flatMap(at -> at.getOrDefault(doctor, List.of()).stream())
                    .filter(whole(day)::overlaps)
                    .toList();
        }

        /// Whether everybody and everything beside the first doctor and the patient is free.
        boolean complete(Span visit) {
            return demand.named().stream().allMatch(it -> usable(it, visit))
                    && demand.along().stream().allMatch(doctor -> comes(doctor, visit))
                    && things(visit).size()
                            == Set.copyOf(demand.named()).size() + demand.choices().size();
        }

        private boolean comes(UUID doctor, Span visit) {
            var day = roster.dayOf(visit.start());
            var worked = worked(doctor, day);
            return worked.stream().anyMatch(span -> span.contains(visit))
                    && its.free(doctor, demand.withBuffers(visit))
                    && allowed(doctor, day, worked, List.of());
        }

        /// When a room or a piece of equipment cannot be had, in order.
        List<Span> taken(UUID thing) {
            return Span.joined(
                    Stream.concat(
                                    its.busy(thing).stream(),
                                    blocked.getOrDefault(thing, List.of()).stream())
                            .toList());
        }

        /// Supposes that the visit is had, so that nobody is told any more that its time is free.
        ///
        /// @param counts whether the caps count it
        void give(UUID doctor, Span visit, boolean counts) {
            var things = things(visit);
            Stream.concat(Stream.of(doctor), demand.along().stream())
                    .forEach(one ->
                            occupied.add(one, demand.withBuffers(visit), counts ? visit : null));
            if (demand.patient() != null) {
                occupied.add(demand.patient(), visit, null);
            }
            things.forEach(it -> occupied.add(it, visit, null));
        }

        private boolean usable(UUID thing, Span visit) {
            return its.free(thing, visit)
                    && blocked.getOrDefault(thing, List.of()).stream().noneMatch(visit::overlaps);
        }

        /// The rooms and the equipment that it is given, none of them twice; fewer than it needs when one is missing.
        private Set<UUID> things(Span visit) {
            var given = new HashSet<>(demand.named());
            given.addAll(chosen(visit));
            return given;
        }

        /// One of each choice in their order, chosen as [Bookings] chooses; where one is missing, none.
        List<UUID> chosen(Span visit) {
            var chosen = new ArrayList<UUID>();
            for (var choice : demand.choices()) {
                choice.stream()
                        .filter(it ->
                                !demand.named().contains(it)
                                        && !chosen.contains(it)
                                        && usable(it, visit))
                        .findFirst()
                        .ifPresent(chosen::add);
            }
            return chosen;
        }
    }
}
