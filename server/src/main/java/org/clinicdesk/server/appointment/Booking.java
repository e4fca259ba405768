package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.clinicdesk.server.roster.Span;

import java.time.Instant;
import java.util.UUID;

/// A resource kept busy by a visit for a span.
@Entity
public class Booking {

    @Id private UUID id;

    private UUID appointmentId;

    @Enumerated(EnumType.STRING)
    private ResourceKind kind;

    private UUID resourceId;
    private Instant startsAt;
    private Instant endsAt;
    private boolean active;

    /// On purpose on top of another one. Nobody may do that yet.
    private boolean overbooked;

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    Booking(UUID id, UUID appointmentId, ResourceKind kind, UUID resourceId, Span span) {
        this.id = id;
        this.appointmentId = appointmentId;
        this.kind = kind;
        this.resourceId = resourceId;
        this.startsAt = span.start();
        this.endsAt = span.end();
        this.active = true;
    }

    void release() {
        active = false;
    }
}
