package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A resource kept busy for a span by a visit, or by a hold until it runs out.
@Entity
public class Booking {

    /// The longest visit with the longest buffers; the database refuses longer ones. It bounds what a look at a time has
    /// to read: without it all that comes after.
    static final Duration LONGEST =
            Appointment.LONGEST.plus(VisitType.LONGEST_BUFFER.multipliedBy(2));

    @Id private UUID id;

    /// Null for a hold.
    private @Nullable UUID appointmentId;

    /// Null for a visit, as are the next two.
    private @Nullable UUID holdId;

    private @Nullable UUID heldBy;
    private @Nullable Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private ResourceKind kind;

    private UUID resourceId;
    private Instant startsAt;
    private Instant endsAt;

    /// When the visit itself is, without the buffers; null for a hold. Here too, so that a day's load is counted by one
    /// look at this table.
    private @Nullable Instant visitStartsAt;

    private @Nullable Instant visitEndsAt;
    private boolean active;

    /// On purpose on top of another one.
    private boolean overbooked;

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    private Booking(UUID id, Use use) {
        this.id = id;
        this.kind = use.kind();
        this.resourceId = use.resourceId();
        this.startsAt = use.span().start();
        this.endsAt = use.span().end();
        this.active = true;
    }

    /// @param onTop whether it stands on top of another of the same doctor
    static Booking of(UUID id, Appointment appointment, Use use, boolean onTop) {
        var booking = new Booking(id, use);
        booking.appointmentId = appointment.id();
        booking.visitStartsAt = appointment.span().start();
        booking.visitEndsAt = appointment.span().end();
        booking.overbooked = onTop;
        return booking;
    }

    static Booking of(UUID id, SlotHold hold, Use use) {
        var booking = new Booking(id, use);
        booking.holdId = hold.id();
        booking.heldBy = hold.sessionId();
        booking.expiresAt = hold.expiresAt();
        return booking;
    }

    void release() {
        active = false;
    }
}
