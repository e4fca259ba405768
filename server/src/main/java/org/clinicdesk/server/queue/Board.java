package org.clinicdesk.server.queue;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Stale;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.site.Site;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What the screens of a waiting room show.
public final class Board {

    private final Db db;
    private final Roster roster;
    private final QueueRows rows;

    Board(Db db, Roster roster, QueueRows rows) {
        this.db = db;
        this.roster = roster;
        this.rows = rows;
    }

    /// A site at one moment.
    record Shown(List<QueueEntry> present, Line line, Map<UUID, Duration> waits) {

        /// Those who wait, in their order; those in a room; those who did not answer.
        ///
        /// @param practitioner whose they are or may become; null for everybody
        List<QueueEntry> of(@Nullable UUID practitioner) {
            return Stream.of(
                            line.waiting(),
                            inState(StayState.IN_ROOM),
                            inState(StayState.NO_ANSWER))
                    .flatMap(List::stream)
                    .filter(entry ->
                            practitioner == null
                                    || entry.practitionerId().isEmpty()
                                    || entry.practitionerId().get().equals(practitioner))
                    .toList();
        }

        private List<QueueEntry> inState(StayState state) {
            return present.stream()
                    .filter(entry -> entry.state() == state)
                    .sorted(
                            Comparator.comparing(QueueEntry::since)
                                    .thenComparing(QueueEntry::ticket))
                    .toList();
        }
    }

    /// Who waits, did not answer or is in a room at a site today; in no order.
    public List<QueueEntry> present(UUID site) {
        return rows.present(site);
    }

    /// Who is at a site today, and how long those who wait still will.
    Shown read(UUID site, Instant now) {
        var present = present(site);
        var line = rows.line(present);
        var busy = new HashMap<UUID, Instant>();
        present.stream()
                .filter(entry -> entry.state() == StayState.IN_ROOM)
                .forEach(entry ->
                        busy.put(
                                entry.practitionerId().orElseThrow(),
                                entry.calledAt().orElseThrow()));
        return new Shown(present, line, line.waits(busy, rows.pace(site, roster.today()), now));
    }

    /// A call as everybody in the waiting room may know of it.
    ///
    /// @param room its name; empty when nobody said
    public record Announced(Ticket ticket, Optional<UUID> room, Instant at) {}

    /// Who was called to a room at a site today, the last call first.
    public List<Announced> announced(UUID site) {
        return present(site).stream()
                .filter(entry -> entry.state() == StayState.IN_ROOM)
                .filter(this::ofThisDay)
                .map(entry ->
                        new Announced(
                                entry.ticket(), entry.roomId(), entry.announcedAt().orElseThrow()))
                .sorted(Comparator.comparing(Announced::at).reversed())
                .toList();
    }

    /// A visit that nobody ended goes on in its room for days, but nobody comes to it any more.
    private boolean ofThisDay(QueueEntry entry) {
        return entry.onDay().equals(roster.today())
                || entry.calledAt()
                        .filter(roster.day(roster.today()).start()::isBefore)
                        .isPresent();
    }

    /// What somebody in the waiting room may know of himself.
    ///
    /// @param before how many go before him; 0 when he does not wait any more
    /// @param left how long that will take
    public record Place(
            Ticket ticket, StayState state, int before, Duration left, Optional<UUID> room) {}

    /// Where these stand at a site, in their order.
    public List<Place> places(UUID site, List<QueueEntry> entries, Instant now) {
        var shown = read(site, now);
        return entries.stream()
                .map(entry ->
                        new Place(
                                entry.ticket(),
                                entry.state(),
                                entry.state() == StayState.WAITING ? shown.line().before(entry) : 0,
                                shown.waits().getOrDefault(entry.id(), Duration.ZERO),
                                entry.roomId()))
                .toList();
    }

    /// Who has a ticket of today.
    public Optional<QueueEntry> byTicket(UUID site, Ticket ticket) {
        return rows.byTicket(site, ticket);
    }

    List<QueueHistory> history(QueueEntry entry) {
        return rows.history(entry.id());
    }

    /// From when on waiting is long at a site.
    public Limits limits(UUID site) {
        return Optional.ofNullable(db.session().find(Limits.class, site))
                .orElseGet(() -> Limits.usual(site));
    }

    /// The version of limits as desks see it: 0 as long as nobody set any.
    public long version(Limits limits) {
        return db.session().contains(limits) ? limits.version() + 1 : 0;
    }

    /// @param shown the version that was on screen
    /// @throws org.clinicdesk.server.platform.Problem.NotFound no such site
    Limits setLimits(UUID site, long shown, int longMinutes, int tooLongMinutes) {
        db.get(Site.class, site);
        var limits = limits(site);
        if (version(limits) != shown) {
            throw new Stale(Limits.class, site);
        }
        limits.set(longMinutes, tooLongMinutes);
        if (!db.session().contains(limits)) {
            db.session().persist(limits);
        }
        return limits;
    }

    /// @throws org.clinicdesk.server.platform.Problem.NotFound no such site or service
}
