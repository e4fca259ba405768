package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// A time that a desk keeps for itself for a moment. It ends by itself, by the clock of the database; nothing needs to be
/// done for that.
@Entity
public class SlotHold implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID sessionId;
    private UUID staffId;
    private String workstation;
    private UUID siteId;
    private UUID practitionerId;
    private @Nullable UUID patientId;
    private Instant startsAt;
    private Instant endsAt;
    private String zone;
    private Instant expiresAt;
    private @Nullable Instant endedAt;

    /// Whose visit has the time instead.
    private @Nullable UUID lostTo;

    @SuppressWarnings("NullAway.Init")
    protected SlotHold() {}

    SlotHold(UUID id, Caller owner, Subject subject, ZoneId zone, Instant expiresAt) {
        this.id = id;
        this.sessionId = owner.sessionId();
        this.staffId = owner.staffId();
        this.workstation = owner.workstation();
        this.siteId = subject.site();
        this.practitionerId = subject.practitioners().getFirst();
        this.patientId = subject.patient();
        this.startsAt = subject.span().start();
        this.endsAt = subject.span().end();
        this.zone = zone.getId();
        this.expiresAt = expiresAt;
    }

    void end(Instant now) {
        endedAt = now;
    }

    /// Ends, for somebody who stands at the desk has the time.
    void lose(UUID visit, Instant now) {
        lostTo = visit;
        end(now);
    }

    boolean lost() {
        return lostTo != null;
    }

    boolean ended() {
        return endedAt != null;
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
        return Bookings.days(span(), ZoneId.of(zone)).stream().map(Appointment::dayTopic).toList();
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID staffId() {
        return staffId;
    }

    String workstation() {
        return workstation;
    }

    UUID practitionerId() {
        return practitionerId;
    }

    Optional<UUID> patientId() {
        return Optional.ofNullable(patientId);
    }

    Span span() {
        return new Span(startsAt, endsAt);
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
