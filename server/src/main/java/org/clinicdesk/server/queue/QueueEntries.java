package org.clinicdesk.server.queue;

import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.SqlStates;
import org.clinicdesk.server.roster.Roster;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Everybody who waits, is in a room or has gone.
public final class QueueEntries {

    /// Told when anything about the queue changes.
    public static final String TOPIC = "queue";

    private static final String ORDER = " order by priority desc, since, number";

    private final Db db;
    private final Clock clock;
    private final Patients patients;
    private final Roster roster;
    private final QueueDays days;
    private final List<Consumer<StayChanged>> listeners = new ArrayList<>();

    QueueEntries(Db db, Clock clock, Patients patients, Roster roster) {
        this.db = db;
        this.clock = clock;
        this.patients = patients;
        this.roster = roster;
        this.days = new QueueDays(db);
    }

    /// Tells of every later change of a stay, inside its transaction. To be called while the features are put together.
    public void onChange(Consumer<StayChanged> listener) {
        listeners.add(listener);
    }

    /// Puts somebody into the queue of the day he arrived on, with a ticket that is given once that day. Refuses the dead.
    public QueueEntry join(Arrival arrival) {
        var day = roster.dayOf(arrival.at());
        days.lock(arrival.siteId(), day);
        var priority = Priority.byAge(patients.living(arrival.patientId()).birthDate(), day);
        var number = days.nextTicket(arrival.siteId(), day);
        var entry = new QueueEntry(Ids.next(clock), arrival, day, number, priority);
        db.session().persist(entry);
        return entry;
    }

    /// Calls the first who waits for this practitioner at a site today. @throws Refusal NOBODY_WAITS, VISIT_OPEN
    public QueueEntry callNext(UUID site, UUID practitioner, Instant now) {
        days.lock(site, roster.today());
        refuseSecondVisit(practitioner);
        var next =
                firstWaiting(site, practitioner)
                        .orElseThrow(() -> new Refusal(QueueRefusal.NOBODY_WAITS));
        return take(next, practitioner, now);
    }

    /// Calls somebody by choice, whoever he waits for. @throws Refusal NOT_WAITING, VISIT_OPEN
    public QueueEntry call(UUID entryId, UUID site, UUID practitioner, Instant now) {
        var entry = locked(entryId);
        refuseSecondVisit(practitioner);
        if (!entry.siteId().equals(site)) {
            throw new Refusal(QueueRefusal.NOT_WAITING);
        }
        return take(entry, practitioner, now);
    }

    private QueueEntry take(QueueEntry entry, UUID practitioner, Instant now) {
        entry.call(practitioner, Ids.next(clock), now);
        try {
            db.session().flush();
        } catch (RuntimeException e) {
            throw SqlStates.taken(e, "in_room") ? new Refusal(QueueRefusal.VISIT_OPEN) : e;
        }
        tell(entry, StayState.WAITING, now);
        return entry;
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
        tell(entry, StayState.IN_ROOM, now);
        entry.forgetCall();
        return entry;
    }

    /// Ends the stay that a visit belongs to: the person leaves the room. @throws NotFound, Refusal NOT_CALLED
    public QueueEntry finish(UUID visitId, Instant now) {
        var entry =
                locked(
                        byVisit(visitId)
                                .orElseThrow(() -> new NotFound(QueueEntry.class, visitId))
                                .id());
        entry.finish(now);
        tell(entry, StayState.IN_ROOM, now);
        return entry;
    }

    /// Takes somebody who waits for an appointment out of the queue. @throws Refusal NOT_WAITING
    public QueueEntry leave(UUID appointmentId, Instant now) {
        var waiting =
                present(appointmentId).orElseThrow(() -> new Refusal(QueueRefusal.NOT_WAITING));
        var entry = locked(waiting.id());
        entry.leave(now);
        tell(entry, StayState.WAITING, now);
        return entry;
    }

    /// @throws Refusal NOT_WAITING
    public QueueEntry setPriority(UUID entryId, long version, Priority priority) {
        var entry = locked(entryId, version);
        entry.setPriority(priority);
        return entry;
    }

    /// Locks the day of an entry and reads it again: somebody may have called him while we waited.
    private QueueEntry locked(UUID entryId) {
        var entry = db.get(QueueEntry.class, entryId);
        days.lock(entry.siteId(), entry.onDay());
        db.session().refresh(entry);
        return entry;
    }

    private QueueEntry locked(UUID entryId, long version) {
        locked(entryId);
        return db.get(QueueEntry.class, entryId, version);
    }

    private void tell(QueueEntry entry, StayState from, Instant at) {
        var change = new StayChanged(entry, from, at);
        listeners.forEach(listener -> listener.accept(change));
    }

    private Optional<QueueEntry> firstWaiting(UUID site, UUID practitioner) {
        return db.session()
                .createQuery(
                        """
                        from QueueEntry
                        where siteId = :site and onDay = :day and state = WAITING and practitionerId = :practitioner\
                        """
                                + ORDER,
                        QueueEntry.class)
                .setParameter("site", site)
                .setParameter("day", roster.today())
                .setParameter("practitioner", practitioner)
                .setMaxResults(1)
                .uniqueResultOptional();
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

    /// Who waits today or is in a room, whenever he was called: most urgent first, then longest waiting.
    public List<QueueEntry> present(UUID site, @Nullable UUID practitioner) {
        return db
                .session()
                .createQuery(
                        """
                        from QueueEntry
                        where siteId = :site and (state = IN_ROOM or state = WAITING and onDay = :day)\
                        """
                                + ORDER,
                        QueueEntry.class)
                .setParameter("site", site)
                .setParameter("day", roster.today())
                .list()
                .stream()
                .filter(entry ->
                        practitioner == null || entry.practitionerId().equals(practitioner))
                .toList();
    }

    /// The tickets of a site and day by appointment; not of those who left without having been seen.
    public Map<UUID, String> tickets(UUID site, LocalDate day) {
        return db
                .session()
                .createQuery(
                        """
                        select appointmentId, number from QueueEntry
                        where siteId = :site and onDay = :day and state <> LEFT and appointmentId is not null\
                        """,
                        Object[].class)
                .setParameter("site", site)
                .setParameter("day", day)
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> (UUID) row[0], row -> QueueEntry.ticket((Integer) row[1])));
    }
}
