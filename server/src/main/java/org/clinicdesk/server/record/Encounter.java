package org.clinicdesk.server.record;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A contact of the person with the clinic or with another.
@Entity
public class Encounter extends Entry {

    /// What it was about, with whom and where.
    @Embeddable
    public record Circumstances(String type, String reason, String practitioner, String place) {}

    private Instant startedAt;
    private @Nullable Instant endedAt;

    @Embedded private Circumstances circumstances;

    private @Nullable UUID practitionerId;
    private @Nullable UUID siteId;
    private @Nullable UUID visitId;

    @SuppressWarnings("NullAway.Init")
    protected Encounter() {}

    public Encounter(
            UUID id,
            UUID patientId,
            Instant startedAt,
            @Nullable Instant endedAt,
            Circumstances circumstances) {
        super(id, patientId);
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.circumstances = circumstances;
    }

    /// Says that it is a visit written here, with notes to open.
    public Encounter ofVisit(UUID visit) {
        visitId = visit;
        return this;
    }

    /// Says who of the staff it was with.
    public void with(UUID staffMember) {
        practitionerId = staffMember;
    }

    /// Says at which site it was.
    public void at(UUID site) {
        siteId = site;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Circumstances circumstances() {
        return circumstances;
    }

    public Optional<UUID> practitionerId() {
        return Optional.ofNullable(practitionerId);
    }

    public Optional<UUID> siteId() {
        return Optional.ofNullable(siteId);
    }

    public Optional<UUID> visitId() {
        return Optional.ofNullable(visitId);
    }
}
