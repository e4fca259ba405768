package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Bookings.Granted;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.queue.Arrival;
import org.clinicdesk.server.queue.QueueEntries;
import org.clinicdesk.server.queue.StayChanged;
import org.clinicdesk.server.queue.StayState;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// All booked visits, and the one place through which they change.
public final class Appointments {

    /// Whoever came before midnight may still be waiting after it, and whoever is booked after it may come before.
    static final Duration NIGHT = Duration.ofHours(8);

    private static final Duration BEFORE_MIDNIGHT = Duration.ofHours(2);

    private final Db db;
    private final Clock clock;
    private final Roster roster;
    private final QueueEntries queue;
    private final Bookings bookings;
    private final Scheduling scheduling;
    private final Chronicle chronicle;
    private final Pinboard pinboard;

    Appointments(
            Db db,
            Clock clock,
            Roster roster,
            QueueEntries queue,
            Bookings bookings,
            Scheduling scheduling,
            Chronicle chronicle,
            Pinboard pinboard) {
        this.db = db;
        this.clock = clock;
        this.roster = roster;
        this.queue = queue;
        this.bookings = bookings;
        this.scheduling = scheduling;
        this.chronicle = chronicle;
        this.pinboard = pinboard;
    }

    public Appointment get(UUID id) {
        return db.get(Appointment.class, id);
    }

    /// Tells of every time that a visit gives up, inside its transaction. To be called while the features are put
    /// together.
    public void onFreed(Consumer<TimeFreed> listener) {
        chronicle.onFreed(listener);
    }

    /// Tells of every visit that is new, inside its transaction. To be called while the features are put together.
    public void onBooked(Consumer<Appointment> listener) {
        chronicle.onBooked(listener);
    }

    /// Tells of every visit that is for something else than it was thought to be, inside its transaction.
    public void onCorrected(Consumer<Appointment> listener) {
        chronicle.onCorrected(listener);
    }

    /// What became of a visit: itself, or the one that took its place in the end.
    public Appointment current(UUID id) {
        var visit = get(id);
        while (visit.successorId().isPresent()) {
            visit = get(visit.successorId().get());
        }
        return visit;
    }

    Appointment get(UUID id, long version) {
        return db.get(Appointment.class, id, version);
    }

    /// Books a visit. @throws Refusal IN_THE_PAST, OUTSIDE_HOURS, SLOT_TAKEN, SLOT_HELD, CAP_REACHED
    public Appointment book(Wish wish) {
        return scheduling.book(wish);
    }

    /// Enters a visit agreed elsewhere or long ago: no rule of time holds, only that nobody is booked twice.
    /// @throws Refusal SLOT_TAKEN
    public Appointment enter(Wish wish) {
        return scheduling.enter(wish);
    }

    /// Cancels a visit; somebody who waits for it leaves the queue. @throws Refusal ALREADY_OVER
    public void cancel(Appointment appointment, CancelReason why) {
        var waits = appointment.status() == Status.ARRIVED;
        var now = clock.instant();
        var late = why == CancelReason.PATIENT && late(appointment, now);
        chronicle.change(appointment, () -> appointment.cancel(why, late, now));
        bookings.release(appointment);
        pinboard.settled(appointment);
        if (waits) {
            queue.leave(appointment.id(), now);
        }
    }

    private boolean late(Appointment appointment, Instant now) {
        return now.isAfter(appointment.span().start().minus(rules().lateCancel()));
    }

    BookingRules rules() {
        return db.session().find(BookingRules.class, BookingRules.ONLY);
    }

    /// Takes a cancellation or a no-show back.
    /// @throws Refusal NOT_CANCELLED, SLOT_TAKEN, SLOT_HELD, CAP_REACHED, SITE_CLOSED
    void reinstate(Appointment appointment) {
        if (appointment.status().keepsTime() || gaveWayTo(appointment)) {
            throw new Refusal(AppointmentRefusal.NOT_CANCELLED);
        }
        var ended = appointment.status();
        var granted = scheduling.again(appointment, appointment.standing());
        var agreed = agreed(appointment);
        chronicle.change(
                appointment,
                () -> {
                    appointment.reinstate(agreed);
                    Scheduling.assign(appointment, granted);
                });
        bookings.keep(appointment, granted);
        waitAgain(appointment, ended);
    }

    /// What came off the pinboard when a visit came to a status that is taken back waits there again.
    private void waitAgain(Appointment appointment, Status reached) {
        chronicle.of(appointment.id()).reversed().stream()
                .filter(change -> change.after().status() == reached)
                .filter(change ->
                        change.before()
                                .map(Standing::status)
                                .filter(before -> before != reached && before != Status.IN_ROOM)
                                .isPresent())
                .findFirst()
                .ifPresent(change -> pinboard.restore(appointment, change.key().number()));
    }

