package org.clinicdesk.server.record;

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

/// The cover of a person's record; its row is the lock for what must not be written by two at once.
@Entity
public class Chart implements Watched {

    @Id private UUID patientId;

    @Version private long version;

    @Enumerated(EnumType.STRING)
    private AllergyState allergyState;

    private @Nullable Instant allergiesConfirmedAt;
    private long medicationsVersion;

    @SuppressWarnings("NullAway.Init")
    protected Chart() {}

    public Chart(UUID patientId) {
        this.patientId = patientId;
        this.allergyState = AllergyState.NEVER_ASKED;
    }

    /// The person was asked and knows of none.
    public void noAllergies(Instant now) {
        allergyState = AllergyState.NONE_KNOWN;
        allergiesConfirmedAt = now;
    }

    /// An allergy was recorded, or the person was asked and knows of no other.
    public void hasAllergies(Instant asked) {
        allergyState = AllergyState.RECORDED;
        if (allergiesConfirmedAt == null || allergiesConfirmedAt.isBefore(asked)) {
            allergiesConfirmedAt = asked;
        }
    }

    /// The last allergy was struck out. Nobody has said that there is no other: the person has to be asked.
    void askAgain() {
        allergyState = AllergyState.NEVER_ASKED;
        allergiesConfirmedAt = null;
    }

    /// What the person takes was changed.
    public void medicationsChanged() {
        medicationsVersion++;
    }

    @Override
    public UUID id() {
        return patientId;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(Patient.topic(patientId));
    }

    public AllergyState allergyState() {
        return allergyState;
    }

    public Optional<Instant> allergiesConfirmedAt() {
        return Optional.ofNullable(allergiesConfirmedAt);
    }

    /// Grows with every change of what the person takes.
    public long medicationsVersion() {
        return medicationsVersion;
    }
}
