package org.clinicdesk.server.queue;

import org.clinicdesk.server.queue.QueueHistory.Kind;

import java.time.Instant;
import java.util.UUID;

/// Those who were called and did not come.
final class Missing {

    private final QueueEntries entries;

    Missing(QueueEntries entries) {
        this.entries = entries;
    }

    /// Calls once more. @throws org.clinicdesk.server.platform.Problem.Refusal NOT_CALLED, NOT_YOURS
    QueueEntry recall(UUID entryId, long version, UUID practitioner, Instant now) {
        var entry = entries.locked(entryId, version);
        entry.recall(practitioner, now);
        entries.record(entry, Kind.RECALLED, "", now);
        return entry;
    }

    /// The first time the person lets the next one pass, the second time he is called no more.
    /// @throws org.clinicdesk.server.platform.Problem.Refusal NOT_CALLED, NOT_YOURS, VISIT_WRITTEN
    QueueEntry noAnswer(UUID entryId, long version, UUID practitioner, Instant now) {
        var entry = entries.locked(entryId, version);
        entry.refuseUnlessInRoomWith(practitioner);
        entry.missCall();
        entries.comeOut(entry, now);
        if (entry.state() == StayState.WAITING) {
            entries.line(entry.siteId())
                    .after(entry, entry.practitionerId().orElse(practitioner))
                    .ifPresent(next -> entry.letPass(next.id()));
        }
        entries.record(entry, Kind.NO_ANSWER, "", now);
        return entry;
    }

    /// @throws org.clinicdesk.server.platform.Problem.Refusal NOT_MISSED
    QueueEntry undo(UUID entryId, long version, Instant now) {
        var entry = entries.locked(entryId, version);
        entry.undoMissedCall();
        entries.record(entry, Kind.NO_ANSWER_UNDONE, "", now);
        return entry;
    }
}
