package org.clinicdesk.server.visit;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.queue.QueueEntry;
import org.clinicdesk.server.record.Coding;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A consultation.
@Entity
public class Visit implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID patientId;
    private UUID practitionerId;
    private UUID siteId;
    private UUID queueEntryId;
    private @Nullable UUID appointmentId;

    @Enumerated(EnumType.STRING)
    private VisitState state;

    private Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable UUID finishedBy;
    private boolean written;
    private String reason;
    private String findings;
    private String plan;

    @ElementCollection
    @CollectionTable(name = "visit_diagnosis", joinColumns = @JoinColumn(name = "visit_id"))
    @OrderColumn(name = "number")
    private List<Coding> diagnoses = new ArrayList<>();

    @Embedded private Vitals vitals;

    @SuppressWarnings("NullAway.Init")
    protected Visit() {}

    /// Begins with what the desk noted of somebody who was called. @param id what the stay names it
    Visit(UUID id, QueueEntry called, Instant at) {
        this.id = id;
        this.patientId = called.patientId();
        this.practitionerId = called.practitionerId().orElseThrow();
        this.siteId = called.siteId();
        this.queueEntryId = called.id();
        this.appointmentId = called.appointmentId().orElse(null);
        this.state = VisitState.OPEN;
        this.startedAt = at;
        this.reason = called.reason();
        this.findings = "";
        this.plan = "";
        this.vitals = Vitals.NONE;
    }

    /// Keeps a draft. @throws Refusal FINISHED
    public void write(Notes notes) {
        refuseUnlessOpen();
        reason = notes.reason();
        findings = notes.findings();
        plan = notes.plan();
        if (!diagnoses.equals(notes.diagnoses())) {
            diagnoses.clear();
            diagnoses.addAll(notes.diagnoses());
        }
        written = true;
    }

    /// @throws Refusal FINISHED
    void measure(Vitals now) {
        refuseUnlessOpen();
        vitals = now;
        written = true;
    }

    /// @throws Refusal FINISHED, NO_ASSESSMENT
    void refuseUnlessAssessed() {
        refuseUnlessOpen();
        if (!notes().assessed()) {
            throw new Refusal(VisitRefusal.NO_ASSESSMENT);
        }
    }

    /// Signs the notes. @throws Refusal FINISHED, NO_ASSESSMENT
    void finish(UUID by, Instant now) {
        refuseUnlessAssessed();
        state = VisitState.FINISHED;
        endedAt = now;
        finishedBy = by;
    }

    /// The call was undone.
    void withdraw(Instant now) {
        refuseUnlessOpen();
        state = VisitState.WITHDRAWN;
        endedAt = now;
    }

    /// @throws Refusal FINISHED
    void refuseUnlessOpen() {
        if (state != VisitState.OPEN) {
            throw new Refusal(VisitRefusal.FINISHED);
        }
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

    public UUID patientId() {
        return patientId;
    }

    /// Whose visit it is.
    public UUID practitionerId() {
        return practitionerId;
    }

    public UUID siteId() {
        return siteId;
    }

    public UUID queueEntryId() {
        return queueEntryId;
    }

    public Optional<UUID> appointmentId() {
        return Optional.ofNullable(appointmentId);
    }

    public VisitState state() {
        return state;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /// The practitioner, or a head doctor in his place.
    public Optional<UUID> finishedBy() {
        return Optional.ofNullable(finishedBy);
    }

    /// Whether somebody has written notes or vital signs.
    boolean written() {
        return written;
    }

    public Notes notes() {
        return new Notes(reason, findings, diagnoses, plan);
    }

    public Vitals vitals() {
        return vitals;
    }
}
