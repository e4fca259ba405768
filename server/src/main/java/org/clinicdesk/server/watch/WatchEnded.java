package org.clinicdesk.server.watch;

import java.util.UUID;

/// A desk is not connected any more: the last stream of its session ended here, and no other came for a while.
public record WatchEnded(UUID sessionId) {}
