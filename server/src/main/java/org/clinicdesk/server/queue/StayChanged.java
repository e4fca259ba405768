package org.clinicdesk.server.queue;

import java.time.Instant;

/// Somebody moved from one place of the queue to another. Told inside the transaction: a listener may refuse.
///
/// @param entry as it is now; its visit id is still there when a call was undone
/// @param from never the same as the state of the entry
public record StayChanged(QueueEntry entry, StayState from, Instant at) {}
