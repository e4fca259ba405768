package org.clinicdesk.server.queue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.patient.Patient;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The stay of somebody in the clinic, from his arrival until he leaves the room.
@Entity
public class QueueEntry implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;
    private LocalDate onDay;
    private UUID patientId;
    private @Nullable UUID appointmentId;
    private UUID practitionerId;
    private int number;
    private short priority;

    @Enumerated(EnumType.STRING)
    private StayState state;

    private Instant since;
    private @Nullable Instant bookedFor;
    private String reason;
    private @Nullable Instant calledAt;
    private @Nullable UUID calledBy;
    private @Nullable Instant endedAt;
    private @Nullable UUID visitId;

    /// The same as `calledBy` while in the room: unique, so that nobody has two people there.
    private @Nullable UUID inRoomWith;

    @SuppressWarnings("NullAway.Init")
    protected QueueEntry() {}

    QueueEntry(UUID id, Arrival arrival, LocalDate onDay, int number, Priority priority) {
        this.id = id;
        this.siteId = arrival.siteId();
        this.onDay = onDay;
        this.patientId = arrival.patientId();
        this.appointmentId = arrival.appointmentId();
        this.practitionerId = arrival.practitionerId();
        this.number = number;
        this.priority = priority.weight();
        this.state = StayState.WAITING;
        this.since = arrival.at();
        this.bookedFor = arrival.bookedFor();
        this.reason = arrival.reason();
    }

    /// Takes the person into the room. @throws Refusal NOT_WAITING
    void call(UUID practitioner, UUID visit, Instant now) {
        refuseUnlessWaiting();
        state = StayState.IN_ROOM;
        calledAt = now;
        calledBy = practitioner;
        inRoomWith = practitioner;
        visitId = visit;
    }

    /// Back to the waiting room, to the old place. @throws Refusal NOT_CALLED
    void undoCall() {
        refuseUnlessInRoom();
        state = StayState.WAITING;
    }

    /// Forgets the call, once those who listen have seen whose it was.
    void forgetCall() {
        calledAt = null;
        calledBy = null;
        inRoomWith = null;
        visitId = null;
    }

    /// The person leaves the room. @throws Refusal NOT_CALLED
    void finish(Instant now) {
        refuseUnlessInRoom();
        state = StayState.DONE;
        inRoomWith = null;
        endedAt = now;
    }

    /// The person leaves without having been seen. @throws Refusal NOT_WAITING
    void leave(Instant now) {
        refuseUnlessWaiting();
        state = StayState.LEFT;
        endedAt = now;
    }

    /// @throws Refusal NOT_WAITING
    void setPriority(Priority now) {
        refuseUnlessWaiting();
        priority = now.weight();
    }

    private void refuseUnlessWaiting() {
        if (state != StayState.WAITING) {
            throw new Refusal(QueueRefusal.NOT_WAITING);
        }
    }

    private void refuseUnlessInRoom() {
        if (state != StayState.IN_ROOM) {
            throw new Refusal(QueueRefusal.NOT_CALLED);
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
        return List.of(QueueEntries.TOPIC, Patient.topic(patientId));
    }

    public UUID siteId() {
        return siteId;
    }

    public LocalDate onDay() {
        return onDay;
    }

    public UUID patientId() {
        return patientId;
    }

    public Optional<UUID> appointmentId() {
        return Optional.ofNullable(appointmentId);
    }

    /// Who has called the person; before that, for whom he waits.
    public UUID practitionerId() {
        return calledBy == null ? practitionerId : calledBy;
    }

    /// "A-007".
    public String ticket() {
        return ticket(number);
    }

    static String ticket(int number) {
        return "A-%03d".formatted(number);
    }

    public Priority priority() {
        return Priority.of(priority);
    }

    public StayState state() {
        return state;
    }

    public Instant since() {
        return since;
    }

    public Optional<Instant> bookedFor() {
        return Optional.ofNullable(bookedFor);
    }

    public String reason() {
        return reason;
    }

    public Optional<Instant> calledAt() {
        return Optional.ofNullable(calledAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /// Present from the call on.
    public Optional<UUID> visitId() {
        return Optional.ofNullable(visitId);
    }
}
