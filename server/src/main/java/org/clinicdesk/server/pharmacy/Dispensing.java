package org.clinicdesk.server.pharmacy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.prescription.AnsweredFinding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Medicines of a prescription handed out by somebody at one time, and what the checks showed him then.
@Entity
public class Dispensing implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID prescriptionId;
    private UUID staffId;
    private Instant at;

    @ElementCollection
    @CollectionTable(name = "dispensing_finding", joinColumns = @JoinColumn(name = "dispensing_id"))
    @OrderColumn(name = "number")
    private List<AnsweredFinding> findings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Dispensing() {}

    Dispensing(
            UUID id,
            UUID prescriptionId,
            UUID staffId,
            Instant at,
            List<AnsweredFinding> findings) {
        this.id = id;
        this.prescriptionId = prescriptionId;
        this.staffId = staffId;
        this.at = at;
        this.findings.addAll(findings);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    /// None: the prescription and the lots, which change with it, tell the desks.
    @Override
    public Collection<String> topics() {
        return List.of();
    }

    UUID staffId() {
        return staffId;
    }

    /// With the pharmacist's answers; what the doctor answered stands in the prescription.
    List<AnsweredFinding> findings() {
        return List.copyOf(findings);
    }
}
