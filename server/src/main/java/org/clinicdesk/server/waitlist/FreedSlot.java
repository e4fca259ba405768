package org.clinicdesk.server.waitlist;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.roster.Reopened;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A time of a doctor that a visit gave up before it began, or that is open again.
@Entity
public class FreedSlot implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;
    private UUID practitionerId;

    /// The room that was closed then, when it was not the doctor who was away.
    private @Nullable UUID roomId;

    private Instant startsAt;
    private Instant endsAt;
    private Instant freedAt;

    @SuppressWarnings("NullAway.Init")
    protected FreedSlot() {}

    FreedSlot(UUID id, Reopened time, Instant at) {
        this.id = id;
        this.siteId = time.siteId();
        this.practitionerId = time.practitionerId();
        this.roomId = time.roomId();
        this.startsAt = time.span().start();
        this.endsAt = time.span().end();
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

    Optional<UUID> roomId() {
        return Optional.ofNullable(roomId);
    }

    Span span() {
        return new Span(startsAt, endsAt);
    }

    Instant freedAt() {
        return freedAt;
    }
}
