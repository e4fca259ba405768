package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A booked visit. [Appointments] is where it is changed, so that its history and its bookings keep up.
@Entity
public class Appointment implements Watched {

    /// No visit is longer: what looks for the visits of a day relies on it.
    static final Duration LONGEST = Duration.ofHours(24);

    @Id private UUID id;

    @Version private long version;

    private UUID patientId;
    private UUID practitionerId;
    private UUID siteId;
    private @Nullable UUID roomId;
    private UUID serviceId;
    private Instant startsAt;
    private Instant endsAt;
    private String zone;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String reason;

    @Enumerated(EnumType.STRING)
    private @Nullable CancelReason cancelReason;

    private @Nullable Instant arrivedAt;
    private @Nullable Instant inRoomAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant cancelledAt;
    private boolean cancelledLate;
    private String others;

    @Enumerated(EnumType.STRING)
    private Confirmation confirmation;

    /// Whether somebody asked for its room, and not only its doctor sits there.
    private boolean roomAsked;

    private boolean overbooked;
    private @Nullable String overbookReason;
    private @Nullable UUID overbookedBy;
    private short earlyMinutes;
    private @Nullable UUID seriesId;
    private @Nullable UUID predecessorId;
    private @Nullable UUID successorId;
    private @Nullable UUID followUpId;
    private int changes;

    /// The time it was moved away from in this transaction: its day changed too.
    @Transient private @Nullable Span left;

    @SuppressWarnings("NullAway.Init")
    protected Appointment() {}

    Appointment(UUID id, Wish wish, ZoneId zone) {
        this.id = id;
        this.patientId = wish.patientId();
        this.practitionerId = wish.practitionerId();
        this.siteId = wish.siteId();
        this.roomId = wish.roomId().orElse(null);
        this.roomAsked = wish.roomId().isPresent();
        this.serviceId = wish.serviceId();
        this.zone = zone.getId();
        this.status = wish.more().requested() ? Status.REQUESTED : Status.BOOKED;
        this.reason = wish.reason();
        this.others = wish.others().toString();
        this.confirmation = Confirmation.UNCONFIRMED;
        this.earlyMinutes = (short) wish.more().early().toMinutes();
        this.changes = 1;
        set(wish.span());
    }

    private void set(Span span) {
        if (span.end().isAfter(span.start().plus(LONGEST))) {
            throw new IllegalArgumentException("A visit of more than a day");
        }
        startsAt = span.start();
        endsAt = span.end();
    }

    /// @throws Refusal NOT_MOVABLE
    void refuseUnlessMovable() {
        if (!Status.EXPECTED.contains(status)) {
            throw new Refusal(AppointmentRefusal.NOT_MOVABLE);
        }
    }

    /// Whoever said that he comes said so of the time and the doctor he had. @throws Refusal NOT_MOVABLE
    void move(UUID practitioner, Span span) {
        refuseUnlessMovable();
        if (!practitioner.equals(practitionerId) || !span.start().equals(startsAt)) {
            confirmation = Confirmation.UNCONFIRMED;
        }
        left = span();
        practitionerId = practitioner;
        set(span);
    }

    /// Wants another room, or none; [#assign] tells what it got.
    void want(RoomWish wish) {
        if (wish.said()) {
            roomId = wish.room();
            roomAsked = roomId != null;
        }
    }

    /// Puts right what it is for. @throws Refusal NOT_MOVABLE
    void correct(UUID service, String reason, Duration early) {
        refuseUnlessMovable();
        this.serviceId = service;
        this.reason = reason;
        this.earlyMinutes = (short) early.toMinutes();
    }

    /// Says which doctors see the person beside the first; [#assign] keeps them.
    void beside(List<UUID> practitioners) {
        others = Others.of(ResourceKind.PRACTITIONER, practitioners).toString();
    }

    /// Gives it the rooms and the equipment that were found for it.
    void assign(@Nullable UUID room, Others others) {
        roomId = room;
        this.others = others.toString();
    }

    /// @throws Refusal ALREADY_OVER
    void cancel(CancelReason why, boolean late, Instant now) {
        status = Transition.CANCEL.from(status);
        end(why, now);
        cancelledLate = late;
    }

