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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The stay of somebody in the clinic, from his arrival until he leaves the room.
@Entity
public class QueueEntry implements Watched {

    /// A call missed so often moves somebody to the list of those who did not answer.
    private static final int MISSED_TOO_OFTEN = 2;

    /// To come so much before the time booked is what people are asked to do.
    private static final Duration GOOD_TIME = Duration.ofMinutes(30);

    @Id private UUID id;

    @Version private long version;

    private UUID siteId;
    private LocalDate onDay;
    private UUID patientId;
    private @Nullable UUID appointmentId;
    private @Nullable UUID practitionerId;
    private String letter;
    private int number;
    private short priority;
    private String priorityGroups;

    @Enumerated(EnumType.STRING)
    private StayState state;

    private Instant since;
    private @Nullable Instant bookedFor;
    private String reason;
    private @Nullable UUID roomId;
    private @Nullable Instant calledAt;
    private @Nullable UUID calledBy;
    private @Nullable Instant announcedAt;
    private int missed;
    private @Nullable UUID behindId;
    private boolean transferred;
    private @Nullable UUID transferredFrom;
    private String transferReason;
    private @Nullable Instant endedAt;
    private @Nullable UUID visitId;
    private int changes;

    /// The same as `calledBy` while in the room: unique, so that nobody has two people there.
    private @Nullable UUID inRoomWith;

    @SuppressWarnings("NullAway.Init")
    protected QueueEntry() {}

    QueueEntry(
            UUID id, Arrival arrival, LocalDate onDay, Ticket ticket, Set<PriorityGroup> groups) {
        this.id = id;
        this.siteId = arrival.siteId();
        this.onDay = onDay;
        this.patientId = arrival.patientId();
        this.appointmentId = arrival.appointmentId();
        this.practitionerId = arrival.practitionerId();
        this.letter = ticket.letter();
        this.number = ticket.number();
        this.priority = PriorityGroup.weight(groups);
        this.priorityGroups = PriorityGroup.text(groups);
        this.state = StayState.WAITING;
        this.since = arrival.at();
        this.bookedFor = arrival.bookedFor();
        this.reason = arrival.reason();
        this.transferReason = "";
    }

    /// Takes the person into the room. @throws Refusal NOT_WAITING
    void call(UUID practitioner, UUID visit, @Nullable UUID room, Instant now) {
        refuseUnlessOutside();
        state = StayState.IN_ROOM;
        calledAt = now;
        calledBy = practitioner;
        inRoomWith = practitioner;
        visitId = visit;
        roomId = room;
        announcedAt = now;
        behindId = null;
    }

    /// Announces the person once more. @throws Refusal NOT_CALLED, NOT_YOURS
    void recall(UUID practitioner, Instant now) {
        refuseUnlessInRoomWith(practitioner);
        announcedAt = now;
    }

    /// Out of the room, to where the person waited before. @throws Refusal NOT_CALLED
    void undoCall() {
        refuseUnlessInRoom();
        state = missed < MISSED_TOO_OFTEN ? StayState.WAITING : StayState.NO_ANSWER;
    }

    /// The person did not come: he waits on, or is not called any more. @throws Refusal NOT_CALLED
    void missCall() {
        refuseUnlessInRoom();
        missed++;
        state = missed < MISSED_TOO_OFTEN ? StayState.WAITING : StayState.NO_ANSWER;
    }

    /// Forgets the call, once those who listen have seen whose it was.
    void forgetCall() {
        calledAt = null;
        calledBy = null;
        inRoomWith = null;
        visitId = null;
        roomId = null;
        announcedAt = null;
    }

    /// Whom the person lets pass once; null for nobody.
    void letPass(@Nullable UUID other) {
        behindId = other;
    }

    /// Back to the old place. @throws Refusal NOT_MISSED
    void undoMissedCall() {
        if (missed == 0 || !state.outside()) {
            throw new Refusal(QueueRefusal.NOT_MISSED);
        }
        missed = Math.min(missed, MISSED_TOO_OFTEN) - 1;
        behindId = null;
        state = StayState.WAITING;
    }

    /// Waits for another practitioner from now on, as somebody who has missed no call; null is whoever is free first.
    /// @throws Refusal NOT_WAITING, SAME_PRACTITIONER
    void transfer(@Nullable UUID practitioner, @Nullable UUID room, String why) {
        refuseUnlessOutside();
        if (Objects.equals(practitioner, practitionerId)) {
            throw new Refusal(QueueRefusal.SAME_PRACTITIONER);
        }
        transferred = true;
        transferredFrom = practitionerId;
        transferReason = why;
        practitionerId = practitioner;
        roomId = room;
        behindId = null;
        missed = 0;
        state = StayState.WAITING;
    }

