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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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

    /// Something was struck out or taken back: what was said last and still holds decides. An allergy that was taken off
    /// tells that the person was asked then, one entered in error tells nothing.
    void settle(List<Allergy> allergies, List<AllergyAnswer> answers) {
        var answered =
                newest(answers.stream().filter(it -> !it.takenBack()).map(AllergyAnswer::askedAt));
        var told = newest(allergies.stream().filter(Allergy::told).map(Allergy::recordedAt));
        allergiesConfirmedAt = newest(Stream.concat(answered.stream(), told.stream())).orElse(null);
        if (allergies.stream().anyMatch(it -> !it.struck())) {
            allergyState = AllergyState.RECORDED;
        } else if (allergiesConfirmedAt == null) {
            allergyState = AllergyState.NEVER_ASKED;
        } else {
            allergyState =
                    answered.filter(allergiesConfirmedAt::equals).isPresent()
                            ? AllergyState.NONE_KNOWN
                            : AllergyState.NONE_LEFT;
        }
    }

    private static Optional<Instant> newest(Stream<Instant> instants) {
        return instants.max(Comparator.naturalOrder());
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
