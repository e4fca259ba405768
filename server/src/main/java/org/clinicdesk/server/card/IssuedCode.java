package org.clinicdesk.server.card;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A code that was handed out, and what it stands for.
@Entity
public class IssuedCode implements Watched {

    @Id private UUID id;

    @Version private long version;

    private String code;

    @Enumerated(EnumType.STRING)
    private Codes.Kind kind;

    private UUID patientId;
    private @Nullable UUID prescriptionId;
    private int issue;
    private Instant issuedAt;
    private @Nullable UUID issuedBy;
    private @Nullable Instant revokedAt;
    private @Nullable UUID revokedBy;

    /// The person while this is his valid card: unique, so that nobody has two.
    private @Nullable UUID validCardOf;

    @SuppressWarnings("NullAway.Init")
    protected IssuedCode() {}

    private IssuedCode(
            UUID id,
            String code,
            Codes.Kind kind,
            UUID patientId,
            int issue,
            Instant at,
            @Nullable UUID by) {
        this.id = id;
        this.code = code;
        this.kind = kind;
        this.patientId = patientId;
        this.issue = issue;
        this.issuedAt = at;
        this.issuedBy = by;
    }

    /// @param issue how many cards the person had, this one counted
    static IssuedCode card(
            UUID id, String code, UUID patientId, int issue, Instant at, @Nullable UUID by) {
        var card = new IssuedCode(id, code, Codes.Kind.CARD, patientId, issue, at, by);
        card.validCardOf = patientId;
        return card;
    }

    static IssuedCode prescription(
            UUID id,
            String code,
            UUID patientId,
            UUID prescriptionId,
            Instant at,
            @Nullable UUID by) {
        var issued = new IssuedCode(id, code, Codes.Kind.PRESCRIPTION, patientId, 1, at, by);
        issued.prescriptionId = prescriptionId;
        return issued;
    }

    /// From now on a scan is refused.
    void revoke(Instant at, @Nullable UUID by) {
        revokedAt = at;
        revokedBy = by;
        validCardOf = null;
    }

    boolean revoked() {
        return revokedAt != null;
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
        return List.of(Patient.topic(patientId));
    }

    public String code() {
        return code;
    }

    public UUID patientId() {
        return patientId;
    }

    /// Present when the code stands on a prescription.
    public Optional<UUID> prescriptionId() {
        return Optional.ofNullable(prescriptionId);
    }

    /// How many cards the person had, this one counted.
    public int issue() {
        return issue;
    }
}
