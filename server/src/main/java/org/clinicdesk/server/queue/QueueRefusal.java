package org.clinicdesk.server.queue;

import org.clinicdesk.server.platform.Reason;

/// Why something about the queue is refused.
public enum QueueRefusal implements Reason {
    /// Nobody waits for the caller.
    NOBODY_WAITS,
    /// The person is not in the waiting room: already called, gone, or of another site.
    NOT_WAITING,
    /// The caller has somebody in the room; metadata `visit` is the id of that visit.
    VISIT_OPEN,
    /// The person is not in a room.
    NOT_CALLED,
    /// Something was written in the visit: it must be finished, not undone.
    VISIT_WRITTEN
}
