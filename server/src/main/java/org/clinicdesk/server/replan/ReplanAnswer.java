package org.clinicdesk.server.replan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was decided about a visit that an absence hits.
@Entity
class ReplanAnswer implements Watched {

    /// What was decided.
    enum Kind {
        MOVED,
        KEPT,
        PINNED
    }

    @Id private UUID id;

    @Version private long version;

    private UUID stepId;
    private int stepNumber;
    private UUID absenceId;
    private UUID appointmentId;
    private UUID siteId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String reason;
    private @Nullable UUID successorId;
    private Instant doneAt;
    private UUID doneBy;
    private @Nullable Instant endedAt;
    private @Nullable UUID endedBy;

    /// The visit while this stands: the database refuses a second one.
    private @Nullable UUID standingAppointmentId;

    /// The step that an answer belongs to.
    ///
    /// @param number in the order of the steps of an absence
    record Step(UUID id, int number, UUID absence, Instant at, UUID by) {}

    @SuppressWarnings("NullAway.Init")
    protected ReplanAnswer() {}

    private ReplanAnswer(UUID id, Step step, Appointment visit, Kind kind, String reason) {
        this.id = id;
        this.stepId = step.id;
        this.stepNumber = step.number;
        this.absenceId = step.absence;
        this.appointmentId = visit.id();
        this.standingAppointmentId = visit.id();
        this.siteId = visit.siteId();
        this.kind = kind;
        this.reason = reason;
        this.doneAt = step.at;
        this.doneBy = step.by;
    }

    static ReplanAnswer moved(UUID id, Step step, Appointment visit, UUID successor) {
        var answer = new ReplanAnswer(id, step, visit, Kind.MOVED, "");
        answer.successorId = successor;
        return answer;
    }

    static ReplanAnswer kept(UUID id, Step step, Appointment visit, String reason) {
        return new ReplanAnswer(id, step, visit, Kind.KEPT, reason);
    }

    static ReplanAnswer pinned(UUID id, Step step, Appointment visit) {
        return new ReplanAnswer(id, step, visit, Kind.PINNED, "");
    }

    void end(Instant at, UUID by) {
        endedAt = at;
        endedBy = by;
        standingAppointmentId = null;
    }

    /// The topic of what is re-planned at a site.
    static String topic(UUID site) {
        return "replan/" + site;
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
        return List.of(topic(siteId));
    }

    Step step() {
        return new Step(stepId, stepNumber, absenceId, doneAt, doneBy);
    }

    UUID appointmentId() {
        return appointmentId;
    }

    Kind kind() {
        return kind;
    }

    String reason() {
        return reason;
    }

    Optional<UUID> successorId() {
        return Optional.ofNullable(successorId);
    }
}
