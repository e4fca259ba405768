package org.clinicdesk.server.queue;

import org.clinicdesk.server.queue.QueueHistory.Kind;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// Those who wait for somebody else than before.
final class Transfers {

    private final QueueEntries entries;

    Transfers(QueueEntries entries) {
        this.entries = entries;
    }

    /// Who it is that somebody waits for, and where he will be called to; null is left open.
    record To(@Nullable UUID practitioner, @Nullable UUID room) {}

    /// Also of somebody whom the caller has called but not yet written about.
    /// @throws org.clinicdesk.server.platform.Problem.Refusal NOT_WAITING, NOT_YOURS, SAME_PRACTITIONER, NOT_BOOKABLE,
    ///     VISIT_WRITTEN
    QueueEntry transfer(UUID entryId, long version, To to, String why, UUID by, Instant now) {
        entries.refuseUnlessBookable(to.practitioner());
        var entry = entries.locked(entryId, version);
        entries.refuseUnknownRoom(entry, to.room());
        if (entry.state() == StayState.IN_ROOM) {
            entry.refuseUnlessInRoomWith(by);
            entry.undoCall();
            entries.comeOut(entry, now);
        }
        entry.transfer(to.practitioner(), to.room(), why);
        entries.record(entry, Kind.TRANSFERRED, why, now);
        return entry;
    }

    /// @throws org.clinicdesk.server.platform.Problem.Refusal NOT_WAITING, NOT_TRANSFERRED
    QueueEntry undo(UUID entryId, long version, Instant now) {
        var entry = entries.locked(entryId, version);
        entry.undoTransfer();
        entries.record(entry, Kind.TRANSFER_UNDONE, "", now);
        return entry;
    }
}
