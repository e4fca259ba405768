package org.clinicdesk.server.record;

import jakarta.persistence.Entity;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a person answered when asked about allergies: that none is known, or none but those on record.
@Entity
public class AllergyAnswer extends Entry {

    private boolean noneKnown;
    private Instant askedAt;
    private @Nullable UUID askedBy;
    private @Nullable Instant takenBackAt;
    private @Nullable UUID takenBackBy;
    private String takenBackReason;

    @SuppressWarnings("NullAway.Init")
    protected AllergyAnswer() {}

    /// @param noneKnown else none but those on record
    /// @param by null when nobody knows who asked
    public AllergyAnswer(
            UUID id, UUID patientId, boolean noneKnown, Instant at, @Nullable UUID by) {
        super(id, patientId);
        this.noneKnown = noneKnown;
        this.askedAt = at;
        this.askedBy = by;
        this.takenBackReason = "";
    }

    /// It was not this person, or not the answer; it stays readable. @throws Refusal ALREADY_TAKEN_BACK
    void takeBack(String reason, Instant at, UUID by) {
        if (takenBack()) {
            throw new Refusal(RecordRefusal.ALREADY_TAKEN_BACK);
        }
        takenBackAt = at;
        takenBackBy = by;
        takenBackReason = reason;
    }

    boolean takenBack() {
        return takenBackAt != null;
    }

    boolean noneKnown() {
        return noneKnown;
    }

    Instant askedAt() {
        return askedAt;
    }

    Optional<UUID> askedBy() {
        return Optional.ofNullable(askedBy);
    }

    Optional<Instant> takenBackAt() {
        return Optional.ofNullable(takenBackAt);
    }

    Optional<UUID> takenBackBy() {
        return Optional.ofNullable(takenBackBy);
    }

    /// Empty while it holds.
    String takenBackReason() {
        return takenBackReason;
    }
}
