package org.clinicdesk.server.queue;

import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.SqlStates;
import org.clinicdesk.server.queue.QueueHistory.Kind;
import org.clinicdesk.server.roster.Roster;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everybody who waits, is in a room or has gone; arriving, being called and leaving.
public final class QueueEntries {

    /// Told when anything about the queue changes.
    public static final String TOPIC = "queue";

    private final Db db;
    private final Clock clock;
    private final Patients patients;
    private final Roster roster;
    private final QueueDays days;
    private final QueueRows rows;
    private final List<Consumer<StayChanged>> listeners = new ArrayList<>();
    private Function<UUID, Optional<UUID>> bookedRooms = _ -> Optional.empty();

    QueueEntries(Db db, Clock clock, Patients patients, Roster roster, QueueRows rows) {
        this.db = db;
        this.clock = clock;
        this.patients = patients;
        this.roster = roster;
        this.days = new QueueDays(db);
        this.rows = rows;
    }

    /// Tells of every later change of a stay, inside its transaction. To be called while the features are put together.
    public void onChange(Consumer<StayChanged> listener) {
        listeners.add(listener);
    }

    /// Where an appointment is booked, by its id. To be called while the features are put together.
    public void bookedRooms(Function<UUID, Optional<UUID>> rooms) {
        bookedRooms = rooms;
    }

    /// Puts somebody into the queue of the day he arrived on, with a ticket that is given once that day. Refuses the dead.
    public QueueEntry join(Arrival arrival) {
        return join(arrival, List.of());
    }

    /// @param groups what is known besides his age
    QueueEntry join(Arrival arrival, Collection<PriorityGroup> groups) {
        var day = roster.dayOf(arrival.at());
        days.lock(arrival.siteId(), day);
        var all = EnumSet.copyOf(PriorityGroup.byAge(birthDate(arrival), day));
        all.addAll(groups);
        var ticket = days.nextTicket(arrival.siteId(), day, arrival.serviceId());
        var entry = new QueueEntry(Ids.next(clock), arrival, day, ticket, all);
        db.session().persist(entry);
        record(entry, Kind.ARRIVED, "", arrival.at());
        return entry;
    }

    private org.clinicdesk.server.patient.PartialDate birthDate(Arrival arrival) {
        return patients.living(arrival.patientId()).birthDate();
    }

    /// Puts somebody without an appointment into the queue. @throws Refusal ALREADY_HERE, NOT_BOOKABLE, DECEASED
    QueueEntry walkIn(Arrival arrival, Collection<PriorityGroup> groups) {
        refuseUnlessBookable(arrival.practitionerId());
        days.lock(arrival.siteId(), roster.dayOf(arrival.at()));
        here(arrival.siteId(), arrival.patientId()).stream()
                .findFirst()
                .ifPresent(entry -> {
                    throw new Refusal(
                            QueueRefusal.ALREADY_HERE, Map.of("ticket", entry.ticket().toString()));
                });
        return join(arrival, groups);
    }

    void refuseUnlessBookable(@Nullable UUID practitioner) {
        if (practitioner != null && !rows.bookable(practitioner)) {
            throw new Refusal(QueueRefusal.NOT_BOOKABLE);
        }
    }

    /// Calls the first who waits for this practitioner at a site today. Whoever is in another's room is passed over, and
    /// keeps his place. @throws Refusal NOBODY_WAITS, IN_ANOTHER_ROOM, VISIT_OPEN
    QueueEntry callNext(UUID site, UUID practitioner, @Nullable UUID room, Instant now) {
        days.lock(site, roster.today());
        refuseSecondVisit(practitioner);
        var line = line(site);
        var next =
                line.first(practitioner)
                        .orElseThrow(() ->
                                new Refusal(
                                        line.anybody(practitioner)
                                                ? QueueRefusal.IN_ANOTHER_ROOM
                                                : QueueRefusal.NOBODY_WAITS));
        if (!next.onDay().equals(roster.today())) {
            // Who calls somebody of before midnight by choice locks that day.
            locked(next.id());
        }
        return take(next, practitioner, room, now);
    }

