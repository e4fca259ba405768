package org.clinicdesk.server.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.staff.StaffFeature;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A desk at which somebody is signed in.
@Entity
@Table(name = "session")
public class DeskSession implements Watched {

    @Id private UUID id;

    private String tokenHash;
    private UUID staffId;
    private String workstation;
    private int epoch;
    private Instant openedAt;
    private Instant expiresAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected DeskSession() {}

    DeskSession(
            UUID id,
            String tokenHash,
            StaffMember member,
            String workstation,
            Instant now,
            Instant expiresAt) {
        this.id = id;
        this.tokenHash = tokenHash;
        this.staffId = member.id();
        this.epoch = member.sessionEpoch();
        this.workstation = workstation;
        this.openedAt = now;
        this.expiresAt = expiresAt;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    /// Keeps this session when all others of the person end.
    void outlive(StaffMember member) {
        epoch = member.sessionEpoch();
    }

    boolean valid(Instant now, StaffMember member) {
        return endedAt == null
                && now.isBefore(expiresAt)
                && epoch == member.sessionEpoch()
                && member.active();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return endedAt == null ? 0 : 1;
    }

    @Override
    public Collection<String> topics() {
        return List.of(StaffFeature.ACCOUNTS, topic(id));
    }

    /// The topic that tells a desk that its session changed.
    public static String topic(UUID id) {
        return "session/" + id;
    }

    UUID staffId() {
        return staffId;
    }

    String workstation() {
        return workstation;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
