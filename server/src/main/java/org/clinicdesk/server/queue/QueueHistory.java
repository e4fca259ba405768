package org.clinicdesk.server.queue;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One thing that happened to somebody in the queue. Never changed.
@Entity
public class QueueHistory {

    /// @param number 1 is the arrival; somebody who came with an older program may have none
    @Embeddable
    public record Key(UUID entryId, int number) {}

    /// What happened.
    enum Kind {
        ARRIVED,
        CALLED,
        RECALLED,
        NO_ANSWER,
        NO_ANSWER_UNDONE,
        CALL_UNDONE,
        TRANSFERRED,
        TRANSFER_UNDONE,
        GROUPS_CHANGED,
        LEFT,
        RETURNED,
        FINISHED
    }

    @EmbeddedId private Key key;

    private Instant at;

    /// Null when no member of the staff did it.
    private @Nullable UUID staffId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable UUID practitionerId;
    private String note;

    @SuppressWarnings("NullAway.Init")
    protected QueueHistory() {}

    QueueHistory(QueueEntry entry, Kind kind, String note, @Nullable UUID staffId, Instant at) {
        this.key = new Key(entry.id(), entry.countChange());
        this.at = at;
        this.staffId = staffId;
        this.kind = kind;
        this.practitionerId = entry.practitionerId().orElse(null);
        this.note = note;
    }

    Instant at() {
        return at;
    }

    Optional<UUID> staffId() {
        return Optional.ofNullable(staffId);
    }

    Kind kind() {
        return kind;
    }

    /// For whom the person waited, or who had him in the room, from then on.
    Optional<UUID> practitionerId() {
        return Optional.ofNullable(practitionerId);
    }

    /// The reason of a transfer, or the groups from then on.
    String note() {
        return note;
    }
}