    /// Ends it because another visit takes its place. @throws Refusal NOT_MOVABLE
    void giveWay(UUID successor, Instant now) {
        status = Transition.RESCHEDULE.from(status);
        end(CancelReason.RESCHEDULED, now);
        successorId = successor;
    }

    private void end(CancelReason why, Instant now) {
        cancelReason = why;
        cancelledAt = now;
        arrivedAt = null;
    }

    void takePlaceOf(UUID predecessor) {
        predecessorId = predecessor;
    }

    /// What was said of the same time with the same doctor holds on.
    void confirmedLike(Appointment old) {
        confirmation = old.confirmation;
    }

    void roomedLike(Appointment old) {
        roomAsked = old.roomAsked;
    }

    void joinSeries(UUID series) {
        seriesId = series;
    }

    /// Says which follow-up it is for.
    void follow(@Nullable UUID followUp) {
        followUpId = followUp;
    }

    /// Allows it to stand on top of another visit of the doctor, should there be one.
    void allowOverbooking(String why, @Nullable UUID by) {
        overbookReason = why;
        overbookedBy = by;
    }

    /// Notes whether it does.
    void standOnTop(boolean onTop) {
        overbooked = onTop;
    }

    /// One that was rescheduled goes on in its successor: only to undo that brings it back.
    ///
    /// @param agreed not only asked for, when it was last expected
    /// @throws Refusal NOT_CANCELLED
    void reinstate(boolean agreed) {
        if (cancelReason == CancelReason.RESCHEDULED) {
            throw new Refusal(AppointmentRefusal.NOT_CANCELLED);
        }
        status = agreed(Transition.REINSTATE.from(status), agreed);
        forgetEnd();
    }

    private void forgetEnd() {
        cancelReason = null;
        cancelledAt = null;
        cancelledLate = false;
        successorId = null;
    }

    /// @throws Refusal ALREADY_OVER, TOO_EARLY
    void miss(Instant now) {
        status = Transition.MISS.from(status);
        if (now.isBefore(startsAt)) {
            throw new Refusal(AppointmentRefusal.TOO_EARLY);
        }
    }

    /// A requested visit is agreed with its confirmation. @throws Refusal ALREADY_OVER
    void confirm(Confirmation said) {
        if (!Status.EXPECTED.contains(status)) {
            throw new Refusal(AppointmentRefusal.ALREADY_OVER);
        }
        if (status == Status.REQUESTED && said == Confirmation.CONFIRMED) {
            status = Transition.ACCEPT.from(status);
        }
        confirmation = said;
    }

    /// @throws Refusal CANCELLED, ALREADY_ARRIVED, IN_ROOM, ALREADY_SEEN
    void arrive(Instant now) {
        status = Transition.ARRIVE.from(status);
        arrivedAt = now;
    }

    /// Whether its person was waited for in vain, and the time given to others.
    boolean givenUp() {
        return status == Status.NO_SHOW
                || cancelReason == CancelReason.PATIENT
                        && cancelledAt != null
                        && !cancelledAt.isBefore(startsAt);
    }

    /// @throws Refusal ALREADY_ARRIVED
    void arriveAfterAll(Instant now) {
        status = Transition.ARRIVE_AFTER_ALL.from(status);
        forgetEnd();
        arrivedAt = now;
    }

    /// What was only asked for comes back as that.
    private static Status agreed(Status status, boolean agreed) {
        return agreed ? status : Status.REQUESTED;
    }

    /// @param agreed not only asked for, when it was last expected
    /// @throws Refusal NOT_WAITING
    void undoArrival(boolean agreed) {
        status = agreed(Transition.UNDO_ARRIVAL.from(status), agreed);
        arrivedAt = null;
    }

    /// Of somebody who was given up before. @throws Refusal NOT_WAITING
    void undoArrival(Standing past, Instant now) {
        var _ = Transition.UNDO_ARRIVAL.from(status);
        restore(past, now);
        standOnTop(past.overbooked());
        cancelledLate = past.status() == Status.CANCELLED;
    }

    void enterRoom(Instant now) {
        status = Transition.ENTER_ROOM.from(status);
        inRoomAt = now;
    }

    void leaveRoomUnseen() {
        status = Transition.LEAVE_ROOM.from(status);
        inRoomAt = null;
    }

