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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /// A freed time with whom it suits.
    ///
    /// @param offer to whom it is offered now, or null
    record Proposal(FreedSlot slot, List<Match> matches, @Nullable Open offer) {}

    /// The times of a site that are free still and suit somebody, the earliest first.
    List<Proposal> proposals(UUID site) {
        var ahead = slots.ahead(site, MOST_SLOTS);
        var waiting = waitlist.waiting(site);
        if (ahead.isEmpty() || waiting.isEmpty()) {
            return List.of();
        }
        var round = new Round(site, ahead, waiting);
        return ahead.stream()
                .map(round::proposal)
                .filter(proposal -> !proposal.matches.isEmpty())
                .limit(SHOWN_SLOTS)
                .toList();
    }

    /// The visit that somebody would have in a freed time; empty when it does not suit him.
    Optional<Span> visit(FreedSlot slot, Line line) {
        return new Round(slot.siteId(), List.of(slot), List.of(line)).visit(slot, line);
    }

    /// One look at all: what does not change from one to the next is read once.
    private final class Round {

        private final List<Line> waiting;
        private final Map<UUID, Open> bySlot;
        private final Map<UUID, UUID> slotByEntry;
        private final Map<UUID, Set<UUID>> declined;
        private final Map<UUID, String> specialties;
        private final Map<UUID, Visit> sought = new HashMap<>();
        private final FreeTimes.Snapshot times;

        /// Of somebody who had a later visit: only what begins before this is sooner.
        private final Map<UUID, Instant> before = new HashMap<>();

        private Round(UUID site, List<FreedSlot> ahead, List<Line> waiting) {
            this.waiting = waiting;
            var open = offers.open(site);
            bySlot =
                    open.stream()
                            .collect(
                                    Collectors.toMap(
                                            it -> it.offer().slotId(),
                                            Function.identity(),
                                            (one, _) -> one));
            slotByEntry =
                    open.stream()
                            .collect(
                                    Collectors.toMap(
                                            it -> it.offer().entryId(),
                                            it -> it.offer().slotId(),
                                            (one, _) -> one));
            declined = offers.declined(ahead);
            specialties = specialties();
            waiting.forEach(line -> seek(line.entry()));
            times = freeTimes.read(about(site, ahead));
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

        private Proposal proposal(FreedSlot slot) {
            var matches =
                    waiting.stream()
                            .map(line ->
                                    visit(slot, line)
                                            .map(visit -> new Match(line, visit))
                                            .orElse(null))
                            .filter(Objects::nonNull)
                            .limit(SHOWN_PEOPLE)
                            .toList();
            return new Proposal(slot, matches, bySlot.get(slot.id()));
        }

        private Optional<Span> visit(FreedSlot slot, Line line) {
            var entry = line.entry();
            var wanted = entry.wanted();
            var specialty = specialties.get(slot.practitionerId());
            if (line.patient().deceased()
                    || specialty == null
                    || !concerned(slot, entry)
                    || !wanted.accepts(slot.practitionerId(), specialty)
                    || declined.getOrDefault(slot.id(), Set.of()).contains(entry.id())
                    || !slot.id().equals(slotByEntry.getOrDefault(entry.id(), slot.id()))) {
                return Optional.empty();
            }
            return wanted.window(slot.span(), roster)
                    .flatMap(window -> times.first(question(slot, entry, window)))
                    .filter(visit -> sooner(entry, visit));
        }

        private Question question(FreedSlot slot, WaitlistEntry entry, Span window) {
            var offer = bySlot.get(slot.id());
            return new Question(
                    slot.practitionerId(),
                    window,
                    seeks(entry),
                    offer == null ? null : offer.kept().holdId());
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
