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
        this.serviceId = wish.serviceId();
        this.zone = zone.getId();
        this.status = Status.BOOKED;
        this.reason = wish.reason();
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

    void refuseUnlessMovable() {
        if (status != Status.BOOKED) {
            throw new Refusal(AppointmentRefusal.NOT_MOVABLE);
        }
    }

    void move(UUID practitioner, Span span) {
        refuseUnlessMovable();
        left = span();
        practitionerId = practitioner;
        set(span);
    }

    /// @throws Refusal ALREADY_OVER
    void cancel(CancelReason why, Instant now) {
        if (status != Status.BOOKED && status != Status.ARRIVED) {
            throw new Refusal(AppointmentRefusal.ALREADY_OVER);
        }
        status = Status.CANCELLED;
        cancelReason = why;
        cancelledAt = now;
        arrivedAt = null;
    }

    /// @throws Refusal NOT_CANCELLED
    void reinstate() {
        if (status != Status.CANCELLED) {
            throw new Refusal(AppointmentRefusal.NOT_CANCELLED);
        }
        status = Status.BOOKED;
        cancelReason = null;
        cancelledAt = null;
    }

    /// @throws Refusal CANCELLED, ALREADY_ARRIVED, IN_ROOM, ALREADY_SEEN
    void arrive(Instant now) {
        switch (status) {
            case BOOKED, NO_SHOW -> {
                status = Status.ARRIVED;
                arrivedAt = now;
            }
            case CANCELLED -> throw new Refusal(AppointmentRefusal.CANCELLED);
            case ARRIVED -> throw new Refusal(AppointmentRefusal.ALREADY_ARRIVED);
            case IN_ROOM -> throw new Refusal(AppointmentRefusal.IN_ROOM);
            case FULFILLED -> throw new Refusal(AppointmentRefusal.ALREADY_SEEN);
        }
    }

    /// @throws Refusal NOT_WAITING
    void undoArrival() {
        if (status != Status.ARRIVED) {
            throw new Refusal(AppointmentRefusal.NOT_WAITING);
        }
        status = Status.BOOKED;
        arrivedAt = null;
    }

    void enterRoom(Instant now) {
        status = Status.IN_ROOM;
        inRoomAt = now;
    }

    void leaveRoomUnseen() {
        status = Status.ARRIVED;
        inRoomAt = null;
    }

    void fulfil(Instant now) {
        status = Status.FULFILLED;
        finishedAt = now;
    }

    void countChange() {
        changes++;
    }

    /// How many rows of history there are; the booking is the first.
    int changes() {
        return changes;
    }

    Standing standing() {
        return new Standing(status, practitionerId, roomId, startsAt, endsAt);
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

    public UUID serviceId() {
        return serviceId;
    }

    public Span span() {
        return new Span(startsAt, endsAt);
    }

    public Status status() {
        return status;
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
}
