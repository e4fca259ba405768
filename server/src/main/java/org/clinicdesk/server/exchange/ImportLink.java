package org.clinicdesk.server.exchange;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import java.util.UUID;

/// What an imported entry became.
@Entity
class ImportLink {

    /// @param sourceKey fullUrl of the entry, or "system|value" of an identifier
    @Embeddable
    record Key(String resourceType, String sourceKey) {}

    @EmbeddedId private Key key;

    private UUID entityId;

    /// Empty for a second key of the same entry.
    private String digest;

    @SuppressWarnings("NullAway.Init")
    protected ImportLink() {}

    ImportLink(Key key, UUID entityId, String digest) {
        this.key = key;
        this.entityId = entityId;
        this.digest = digest;
    }

    Key key() {
        return key;
    }

    UUID entityId() {
        return entityId;
    }

    /// Whether an entry with this digest has nothing new to tell.
    boolean says(String other) {
        return digest.isEmpty() || digest.equals(other);
    }
}