    /// Calls somebody by choice, whoever he waits for. @throws Refusal NOT_WAITING, VISIT_OPEN, IN_ANOTHER_ROOM
    public QueueEntry call(UUID entryId, UUID site, UUID practitioner, Instant now) {
        return call(entryId, site, practitioner, null, now);
    }

    /// @param room where to; null is the room the practitioner called to last that day, else that of his hours
    public QueueEntry call(
            UUID entryId, UUID site, UUID practitioner, @Nullable UUID room, Instant now) {
        return call(new Choice(entryId, false), site, practitioner, room, now);
    }

    /// Whom somebody calls by choice.
    ///
    /// @param elsewhere also when he is in another's room at this moment: whoever calls has been told
    record Choice(UUID entry, boolean elsewhere) {}

    QueueEntry call(Choice choice, UUID site, UUID practitioner, @Nullable UUID room, Instant now) {
        // The day that is locked for whoever calls the next, so that nobody is called from two days
        // at once.
        days.lock(site, roster.today());
        var entry = locked(choice.entry());
        refuseSecondVisit(practitioner);
        if (!entry.siteId().equals(site)) {
            throw new Refusal(QueueRefusal.NOT_WAITING);
        }
        if (!choice.elsewhere() && entry.state().outside()) {
            refuseElsewhere(entry);
        }
        return take(entry, practitioner, room, now);
    }