    /// Waits for another appointment from now on, as somebody who has missed no call. @throws Refusal NOT_WAITING
    void waitFor(UUID appointment, UUID practitioner, Instant at) {
        refuseUnlessOutside();
        appointmentId = appointment;
        bookedFor = at;
        practitionerId = practitioner;
        transferred = false;
        transferredFrom = null;
        transferReason = "";
        roomId = null;
        behindId = null;
        missed = 0;
        state = StayState.WAITING;
    }

    /// @throws Refusal NOT_WAITING, NOT_TRANSFERRED
    void undoTransfer() {
        refuseUnlessOutside();
        if (!transferred) {
            throw new Refusal(QueueRefusal.NOT_TRANSFERRED);
        }
        practitionerId = transferredFrom;
        transferred = false;
        transferredFrom = null;
        transferReason = "";
        roomId = null;
        behindId = null;
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
        refuseUnlessOutside();
        state = StayState.LEFT;
        endedAt = now;
    }

    /// Waits on, in the old place: it was a mistake that he left.
    void comeBack() {
        state = missed < MISSED_TOO_OFTEN ? StayState.WAITING : StayState.NO_ANSWER;
        endedAt = null;
    }

    /// @throws Refusal NOT_WAITING
    void setGroups(Set<PriorityGroup> groups) {
        refuseUnlessOutside();
        priority = PriorityGroup.weight(groups);
        priorityGroups = PriorityGroup.text(groups);
    }

    /// The number of the next line of history.
    int countChange() {
        return ++changes;
    }

    void refuseUnlessOutside() {
        if (!state.outside()) {
            throw new Refusal(QueueRefusal.NOT_WAITING);
        }
    }

    private void refuseUnlessInRoom() {
        if (state != StayState.IN_ROOM) {
            throw new Refusal(QueueRefusal.NOT_CALLED);
        }
    }

    void refuseUnlessInRoomWith(UUID practitioner) {
        refuseUnlessInRoom();
        if (!practitioner.equals(calledBy)) {
            throw new Refusal(QueueRefusal.NOT_YOURS);
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

    /// Who has called the person; before that, for whom he waits; empty while he waits for whoever is free first.
    public Optional<UUID> practitionerId() {
        return Optional.ofNullable(calledBy == null ? practitionerId : calledBy);
    }

    /// Whether this practitioner calls him when it is his turn.
    boolean waitsFor(UUID practitioner) {
        return practitionerId == null || practitionerId.equals(practitioner);
    }

    public Ticket ticket() {
        return new Ticket(letter, number);
    }

    /// "A-007".
    public String ticketText() {
        return ticket().toString();
    }

    /// Higher goes first.
    short weight() {
        return priority;
    }

    Set<PriorityGroup> groups() {
        return PriorityGroup.of(priorityGroups);
    }

    public StayState state() {
        return state;
    }

    public Instant since() {
        return since;
    }

    /// From when on his place in the line counts: when he came, but not long before the time he booked. Nobody goes first
    /// because a visit later in the day brought him early, nor last because he came in good time.
    Instant due() {
        if (bookedFor == null) {
            return since;
        }
        var earliest = bookedFor.minus(GOOD_TIME);
        return earliest.isAfter(since) ? earliest : since;
    }

    public Optional<Instant> bookedFor() {
        return Optional.ofNullable(bookedFor);
    }

    public String reason() {
        return reason;
    }

    public Optional<UUID> roomId() {
        return Optional.ofNullable(roomId);
    }

    public Optional<Instant> calledAt() {
        return Optional.ofNullable(calledAt);
    }

    /// When the person was called last; present in the room.
    public Optional<Instant> announcedAt() {
        return Optional.ofNullable(announcedAt);
    }

    /// How many calls in a row were missed.
    int missed() {
        return missed;
    }

    Optional<UUID> behindId() {
        return Optional.ofNullable(behindId);
    }

    boolean transferred() {
        return transferred;
    }

    Optional<UUID> transferredFrom() {
        return Optional.ofNullable(transferredFrom);
    }

    String transferReason() {
        return transferReason;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /// Present from the call on.
    public Optional<UUID> visitId() {
        return Optional.ofNullable(visitId);
    }
}
