package org.clinicdesk.server.waitlist;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.appointment.TimeFreed;
import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.roster.Span;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A time of a doctor that a visit gave up before it began.
@Entity
public class FreedSlot implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;
    private UUID practitionerId;
    private Instant startsAt;
    private Instant endsAt;
    private Instant freedAt;

    @SuppressWarnings("NullAway.Init")
    protected FreedSlot() {}

    FreedSlot(UUID id, TimeFreed freed, Instant at) {
        this.id = id;
        this.siteId = freed.visit().siteId();
        this.practitionerId = freed.practitionerId();
        this.startsAt = freed.span().start();
        this.endsAt = freed.span().end();
        this.freedAt = at;
    }

    /// Somebody else had it meanwhile and gave it up too.
    void again(Instant at) {
        freedAt = at;
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
        return List.of(WaitlistEntry.topic(siteId));
    }

    UUID siteId() {
        return siteId;
    }

    UUID practitionerId() {
        return practitionerId;
    }

    Span span() {
        return new Span(startsAt, endsAt);
    }

    Instant freedAt() {
        return freedAt;
    }
}
