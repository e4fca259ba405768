package org.clinicdesk.server.record;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

import java.time.Instant;
import java.util.UUID;

/// A vaccination given.
@Entity
public class Immunization extends Entry {

    @Embedded private Coding code;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected Immunization() {}

    public Immunization(UUID id, UUID patientId, Coding code, Instant at) {
        super(id, patientId);
        this.code = code;
        this.at = at;
    }

    public Coding code() {
        return code;
    }

    public Instant at() {
        return at;
    }
}
