package org.clinicdesk.server.record;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

import java.time.Instant;
import java.util.UUID;

/// A measured value: vital signs, laboratory results, answers.
@Entity
public class Observation extends Entry {

    @Embedded private Coding code;

    private Instant at;

    @Embedded private Measured measured;

    private boolean vital;

    @SuppressWarnings("NullAway.Init")
    protected Observation() {}

    public Observation(
            UUID id, UUID patientId, Coding code, Instant at, Measured measured, boolean vital) {
        super(id, patientId);
        this.code = code;
        this.at = at;
        this.measured = measured;
        this.vital = vital;
    }

    public Coding code() {
        return code;
    }

    public Instant at() {
        return at;
    }

    public Measured measured() {
        return measured;
    }

    public boolean vital() {
        return vital;
    }
}