    /// Notes that somebody of an earlier day was there though nobody checked him in, or called him.
    /// @throws Refusal ALREADY_OVER, TOO_EARLY
    void attend(Appointment appointment) {
        if (!roster.dayOf(appointment.span().end()).isBefore(roster.today())) {
            throw new Refusal(AppointmentRefusal.TOO_EARLY);
        }
        if (appointment.status() == Status.ARRIVED) {
            expectAgain(appointment);
        }
        chronicle.change(appointment, appointment::attend);
        pinboard.settled(appointment);
    }

    /// Whether it was taken back for the visit whose place it had taken, and that one lives.
    private boolean gaveWayTo(Appointment appointment) {
        return appointment
                .predecessorId()
                .map(this::get)
                .filter(old -> old.status() != Status.CANCELLED)
                .isPresent();
    }

    /// Notes that somebody did not come: what is left of his time is free. Who was called twice and did not answer went
    /// away unseen, so he leaves the queue too; so does who was forgotten there.
    /// @throws Refusal ALREADY_OVER, TOO_EARLY, STILL_WAITING
    void miss(Appointment appointment) {
        if (appointment.status() == Status.ARRIVED) {
            queue.present(appointment.id())
                    .filter(stay ->
                            stay.state() == StayState.NO_ANSWER
                                    || stay.since().isBefore(forgotten()))
                    .orElseThrow(() -> new Refusal(AppointmentRefusal.STILL_WAITING));
            expectAgain(appointment);
        }
        chronicle.change(appointment, () -> appointment.miss(clock.instant()));
        bookings.release(appointment);
        pinboard.settled(appointment);
    }

    /// Nobody who came before still waits: it was forgotten to say what became of him.
    private Instant forgotten() {
        return clock.instant().minus(NIGHT);
    }

    /// Notes what the person said to the question whether he will come. @throws Refusal ALREADY_OVER
    void confirm(Appointment appointment, Confirmation said) {
        chronicle.change(appointment, () -> appointment.confirm(said));
    }

    /// Notes the same of several visits, or of none; answers them in the order asked for.
    ///
    /// @param versions of the visits, as they are on the screen
    /// @throws Refusal NOT_NOTED
    List<Appointment> confirmAll(Map<UUID, Long> versions, Confirmation said) {
        var refused = new LinkedHashMap<UUID, String>();
        var noted = new ArrayList<Appointment>();
        versions.forEach((id, version) ->
                Replanning.attempt(
                        id,
                        refused,
                        _ -> {
                            var visit = get(id, version);
                            confirm(visit, said);
                            noted.add(visit);
                        }));
        if (!refused.isEmpty()) {
            throw AppointmentRefusal.NOT_NOTED.naming(refused);
        }
        return noted;
    }

    /// Marks somebody as arrived and puts him into the queue. Who was given up gets his time back, if nobody has it.
    /// @throws Refusal CANCELLED, ALREADY_ARRIVED, IN_ROOM, ALREADY_SEEN, NOT_TODAY, DECEASED, SLOT_TAKEN
    public void arrive(Appointment appointment, Instant at) {
        if (appointment.givenUp()) {
            arriveAfterAll(appointment, at);
        } else {
            chronicle.change(appointment, () -> appointment.arrive(at));
        }
        pinboard.settled(appointment);
        if (!expectedNow(appointment.span())) {
            throw new Refusal(AppointmentRefusal.NOT_TODAY);
        }
        queue.join(
                new Arrival(
                        appointment.siteId(),
                        appointment.patientId(),
                        appointment.id(),
                        appointment.serviceId(),
                        appointment.practitionerId(),
                        appointment.span().start(),
                        appointment.reason(),
                        at));
    }

    /// Today, or early in the night that begins.
    private boolean expectedNow(Span visit) {
        return roster.day(roster.today()).overlaps(visit)
                || visit.start().isAfter(clock.instant())
                        && visit.start().isBefore(clock.instant().plus(BEFORE_MIDNIGHT));
    }

    private void arriveAfterAll(Appointment appointment, Instant at) {
        var granted = scheduling.afterAll(appointment);
        chronicle.change(
                appointment,
                () -> {
                    appointment.arriveAfterAll(at);
                    Scheduling.assign(appointment, granted);
                });
        bookings.keep(appointment, granted);
    }

    /// Whether a visit was agreed when it was last expected, and not only asked for.
    private boolean agreed(Appointment appointment) {
        return chronicle.of(appointment.id()).reversed().stream()
                .map(change -> change.after().status())
                .filter(Status.EXPECTED::contains)
                .findFirst()
                .filter(Status.REQUESTED::equals)
                .isEmpty();
    }

    /// Takes an arrival back while the person still waits. Who was given up before is given up again.
    /// @throws Refusal NOT_WAITING
    void undoArrival(Appointment appointment) {
        var givenUp = beforeArrival(appointment).filter(past -> !past.status().keepsTime());
        if (givenUp.isEmpty()) {
            expectAgain(appointment);
        } else {
            leave(appointment, () -> appointment.undoArrival(givenUp.get(), clock.instant()));
            bookings.release(appointment);
        }
    }