    void fulfil(Instant now) {
        status = Transition.FULFIL.from(status);
        finishedAt = now;
    }

    /// @throws Refusal ALREADY_OVER
    void attend() {
        status = Transition.ATTEND.from(status);
    }

    /// Goes back to what the history says; nobody has arrived then.
    void restore(Standing past, Instant now) {
        restore(past, null, now);
    }

    /// @param arrived since when its person waits again; null when nobody does
    void restore(Standing past, @Nullable Instant arrived, Instant now) {
        left = span();
        status = past.status();
        practitionerId = past.practitionerId();
        confirmation = past.confirmation();
        serviceId = past.serviceId();
        reason = past.reason();
        earlyMinutes = past.earlyMinutes();
        arrivedAt = arrived;
        assign(past.roomId(), Others.parse(past.others()));
        set(past.span());
        forgetEnd();
        if (past.cancelReason() != null) {
            end(past.cancelReason(), now);
        }
    }

    void countChange() {
        changes++;
    }

    /// How many rows of history there are; the booking is the first.
    int changes() {
        return changes;
    }

    Standing standing() {
        return new Standing(
                status,
                practitionerId,
                roomId,
                startsAt,
                endsAt,
                others,
                confirmation,
                overbooked,
                cancelReason,
                serviceId,
                reason,
                earlyMinutes);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        var topics = new ArrayList<String>();
        topics.add(Patient.topic(patientId));
        days(span()).forEach(day -> topics.add(dayTopic(day)));
        if (left != null) {
            days(left).forEach(day -> topics.add(dayTopic(day)));
        }
        if (followUpId != null) {
            topics.add(FollowUp.topic(siteId));
        }
        return topics;
    }

    /// The topic of a day's board.
    public static String dayTopic(LocalDate day) {
        return "day/" + day;
    }

    private List<LocalDate> days(Span span) {
        return Bookings.days(span, ZoneId.of(zone));
    }

    public UUID patientId() {
        return patientId;
    }

    public UUID practitionerId() {
        return practitionerId;
    }

    public UUID siteId() {
        return siteId;
    }

    public Optional<UUID> roomId() {
        return Optional.ofNullable(roomId);
    }

    boolean roomAsked() {
        return roomAsked && roomId != null;
    }

    public UUID serviceId() {
        return serviceId;
    }

    public Span span() {
        return new Span(startsAt, endsAt);
    }

    public Status status() {
        return status;
    }

    /// Whether it is to come, and nobody came for it yet.
    public boolean expected() {
        return Status.EXPECTED.contains(status);
    }

    public String reason() {
        return reason;
    }

    public Optional<CancelReason> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }

    public Optional<Instant> arrivedAt() {
        return Optional.ofNullable(arrivedAt);
    }

    public Optional<Instant> inRoomAt() {
        return Optional.ofNullable(inRoomAt);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    public boolean cancelledLate() {
        return cancelledLate;
    }

    Others others() {
        return Others.parse(others);
    }

    /// All its doctors, the first one first.
    public List<UUID> practitioners() {
        var all = new ArrayList<UUID>();
        all.add(practitionerId);
        all.addAll(others().ids(ResourceKind.PRACTITIONER));
        return all;
    }

    public Confirmation confirmation() {
        return confirmation;
    }

    public boolean overbooked() {
        return overbooked;
    }

    Optional<String> overbookReason() {
        return Optional.ofNullable(overbookReason).filter(_ -> overbooked);
    }

    Optional<UUID> overbookedBy() {
        return Optional.ofNullable(overbookedBy).filter(_ -> overbooked);
    }

    /// When the person was asked to be there, if not at the start.
    public Optional<Instant> askedToArrive() {
        return earlyMinutes == 0
                ? Optional.empty()
                : Optional.of(startsAt.minus(Duration.ofMinutes(earlyMinutes)));
    }

    Duration early() {
        return Duration.ofMinutes(earlyMinutes);
    }

    Optional<UUID> seriesId() {
        return Optional.ofNullable(seriesId);
    }

    Optional<UUID> followUpId() {
        return Optional.ofNullable(followUpId);
    }

    Optional<UUID> predecessorId() {
        return Optional.ofNullable(predecessorId);
    }

    Optional<UUID> successorId() {
        return Optional.ofNullable(successorId);
    }
}
