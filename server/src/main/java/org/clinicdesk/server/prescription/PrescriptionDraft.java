package org.clinicdesk.server.prescription;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.time.Instant;
import java.util.UUID;

/// What a doctor has written for a person and not signed: it survives the crash of his desk, and nobody else sees it.
@Entity
public class PrescriptionDraft {

    @Id private UUID id;

    @Version private long version;

    private UUID staffId;
    private UUID patientId;
    private Instant savedAt;

    /// As the contract writes it; empty when there is nothing.
    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected PrescriptionDraft() {}

    PrescriptionDraft(UUID id, UUID staffId, UUID patientId) {
        this.id = id;
        this.staffId = staffId;
        this.patientId = patientId;
        this.savedAt = Instant.EPOCH;
        this.content = new byte[0];
    }

    void save(byte[] written, Instant now) {
        content = written.clone();
        savedAt = now;
    }

    byte[] content() {
        return content.clone();
    }

    Instant savedAt() {
        return savedAt;
    }
}
