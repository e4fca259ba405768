package org.clinicdesk.server.prescription;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A signed prescription.
@Entity
public class Prescription implements Watched {

    /// Told when any prescription is signed, dispensed or stopped.
    public static final String PHARMACY = "pharmacy";

    /// Who signs, for whom, and under which number and code.
    record Signature(
            String number,
            String code,
            UUID patientId,
            @Nullable UUID visitId,
            UUID prescriberId,
            String prescriberName,
            Instant at,
            LocalDate validUntil) {}

    @Id private UUID id;

    @Version private long version;

    private String number;
    private UUID patientId;
    private @Nullable UUID visitId;
    private UUID prescriberId;
    private String prescriberName;
    private Instant signedAt;

    @Enumerated(EnumType.STRING)
    private PrescriptionStatus status;

    private String code;
    private LocalDate validUntil;
    private String errorReason;
    private @Nullable Instant errorAt;
    private @Nullable UUID errorBy;

    /// Counts what happens to lines: they have no version of their own.
    private int changes;

    @OneToMany(mappedBy = "prescription", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<PrescriptionLine> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "prescription_finding",
            joinColumns = @JoinColumn(name = "prescription_id"))
    @OrderColumn(name = "number")
    private List<AnsweredFinding> findings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Prescription() {}

    Prescription(UUID id, Signature signature, List<AnsweredFinding> findings) {
        this.id = id;
        this.number = signature.number;
        this.code = signature.code;
        this.patientId = signature.patientId;
        this.visitId = signature.visitId;
        this.prescriberId = signature.prescriberId;
        this.prescriberName = signature.prescriberName;
        this.signedAt = signature.at;
        this.status = PrescriptionStatus.SIGNED;
        this.validUntil = signature.validUntil;
        this.errorReason = "";
        this.findings.addAll(findings);
    }

    /// Only while it is being signed.
    PrescriptionLine add(UUID lineId, OrderedMedicine ordered, List<String> ingredients) {
        var line = new PrescriptionLine(lineId, this, lines.size(), ordered, ingredients);
        lines.add(line);
        return line;
    }

    void stop(PrescriptionLine line, String reason, UUID by, Instant now) {
        line.stop(reason, by, now);
        changed();
    }

    /// What ended the line should never have been.
    void resume(PrescriptionLine line) {
        line.resume();
        changed();
    }

    /// It should never have been. The caller has seen that nothing was handed out.
    void strike(String reason, UUID by, Instant now) {
        lines.forEach(line -> line.strike(reason, by, now));
        changes++;
        status = PrescriptionStatus.ENTERED_IN_ERROR;
        errorReason = reason;
        errorAt = now;
        errorBy = by;
    }

    /// A line should never have been; when none is left that should, neither should the whole. The caller has seen that
    /// nothing of it was handed out.
    void strike(PrescriptionLine line, String reason, UUID by, Instant now) {
        line.strike(reason, by, now);
        if (lines.stream().allMatch(PrescriptionLine::inError)) {
            strike(reason, by, now);
        } else {
            changed();
        }
    }

    /// Notes that so many units of a line were handed out. The caller has asked [PrescriptionLine#left] under the lock.
    public PrescriptionStatus dispense(UUID lineId, int quantity) {
        line(lineId).dispense(quantity);
        changed();
        return status;
    }

    private void changed() {
        changes++;
        status = standing();
    }

    private PrescriptionStatus standing() {
        var open = lines.stream().anyMatch(line -> line.left() > 0);
        var handedOut = lines.stream().anyMatch(line -> line.dispensed() > 0);
        if (open) {
            return handedOut ? PrescriptionStatus.PARTLY_DISPENSED : PrescriptionStatus.SIGNED;
        }
        return handedOut ? PrescriptionStatus.COMPLETED : PrescriptionStatus.STOPPED;
    }

    /// Whether something is left to hand out.
    public boolean open() {
        return status == PrescriptionStatus.SIGNED || status == PrescriptionStatus.PARTLY_DISPENSED;
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
        return List.of(Patient.topic(patientId), PHARMACY);
    }

    /// "R-000042".
    public String number() {
        return number;
    }

    public UUID patientId() {
        return patientId;
    }

    public Optional<UUID> visitId() {
        return Optional.ofNullable(visitId);
    }

    public UUID prescriberId() {
        return prescriberId;
    }

    /// As it was when he signed.
    public String prescriberName() {
        return prescriberName;
    }

    public Instant signedAt() {
        return signedAt;
    }

    public PrescriptionStatus status() {
        return status;
    }

    /// As it is seen on a day: what is open and too old has expired.
    public PrescriptionStatus status(LocalDate today) {
        return expired(today) ? PrescriptionStatus.EXPIRED : status;
    }

    /// Whether something is left to hand out, but it is too old.
    public boolean expired(LocalDate today) {
        return open() && validUntil.isBefore(today);
    }

    /// The last day on which something of it may be handed out.
    public LocalDate validUntil() {
        return validUntil;
    }

    /// Why it should never have been; empty unless it was entered in error.
    String errorReason() {
        return errorReason;
    }

    /// Who said so.
    Optional<UUID> errorBy() {
        return Optional.ofNullable(errorBy);
    }

    /// When he said so.
    Optional<Instant> errorAt() {
        return Optional.ofNullable(errorAt);
    }

    /// What the QR code holds.
    String code() {
        return code;
    }

    /// As they were written.
    public List<PrescriptionLine> lines() {
        return List.copyOf(lines);
    }

    /// @throws NotFound
    public PrescriptionLine line(UUID lineId) {
        return lines.stream()
                .filter(line -> line.id().equals(lineId))
                .findFirst()
                .orElseThrow(() -> new NotFound(PrescriptionLine.class, lineId));
    }

    /// What the doctor was shown when he signed, and answered.
    public List<AnsweredFinding> findings() {
        return List.copyOf(findings);
    }
}
