package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.appointment.FreeTimes;
import org.clinicdesk.server.appointment.FreeTimes.About;
import org.clinicdesk.server.appointment.FreeTimes.Question;
import org.clinicdesk.server.appointment.FreeTimes.Visit;
import org.clinicdesk.server.appointment.Status;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.staff.StaffMember;
import org.clinicdesk.server.waitlist.Offers.Open;
import org.clinicdesk.server.waitlist.Waitlist.Line;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells whom a freed time suits, in the order of the list.
final class Matching {

    private static final int MOST_SLOTS = 500;
    private static final int SHOWN_SLOTS = 50;
    private static final int SHOWN_PEOPLE = 10;

    private final Db db;
    private final Roster roster;
    private final Appointments appointments;
    private final FreeTimes freeTimes;
    private final Waitlist waitlist;
    private final FreedSlots slots;
    private final Offers offers;

    Matching(
            Db db,
            Roster roster,
            Appointments appointments,
            FreeTimes freeTimes,
            Waitlist waitlist,
            FreedSlots slots,
            Offers offers) {
        this.db = db;
        this.roster = roster;
        this.appointments = appointments;
        this.freeTimes = freeTimes;
        this.waitlist = waitlist;
        this.slots = slots;
        this.offers = offers;
    }

    /// Somebody whom a time suits.
    ///
    /// @param visit the one that he would have
    record Match(Line line, Span visit) {}

    /// As much of a freed time as one visit takes, with whom it suits: whom it is meant for, then the others in order.
    ///
    /// @param offer to whom it is offered now, or null
    record Proposal(FreedSlot slot, Span time, List<Match> matches, @Nullable Open offer) {}

    /// The times of a site that are free still and suit somebody, the earliest first. A free morning is a sequence of
    /// visits, one for each of those whom it suits, so that all of them can be asked at once.
    List<Proposal> proposals(UUID site) {
        var ahead = slots.ahead(site, MOST_SLOTS);
        var waiting = waitlist.waiting(site);
        if (ahead.isEmpty() || waiting.isEmpty()) {
            return List.of();
        }
        var round = new Round(site, ahead, waiting);
        return ahead.stream()
                .flatMap(round::proposals)
                .limit(SHOWN_SLOTS)
                .sorted(Comparator.comparing(proposal -> proposal.time.start()))
                .toList();
    }

    /// The first visit that somebody would have in a freed time; empty when it does not suit him.
    Optional<Span> visit(FreedSlot slot, Line line) {
        return new Round(slot.siteId(), List.of(slot), List.of(line)).visit(slot, line);
    }

    /// The visit that would begin at an instant within a freed time; empty when it does not suit him.
    Optional<Span> visit(FreedSlot slot, Line line, Instant start) {
        var begins = Wanted.beginning(start);
        return slot.span().overlaps(begins)
                ? new Round(slot.siteId(), List.of(slot), List.of(line)).visit(slot, begins, line)
                : Optional.empty();
    }

    /// One look at all: what does not change from one to the next is read once.
    private final class Round {

        private final List<Line> waiting;
        private final Map<UUID, List<Open>> bySlot;
        private final Set<UUID> asked;
        private final Map<UUID, Map<UUID, List<Span>>> declined;
        private final Map<UUID, String> specialties;
        private final Map<UUID, Visit> sought = new HashMap<>();
        private final FreeTimes.Snapshot times;

        /// By doctor, when those would keep him busy to whom a time was given already.
        private final Map<UUID, List<Span>> given = new HashMap<>();

        /// By doctor, the visits that were offered or are given in this round.
        private final Map<UUID, List<Span>> promised = new HashMap<>();

        /// Of somebody who had a later visit: only what begins before this is sooner.
        private final Map<UUID, Instant> before = new HashMap<>();

        private Round(UUID site, List<FreedSlot> ahead, List<Line> waiting) {
            this.waiting = waiting;
            var open = offers.open(site);
            bySlot = open.stream().collect(Collectors.groupingBy(it -> it.offer().slotId()));
            asked = open.stream().map(it -> it.offer().entryId()).collect(Collectors.toSet());
            open.forEach(it -> promise(it.offer().practitionerId(), it.offer().span()));
            declined = offers.declined(ahead);
            specialties = specialties();
            waiting.forEach(line -> seek(line.entry()));
            times = freeTimes.read(about(site, ahead));
        }

        private void promise(UUID doctor, Span visit) {
            promised.computeIfAbsent(doctor, _ -> new ArrayList<>()).add(visit);
        }

        /// The visit that somebody waits for, and before what it must be.
        private void seek(WaitlistEntry entry) {
            var later = entry.appointmentId().map(appointments::current);
            later.ifPresent(visit -> before.put(entry.id(), before(visit)));
            var wanted = entry.wanted();
            sought.put(
                    entry.id(),
                    new Visit(
                            wanted.service(),
                            wanted.length(),
                            entry.patientId(),
                            later.filter(Appointment::expected).orElse(null)));
        }

