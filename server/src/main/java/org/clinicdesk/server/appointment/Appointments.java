package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.queue.Arrival;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.StayChanged;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// All booked visits, and the one place through which they change.
public final class Appointments {

    /// So long after its start a time can still be booked: for somebody who stands at the desk.
    static final Duration GRACE = Duration.ofMinutes(10);

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final QueueEntries queue;
    private final Bookings bookings;

    Appointments(Db db, Clock clock, Roster roster, QueueEntries queue) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.queue = queue;
        this.bookings = new Bookings(db, clock, roster);
    }

    public Appointment get(UUID id) {
        return db.get(Appointment.class, id);
    }

    Appointment get(UUID id, long version) {
        return db.get(Appointment.class, id, version);
    }

    /// Books a visit. @throws Refusal IN_THE_PAST, OUTSIDE_HOURS, SLOT_TAKEN
    public Appointment book(Wish wish) {
        refusePast(wish.span());
        return enter(wish, this::refuseOutsideHours);
    }

    /// Enters a visit agreed elsewhere or long ago: no rule of time holds, only that nobody is booked twice.
    /// @throws Refusal SLOT_TAKEN
    public Appointment enter(Wish wish) {
        return enter(wish, _ -> {});
    }

    /// @param rule judges once all is locked
    private Appointment enter(Wish wish, Consumer<Appointment> rule) {
        var appointment = new Appointment(Ids.next(clock), wish, roster.zone());
        bookings.claim(appointment);
        rule.accept(appointment);
        db.session().persist(appointment);
        bookings.hold(appointment);
        record(appointment, null);
        return appointment;
    }

    /// Moves a visit; the old time is free only when the new one is had.
    /// @throws Refusal NOT_MOVABLE, IN_THE_PAST, OUTSIDE_HOURS, SLOT_TAKEN
    void move(Appointment appointment, UUID practitioner, Span span) {
        appointment.refuseUnlessMovable();
        refusePast(span);
        change(appointment, () -> appointment.move(practitioner, span));
        rebook(appointment, this::refuseOutsideHours);
    }

    /// What it held is given up only once the new time is had. @param rule judges once all is locked
    private void rebook(Appointment appointment, Consumer<Appointment> rule) {
        bookings.claim(appointment);
        rule.accept(appointment);
        bookings.release(appointment);
        bookings.hold(appointment);
    }

    private void refusePast(Span span) {
        if (span.start().isBefore(clock.instant().minus(GRACE))) {
            throw new Refusal(AppointmentRefusal.IN_THE_PAST);
        }
    }

    /// Asked under the lock of the day, which leave takes too: of leave and a booking at once, one sees the other.
    private void refuseOutsideHours(Appointment appointment) {
        if (!roster.works(appointment.practitionerId(), appointment.siteId(), appointment.span())) {
            throw new Refusal(AppointmentRefusal.OUTSIDE_HOURS);
        }
    }

    /// Cancels a visit; somebody who waits for it leaves the queue. @throws Refusal ALREADY_OVER
    public void cancel(Appointment appointment, CancelReason why) {
        var waits = appointment.status() == Status.ARRIVED;
        change(appointment, () -> appointment.cancel(why, clock.instant()));
        bookings.release(appointment);
        if (waits) {
            queue.leave(appointment.id(), clock.instant());
        }
    }

    /// Takes a cancellation back. @throws Refusal NOT_CANCELLED, SLOT_TAKEN
    void reinstate(Appointment appointment) {
        change(appointment, appointment::reinstate);
        rebook(appointment, _ -> {});
    }

    /// Marks somebody as arrived and puts him into the queue.
    /// @throws Refusal CANCELLED, ALREADY_ARRIVED, IN_ROOM, ALREADY_SEEN, NOT_TODAY, DECEASED
    public void arrive(Appointment appointment, Instant at) {
        change(appointment, () -> appointment.arrive(at));
        if (!roster.day(roster.today()).overlaps(appointment.span())) {
            throw new Refusal(AppointmentRefusal.NOT_TODAY);
        }
        queue.join(
                new Arrival(
                        appointment.siteId(),
                        appointment.patientId(),
                        appointment.id(),
                        appointment.practitionerId(),
                        appointment.span().start(),
                        appointment.reason(),
                        at));
    }

    /// Takes an arrival back while the person still waits. @throws Refusal NOT_WAITING
    void undoArrival(Appointment appointment) {
        change(appointment, appointment::undoArrival);
        queue.leave(appointment.id(), clock.instant());
    }

    /// What happens to somebody in the queue happens to his appointment.
    void follow(StayChanged stay) {
        stay.entry()
                .appointmentId()
                .map(this::get)
                .ifPresent(appointment -> {
                    switch (stay.entry().state()) {
                        case IN_ROOM -> change(appointment, () -> appointment.enterRoom(stay.at()));
                        case WAITING -> change(appointment, appointment::leaveRoomUnseen);
                        case DONE -> change(appointment, () -> appointment.fulfil(stay.at()));
                        // Only an appointment cancelled or taken back sends somebody away, and it
                        // knows.
                        case LEFT -> {}
                    }
                });
    }

    private void change(Appointment appointment, Runnable change) {
        var before = appointment.standing();
        change.run();
        appointment.countChange();
        // First the visit, whose version is checked: of two who change it at once the second is
        // stale.
        db.session().flush();
        record(appointment, before);
    }

    private void record(Appointment appointment, @Nullable Standing before) {
        var key = new AppointmentHistory.Key(appointment.id(), appointment.changes());
        var by = Call.current().signedIn().map(Caller::staffId).orElse(null);
        db.session()
                .persist(
                        new AppointmentHistory(
                                key, clock.instant(), by, before, appointment.standing()));
    }

    /// What happened to a visit, the booking first.
    public List<AppointmentHistory> history(UUID id) {
        return db.session()
                .createQuery(
                        "from AppointmentHistory where key.appointmentId = :id order by key.number",
                        AppointmentHistory.class)
                .setParameter("id", id)
                .list();
    }

    /// The visits of somebody today that are booked and for which he has not arrived, earliest first.
    public List<Appointment> expectedToday(UUID patient) {
        var today = roster.day(roster.today());
        return ofPatient(patient, today.start(), List.of(Status.BOOKED)).stream()
                .filter(appointment -> appointment.span().overlaps(today))
                .toList();
    }

    /// The visits of somebody that go on today or are to come, earliest first.
    ///
    /// @param wholeDay those of today too that are over or cancelled
    public List<Appointment> upcoming(UUID patient, boolean wholeDay) {
        var today = roster.day(roster.today());
        return ofPatient(patient, today.start(), List.of(Status.values())).stream()
                .filter(appointment ->
                        Status.AHEAD.contains(appointment.status())
                                || wholeDay && appointment.span().overlaps(today))
                .toList();
    }

    private List<Appointment> ofPatient(
            UUID patient, Instant endingAfter, Collection<Status> statuses) {
        return db.session()
                .createQuery(
                        """
                        from Appointment
                        where patientId = :patient and endsAt > :from and status in (:statuses)
                        order by startsAt\
                        """,
                        Appointment.class)
                .setParameter("patient", patient)
                .setParameter("from", endingAfter)
                .setParameterList("statuses", statuses)
                .list();
    }

    /// How many visits of a site begin on a day, by where they stand now; none is left out.
    public Map<Status, Long> counts(UUID site, LocalDate day) {
        var span = roster.day(day);
        var counts = new EnumMap<Status, Long>(Status.class);
        db.session()
                .createQuery(
                        """
                        select status, count(*) from Appointment
                        where siteId = :site and startsAt >= :start and startsAt < :end group by status\
                        """,
                        Object[].class)
                .setParameter("site", site)
                .setParameter("start", span.start())
                .setParameter("end", span.end())
                .list()
                .forEach(row -> counts.put((Status) row[0], (Long) row[1]));
        return counts;
    }

    /// Resources that are busy twice at one time. There must be none: the check of the operator asks.
    public List<Overlap> overlaps() {
        return bookings.overlaps();
    }
}
