package org.clinicdesk.server.exchange;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import java.util.UUID;

/// A reference of an imported row whose target had not come yet.
@Entity
class ImportReference {

    /// @param field what of the row it fills: "practitioner", "site"
    @Embeddable
    record From(UUID entityId, String field) {}

    @EmbeddedId private From from;

    private String resourceType;
    private String sourceKey;

    @SuppressWarnings("NullAway.Init")
    protected ImportReference() {}

    ImportReference(From from, ImportLink.Key target) {
        this.from = from;
        this.resourceType = target.resourceType();
        this.sourceKey = target.sourceKey();
    }
}