        private About about(UUID site, List<FreedSlot> ahead) {
            var days =
                    ahead.stream().map(slot -> roster.dayOf(slot.span().start())).sorted().toList();
            return new About(
                    site,
                    days.getFirst(),
                    days.getLast(),
                    ahead.stream().map(FreedSlot::practitionerId).collect(Collectors.toSet()),
                    sought.values());
        }

        private Stream<Proposal> proposals(FreedSlot slot) {
            var offered =
                    bySlot.getOrDefault(slot.id(), List.of()).stream()
                            .flatMap(open -> offered(slot, open).stream());
            return Stream.concat(offered, sequence(slot));
        }

        private Optional<Proposal> offered(FreedSlot slot, Open open) {
            var time = open.offer().span();
            return waiting.stream()
                    .filter(line -> line.entry().id().equals(open.offer().entryId()))
                    .findFirst()
                    .map(line -> proposal(slot, new Match(line, time), open));
        }

        /// One visit after the other: the first of the list has the first time that suits him, the next one the first of
        /// what is left, and so on.
        private Stream<Proposal> sequence(FreedSlot slot) {
            var placed = new ArrayList<Match>();
            for (var line : waiting) {
                if (!asked.contains(line.entry().id())) {
                    visit(slot, line).ifPresent(visit -> placed.add(placed(slot, line, visit)));
                }
            }
            return placed.stream().map(match -> proposal(slot, match, null));
        }

        private Match placed(FreedSlot slot, Line line, Span visit) {
            given.computeIfAbsent(slot.practitionerId(), _ -> new ArrayList<>())
                    .add(times.busy(seeks(line.entry()), visit));
            promise(slot.practitionerId(), visit);
            return new Match(line, visit);
        }

        private Proposal proposal(FreedSlot slot, Match meant, @Nullable Open offer) {
            var others =
                    waiting.stream()
                            .filter(line -> !line.equals(meant.line))
                            .filter(line -> !asked.contains(line.entry().id()))
                            .flatMap(line -> instead(slot, meant.visit, line, offer).stream());
            return new Proposal(
                    slot,
                    meant.visit,
                    Stream.concat(Stream.of(meant), others).limit(SHOWN_PEOPLE).toList(),
                    offer);
        }

        /// Somebody else in the place of whom a time is meant for.
        private Optional<Match> instead(
                FreedSlot slot, Span time, Line line, @Nullable Open offer) {
            var hold = offer == null ? null : offer.kept().holdId();
            return visit(slot, time, line, hold, List.of()).map(visit -> new Match(line, visit));
        }

        private Optional<Span> visit(FreedSlot slot, Line line) {
            var supposed = given.getOrDefault(slot.practitionerId(), List.of());
            return visit(slot, slot.span(), line, null, supposed);
        }

        /// @param part of the freed time, in which the visit is to begin
        private Optional<Span> visit(FreedSlot slot, Span part, Line line) {
            return visit(slot, part, line, null, List.of());
        }

        private Optional<Span> visit(
                FreedSlot slot, Span part, Line line, @Nullable UUID hold, List<Span> supposed) {
            var entry = line.entry();
            var wanted = entry.wanted();
            var doctor = slot.practitionerId();
            var specialty = specialties.get(doctor);
            if (line.patient().deceased()
                    || specialty == null
                    || !concerned(slot, entry)
                    || !wanted.accepts(doctor, specialty)) {
                return Optional.empty();
            }
            var unwanted =
                    declined
                            .getOrDefault(slot.id(), Map.of())
                            .getOrDefault(entry.id(), List.of())
                            .stream()
                            .map(time -> wanted.unwanted(time, slot.span()))
                            .toList();
            // Whoever would have the very part is not promised it beside whom it was meant for.
            var others =
                    promised.getOrDefault(doctor, List.of()).stream()
                            .filter(visit -> !visit.equals(part))
                            .toList();
            return wanted.window(part, roster)
                    .map(window ->
                            new Question(
                                    doctor, window, seeks(entry), hold, supposed, others, unwanted))
                    .flatMap(times::first)
                    .filter(visit -> sooner(entry, visit));
        }

        /// A room that is open again is of use to those who need it; whoever does not had the time before.
        private boolean concerned(FreedSlot slot, WaitlistEntry entry) {
            return slot.roomId().map(room -> times.involves(seeks(entry), room)).orElse(true);
        }

        private Visit seeks(WaitlistEntry entry) {
            return Objects.requireNonNull(sought.get(entry.id()));
        }

        /// Whoever has a later visit gains nothing by one that is not sooner.
        private boolean sooner(WaitlistEntry entry, Span visit) {
            return visit.start().isBefore(before.getOrDefault(entry.id(), Instant.MAX));
        }
    }

    /// Whose later visit was cancelled for good takes any time; who came for it, or missed it, waits for none.
    private static Instant before(Appointment visit) {
        if (visit.status() == Status.CANCELLED) {
            return Instant.MAX;
        }
        return visit.expected() ? visit.span().start() : Instant.MIN;
    }

    /// Of those with whom visits can be booked.
    private Map<UUID, String> specialties() {
        return db
                .session()
                .createQuery("from StaffMember where bookable and active", StaffMember.class)
                .list()
                .stream()
                .collect(Collectors.toMap(StaffMember::id, StaffMember::specialty));
    }
}
