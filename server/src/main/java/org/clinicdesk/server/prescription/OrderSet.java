package org.clinicdesk.server.prescription;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Lines that are prescribed again and again: a doctor's own, or those of the whole clinic.
@Entity
public class OrderSet implements Watched {

    @Id private UUID id;

    @Version private long version;

    private @Nullable UUID ownerId;
    private String name;

    /// The lines, as the contract writes them.
    private byte[] content;

    private @Nullable Instant struckAt;
    private @Nullable UUID struckBy;

    @SuppressWarnings("NullAway.Init")
    protected OrderSet() {}

    /// @param ownerId null: of the whole clinic
    OrderSet(UUID id, @Nullable UUID ownerId) {
        this.id = id;
        this.ownerId = ownerId;
        this.name = "";
        this.content = new byte[0];
    }

    void set(String called, byte[] lines) {
        name = called;
        content = lines.clone();
    }

    void strike(UUID by, Instant now) {
        struckAt = now;
        struckBy = by;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content.clone();
    }

    boolean clinic() {
        return ownerId == null;
    }

    /// Whether somebody may change it here. @param owner null: as a protocol of the clinic
    boolean of(@Nullable UUID owner) {
        return struckAt == null && Optional.ofNullable(ownerId).equals(Optional.ofNullable(owner));
    }

    /// Who took it away.
    Optional<UUID> struckBy() {
        return Optional.ofNullable(struckBy);
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
        return List.of();
    }
}
