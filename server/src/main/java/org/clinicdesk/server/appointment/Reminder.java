package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// That somebody who is expected was called, and what came of it. Beside the history of the visit, which a call does not
/// change.
@Entity
public class Reminder implements Watched {

    /// What came of a call.
    enum Outcome {
        REACHED,
        NOT_REACHED,
        /// Will be there at a time he said.
        COMING
    }

    @Id private UUID id;

    @Version private long version;

    private UUID appointmentId;
    private LocalDate onDay;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable Instant expectedAt;
    private Instant notedAt;
    private UUID notedBy;
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected Reminder() {}

    /// @param expectedAt null unless he said when he comes
    Reminder(
            UUID id,
            Appointment visit,
            LocalDate onDay,
            Outcome outcome,
            @Nullable Instant expectedAt,
            Instant at,
            UUID by) {
        this.id = id;
        this.appointmentId = visit.id();
        this.onDay = onDay;
        this.outcome = outcome;
        this.expectedAt = expectedAt;
        this.notedAt = at;
        this.notedBy = by;
    }

    /// Nothing happens to one that is withdrawn. @throws Refusal NOT_YOURS
    void withdraw(UUID by, Instant now) {
        if (!notedBy.equals(by)) {
            throw new Refusal(AppointmentRefusal.NOT_YOURS);
        }
        if (withdrawnAt == null) {
            withdrawnAt = now;
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
        return List.of(Appointment.dayTopic(onDay));
    }

    UUID appointmentId() {
        return appointmentId;
    }

    Outcome outcome() {
        return outcome;
    }

    Optional<Instant> expectedAt() {
        return Optional.ofNullable(expectedAt);
    }

    Instant notedAt() {
        return notedAt;
    }
}
