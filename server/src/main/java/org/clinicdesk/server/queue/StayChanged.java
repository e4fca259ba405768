package org.clinicdesk.server.queue;

import java.time.Instant;

/// Somebody went into a room, came out of it or left. Told inside the transaction: a listener may refuse. What happens
/// among those who wait is nobody else's business.
///
/// @param entry as it is now; its visit id is still there when a call was undone
/// @param from never the same as the state of the entry
public record StayChanged(QueueEntry entry, StayState from, Instant at) {}