    /// Empty for somebody who was sent on when he was here already.
    private Optional<Standing> beforeArrival(Appointment appointment) {
        return chronicle.of(appointment.id()).reversed().stream()
                .map(AppointmentHistory::after)
                .filter(standing -> !Status.HERE.contains(standing.status()))
                .findFirst();
    }

    private void expectAgain(Appointment appointment) {
        var agreed = agreed(appointment);
        leave(appointment, () -> appointment.undoArrival(agreed));
    }

    private void leave(Appointment appointment, Runnable change) {
        var last = chronicle.of(appointment.id()).getLast();
        var arrival = last.before().isPresent() && last.after().status() == Status.ARRIVED;
        chronicle.change(appointment, arrival ? last.key().number() : null, change);
        waitAgain(appointment, Status.ARRIVED);
        queue.leave(appointment.id(), clock.instant());
    }

    /// Gives somebody who is here another time than the one he came for. If that is today, he waits on with his ticket; else
    /// he goes.
    Appointment sendOn(Appointment old, UUID practitioner, Span span, Granted granted) {
        var at = old.arrivedAt().orElseThrow();
        var today = roster.day(roster.today()).overlaps(span);
        var next = scheduling.successor(old, practitioner, span);
        if (today) {
            next.arrive(at);
        }
        scheduling.replace(old, next, granted);
        if (today) {
            queue.waitFor(old.id(), next.id(), practitioner, span.start(), clock.instant());
        } else {
            queue.leave(old.id(), clock.instant());
        }
        return next;
    }

    /// What happens to somebody in the queue happens to his appointment.
    void follow(StayChanged stay) {
        stay.entry()
                .appointmentId()
                .map(this::get)
                .ifPresent(appointment -> {
                    switch (stay.entry().state()) {
                        case IN_ROOM ->
                                chronicle.change(
                                        appointment, () -> appointment.enterRoom(stay.at()));
                        case WAITING, NO_ANSWER ->
                                chronicle.change(appointment, appointment::leaveRoomUnseen);
                        case DONE ->
                                chronicle.change(appointment, () -> appointment.fulfil(stay.at()));
                        // Only an appointment cancelled or taken back sends somebody away, and it
                        // knows.
                        case LEFT -> {}
                    }
                });
    }

    /// Notes that a doctor wants to see somebody again.
    public void order(FollowUp.Order order, UUID by) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        db.session().persist(new FollowUp(Ids.next(clock), order, at, by));
    }

    /// What happened to a visit, the booking first.
    public List<AppointmentHistory> history(UUID id) {
        return chronicle.of(id);
    }

    /// The visits of somebody today that are booked and for which he has not arrived, earliest first.
    public List<Appointment> expectedToday(UUID patient) {
        var today = roster.day(roster.today());
        return ofPatient(patient, today.start(), Status.EXPECTED).stream()
                .filter(appointment -> appointment.span().overlaps(today))
                .toList();
    }

    /// The visits of somebody that are booked, begin in a span and for which he has not arrived, earliest first.
    ///
    /// @param first included, as is the last
    public List<Appointment> expected(UUID patient, Instant first, Instant last) {
        return ofPatient(patient, first, Status.EXPECTED).stream()
                .filter(appointment -> !appointment.span().start().isBefore(first))
                .filter(appointment -> !appointment.span().start().isAfter(last))
                .toList();
    }

    /// The visits of somebody that go on today or are to come, earliest first.
    ///
    /// @param wholeDay those of today too that are over or cancelled; what was booked by mistake he never had
    public List<Appointment> upcoming(UUID patient, boolean wholeDay) {
        var today = roster.day(roster.today());
        return ofPatient(patient, today.start(), List.of(Status.values())).stream()
                .filter(appointment ->
                        Status.AHEAD.contains(appointment.status())
                                || wholeDay && appointment.span().overlaps(today))
                .toList();
    }

    /// The visits of somebody before today, and those to come that were cancelled, the latest first.
    List<Appointment> past(UUID patient, int most) {
        if (most == 0) {
            return List.of();
        }
        var today = roster.day(roster.today());
        return db.session()
                .createQuery(
                        """
                        from Appointment
                        where patientId = :patient
                        and (endsAt <= :today or startsAt >= :tomorrow and status = :cancelled)
                        and (cancelReason is null or cancelReason not in (:unmeant))
                        order by startsAt desc\
                        """,
                        Appointment.class)
                .setParameter("patient", patient)
                .setParameter("today", today.start())
                .setParameter("tomorrow", today.end())
                .setParameter("cancelled", Status.CANCELLED)
                .setParameterList(
                        "unmeant", List.of(CancelReason.MISTAKE, CancelReason.RESCHEDULED))
                .setMaxResults(most)
                .list();
    }

    private List<Appointment> ofPatient(
            UUID patient, Instant endingAfter, Collection<Status> statuses) {
        return db.session()
                .createQuery(
                        """
                        from Appointment
                        where patientId = :patient and endsAt > :from and status in (:statuses)
                        and (cancelReason is null or cancelReason <> :mistake)
                        order by startsAt\
                        """,
                        Appointment.class)
                .setParameter("mistake", CancelReason.MISTAKE)
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
