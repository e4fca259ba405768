package org.clinicdesk.server.platform;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Knows who holds a session's token.
public interface Callers {

    /// The caller, or empty when the token is unknown, ended or expired.
    Optional<Caller> find(String token);

    /// Whether a caller's session is open this very moment.
    boolean open(Caller caller);

    /// All sessions that are open this very moment.
    Set<UUID> open();
}