    private QueueEntry take(QueueEntry entry, UUID practitioner, @Nullable UUID room, Instant now) {
        var from = entry.state();
        var to = room(entry, practitioner, room);
        entry.call(practitioner, Ids.next(clock), to, now);
        rows.behind(entry.id()).forEach(waiting -> waiting.letPass(null));
        record(entry, Kind.CALLED, "", now);
        try {
            db.session().flush();
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "in_room") ? new Refusal(QueueRefusal.VISIT_OPEN) : e;
        }
        tell(entry, from, now);
        return entry;
    }

    private @Nullable UUID room(QueueEntry entry, UUID practitioner, @Nullable UUID room) {
        refuseUnknownRoom(entry, room);
        return entry.roomId()
                .or(() -> Optional.ofNullable(room))
                .or(() -> bookedRoom(entry))
                .or(() -> usualRoom(practitioner, entry))
                .orElse(null);
    }

    /// The room of his appointment, unless it is only where its practitioner sits: he may sit elsewhere today.
    private Optional<UUID> bookedRoom(QueueEntry entry) {
        var seat =
                entry.practitionerId()
                        .flatMap(waited -> roster.seat(waited, entry.siteId(), clock.instant()))
                        .map(Roster.Seat::roomId);
        return entry.appointmentId()
                .flatMap(bookedRooms)
                .filter(room -> seat.filter(room::equals).isEmpty())
                .filter(room -> rows.hasRoom(entry.siteId(), room));
    }

    /// Where he called to last in his hours of now, else where he sits by them.
    private Optional<UUID> usualRoom(UUID practitioner, QueueEntry entry) {
        var seat = roster.seat(practitioner, entry.siteId(), clock.instant());
        return seat.flatMap(its -> rows.lastRoom(practitioner, entry.onDay(), its.since()))
                .or(() ->
                        seat.map(Roster.Seat::roomId)
                                .filter(id -> rows.hasRoom(entry.siteId(), id)))
                .or(() -> rows.lastRoom(practitioner, entry.onDay(), Instant.EPOCH));
    }

    /// @throws NotFound no such room at the site of an entry
    void refuseUnknownRoom(QueueEntry entry, @Nullable UUID room) {
        if (room != null && !rows.hasRoom(entry.siteId(), room)) {
            throw new NotFound(org.clinicdesk.server.site.Room.class, room);
        }
    }

    /// Nobody is in two rooms at once. @throws Refusal IN_ANOTHER_ROOM
    private void refuseElsewhere(QueueEntry entry) {
        if (line(entry.siteId()).elsewhere(entry).isPresent()) {
            throw new Refusal(QueueRefusal.IN_ANOTHER_ROOM);
        }
    }

    private void refuseSecondVisit(UUID practitioner) {
        inRoomWith(practitioner)
                .ifPresent(entry -> {
                    throw new Refusal(
                            QueueRefusal.VISIT_OPEN,
                            Map.of("visit", entry.visitId().orElseThrow().toString()));
                });
    }

    /// Sends somebody called back to his old place. @throws Refusal NOT_CALLED, and what the visit says: VISIT_WRITTEN
    public QueueEntry undoCall(UUID entryId, long version, Instant now) {
        var entry = locked(entryId, version);
        entry.undoCall();
        comeOut(entry, now);
        record(entry, Kind.CALL_UNDONE, "", now);
        return entry;
    }

    /// Lets those who listen see whose call it was, and then forgets it. @throws Refusal VISIT_WRITTEN
    void comeOut(QueueEntry entry, Instant now) {
        tell(entry, StayState.IN_ROOM, now);
        entry.forgetCall();
    }

    /// Ends the stay that a visit belongs to: the person leaves the room. @throws NotFound, Refusal NOT_CALLED
    public QueueEntry finish(UUID visitId, Instant now) {
        var entry =
                locked(
                        byVisit(visitId)
                                .orElseThrow(() -> new NotFound(QueueEntry.class, visitId))
                                .id());
        entry.finish(now);
        record(entry, Kind.FINISHED, "", now);
        tell(entry, StayState.IN_ROOM, now);
        return entry;
    }

    /// Lets somebody wait on for the appointment that took the place of his. @throws Refusal NOT_WAITING
    public void waitFor(
            UUID before, UUID appointment, UUID practitioner, Instant bookedFor, Instant now) {
        var entry =
                locked(
                        present(before)
                                .orElseThrow(() -> new Refusal(QueueRefusal.NOT_WAITING))
                                .id());
        entry.waitFor(appointment, practitioner, bookedFor);
        record(entry, Kind.TRANSFERRED, "", now);
    }

    /// The stay of somebody who could wait for an appointment again: he waits for the one that took its place, or left today
    /// when it ended.
    public Optional<QueueEntry> returning(UUID appointmentId, Optional<UUID> successor) {
        return successor
                .flatMap(this::present)
                .filter(entry -> entry.state().outside())
                .or(() -> leftToday(appointmentId));
    }

    private Optional<QueueEntry> leftToday(UUID appointmentId) {
        return db
                .session()
                .createQuery(
                        """
                        from QueueEntry where appointmentId = :appointment and state = LEFT and onDay = :today
                        order by endedAt desc, number desc\
                        """,
                        QueueEntry.class)
                .setParameter("appointment", appointmentId)
                .setParameter("today", roster.today())
                .setMaxResults(1)
                .list()
                .stream()
                .findFirst();
    }

    /// Lets somebody wait on for the appointment that he came for. @throws Refusal NOT_WAITING
    public void waitAgain(
            QueueEntry stay, UUID appointment, UUID practitioner, Instant bookedFor, Instant now) {
        var entry = locked(stay.id());
        if (entry.state() == StayState.LEFT) {
            entry.comeBack();
            record(entry, Kind.RETURNED, "", now);
        } else {
            entry.waitFor(appointment, practitioner, bookedFor);
            record(entry, Kind.TRANSFER_UNDONE, "", now);
        }
    }

    /// Takes somebody who waits for an appointment out of the queue. @throws Refusal NOT_WAITING
    public QueueEntry leave(UUID appointmentId, Instant now) {
        var waiting =
                present(appointmentId).orElseThrow(() -> new Refusal(QueueRefusal.NOT_WAITING));
        return leave(locked(waiting.id()), now);
    }

    /// Takes somebody without an appointment out of the queue. @throws Refusal NOT_WAITING, HAS_APPOINTMENT
    QueueEntry leave(UUID entryId, long version, Instant now) {
        var entry = locked(entryId, version);
        if (entry.appointmentId().isPresent()) {
            throw new Refusal(QueueRefusal.HAS_APPOINTMENT);
        }
        return leave(entry, now);
    }

    private QueueEntry leave(QueueEntry entry, Instant now) {
        var from = entry.state();
        entry.leave(now);
        record(entry, Kind.LEFT, "", now);
        tell(entry, from, now);
        return entry;
    }

    /// @throws Refusal NOT_WAITING
    QueueEntry setGroups(
            UUID entryId, long version, Collection<PriorityGroup> groups, Instant now) {
        var entry = locked(entryId, version);
        var all = EnumSet.noneOf(PriorityGroup.class);
        all.addAll(groups);
        entry.setGroups(all);
        record(entry, Kind.GROUPS_CHANGED, PriorityGroup.text(all), now);
        return entry;
    }

    /// Locks the day of an entry and reads it again: somebody may have called him while we waited.
    private QueueEntry locked(UUID entryId) {
        var entry = db.get(QueueEntry.class, entryId);
        days.lock(entry.siteId(), entry.onDay());
        db.session().refresh(entry);
        return entry;
    }

    /// @throws org.clinicdesk.server.platform.Problem.Stale when it is not the version on the screen
    QueueEntry locked(UUID entryId, long version) {
        locked(entryId);
        return db.get(QueueEntry.class, entryId, version);
    }

    void record(QueueEntry entry, Kind kind, String note, Instant at) {
        var by = Call.current().signedIn().map(Caller::staffId).orElse(null);
        db.session().persist(new QueueHistory(entry, kind, note, by, at));
    }

    private void tell(QueueEntry entry, StayState from, Instant at) {
        var change = new StayChanged(entry, from, at);
        listeners.forEach(listener -> listener.accept(change));
    }

    /// Those who wait at a site today.
    Line line(UUID site) {
        return rows.line(rows.present(site));
    }

    /// The stay whose visit a practitioner has not finished.
    public Optional<QueueEntry> inRoomWith(UUID practitioner) {
        return db.session()
                .createQuery("from QueueEntry where inRoomWith = :practitioner", QueueEntry.class)
                .setParameter("practitioner", practitioner)
                .uniqueResultOptional();
    }

    public Optional<QueueEntry> byVisit(UUID visitId) {
        return db.session()
                .createQuery("from QueueEntry where visitId = :visit", QueueEntry.class)
                .setParameter("visit", visitId)
                .uniqueResultOptional();
    }

    /// The stay for an appointment, unless the person left without having been seen.
    public Optional<QueueEntry> present(UUID appointmentId) {
        return db.session()
                .createQuery(
                        "from QueueEntry where appointmentId = :appointment and state <> LEFT",
                        QueueEntry.class)
                .setParameter("appointment", appointmentId)
                .uniqueResultOptional();
    }

    /// The stays of somebody who is at a site today: waiting, not answering, or in a room.
    public List<QueueEntry> here(UUID site, UUID patient) {
        return rows.ofPatient(site, patient);
    }

    /// The tickets of a site and day by appointment; not of those who left without having been seen.
    public Map<UUID, String> tickets(UUID site, LocalDate day) {
        return db
                .session()
                .createQuery(
                        """
                        from QueueEntry
                        where siteId = :site and onDay = :day and state <> LEFT and appointmentId is not null\
                        """,
                        QueueEntry.class)
                .setParameter("site", site)
                .setParameter("day", day)
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.appointmentId().orElseThrow(),
                                entry -> entry.ticket().toString()));
    }
}
