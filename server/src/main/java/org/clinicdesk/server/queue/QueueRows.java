package org.clinicdesk.server.queue;

import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.roster.Roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the queue asks the database.
final class QueueRows {

    /// Whoever came before midnight is still there after it; whoever was forgotten is not there the next morning.
    private static final Duration NIGHT = Duration.ofHours(8);

    private final Db db;
    private final Clock clock;
    private final Roster roster;

    QueueRows(Db db, Clock clock, Roster roster) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
    }

    /// Who waits or did not answer, or is in a room, whenever he was called; in no order.
    List<QueueEntry> present(UUID site) {
        return db.session()
                .createQuery(
                        """
                        from QueueEntry
                        where siteId = :site
                        and (state = IN_ROOM
                          or (onDay = :day or since > :night) and (state = WAITING or state = NO_ANSWER))\
                        """,
                        QueueEntry.class)
                .setParameter("site", site)
                .setParameter("day", roster.today())
                .setParameter("night", night())
                .list();
    }

    private Instant night() {
        return clock.instant().minus(NIGHT);
    }

    /// Who was called to a room, wherever that is, and has not left it; a visit that nobody ended keeps nobody for the
    /// whole day.
    List<QueueEntry> inRooms() {
        return db.session()
                .createQuery(
                        "from QueueEntry where inRoomWith is not null and calledAt > :night",
                        QueueEntry.class)
                .setParameter("night", night())
                .list();
    }

    /// Those who wait at a site, and where they are meanwhile.
    Line line(List<QueueEntry> present) {
        return new Line(present, inRooms());
    }

    /// The stays of somebody at a site who waits, did not answer or is in a room.
    List<QueueEntry> ofPatient(UUID site, UUID patient) {
        return db.session()
                .createQuery(
                        """
                        from QueueEntry
                        where siteId = :site and patientId = :patient and (onDay = :day or since > :night)
                        and state <> LEFT and state <> DONE order by since, number\
                        """,
                        QueueEntry.class)
                .setParameter("site", site)
                .setParameter("patient", patient)
                .setParameter("day", roster.today())
                .setParameter("night", night())
                .list();
    }

    /// Of two with the same ticket, one before midnight and one after, it is the later one's.
    Optional<QueueEntry> byTicket(UUID site, Ticket ticket) {
        return db.session()
                .createQuery(
                        """
                        from QueueEntry
                        where siteId = :site and (onDay = :day or since > :night)
                          and letter = :letter and number = :number order by onDay desc\
                        """,
                        QueueEntry.class)
                .setParameter("site", site)
                .setParameter("day", roster.today())
                .setParameter("night", night())
                .setMaxResults(1)
                .setParameter("letter", ticket.letter())
                .setParameter("number", ticket.number())
                .uniqueResultOptional();
    }

    /// The visits of a day that are over.
    Pace pace(UUID site, LocalDate day) {
        return new Pace(
                db
                        .session()
                        .createQuery(
                                """
                                from QueueEntry
                                where siteId = :site and onDay = :day and state = DONE\
                                """,
                                QueueEntry.class)
                        .setParameter("site", site)
                        .setParameter("day", day)
                        .list()
                        .stream()
                        // Who was read in his room before is told of as he was then.
                        .filter(entry -> entry.endedAt().isPresent())
                        .map(entry ->
                                new Pace.Visited(
                                        entry.practitionerId().orElseThrow(),
                                        Duration.between(
                                                entry.calledAt().orElseThrow(),
                                                entry.endedAt().orElseThrow())))
                        .toList());
    }

    /// The room a practitioner called to last on a day, since a moment.
    Optional<UUID> lastRoom(UUID practitioner, LocalDate day, Instant since) {
        return db.session()
                .createQuery(
                        """
                        select roomId from QueueEntry
                        where calledBy = :practitioner and onDay = :day and roomId is not null and calledAt >= :since
                        order by calledAt desc\
                        """,
                        UUID.class)
                .setParameter("practitioner", practitioner)
                .setParameter("day", day)
                .setParameter("since", since)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /// Those who let somebody pass.
    List<QueueEntry> behind(UUID entry) {
        return db.session()
                .createQuery("from QueueEntry where behindId = :entry", QueueEntry.class)
                .setParameter("entry", entry)
                .list();
    }

    List<QueueHistory> history(UUID entry) {
        return db.session()
                .createQuery(
                        "from QueueHistory where key.entryId = :entry order by key.number",
                        QueueHistory.class)
                .setParameter("entry", entry)
                .list();
    }

    /// Whether visits can be booked with a member of the staff.
    boolean bookable(UUID staff) {
        return db.session()
                        .createQuery(
                                "select count(*) from StaffMember where id = :id and bookable and"
                                        + " active",
                                Long.class)
                        .setParameter("id", staff)
                        .getSingleResult()
                == 1;
    }

    /// Whether a room in use belongs to a site.
    boolean hasRoom(UUID site, UUID room) {
        return db.session()
                        .createQuery(
                                "select count(*) from Room where id = :id and siteId = :site and"
                                        + " active",
                                Long.class)
                        .setParameter("id", room)
                        .setParameter("site", site)
                        .getSingleResult()
                == 1;
    }
}
