package org.clinicdesk.server.record;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.clinicdesk.server.patient.PartialDate;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// Something a person has or had.
@Entity
@Table(name = "patient_condition")
public class Condition extends Entry {

    @Embedded private Coding code;

    private String onset;
    private String abated;
    private boolean active;
    private Instant recordedAt;
    private @Nullable UUID recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected Condition() {}

    /// @param by null when it was imported
    public Condition(
            UUID id,
            UUID patientId,
            Coding code,
            PartialDate onset,
            Instant at,
            @Nullable UUID by) {
        super(id, patientId);
        this.code = code;
        this.onset = onset.text();
        this.abated = "";
        this.active = true;
        this.recordedAt = at;
        this.recordedBy = by;
    }

    /// It is over. @param day empty when not known
    public void abate(PartialDate day) {
        abated = day.text();
        active = false;
    }

    public Coding code() {
        return code;
    }

    public PartialDate onset() {
        return new PartialDate(onset);
    }

    public PartialDate abated() {
        return new PartialDate(abated);
    }

    public boolean active() {
        return active;
    }
}
