package org.clinicdesk.server.platform;

import java.util.Collection;
import java.util.UUID;

/// An entity whose changes are told to the desks that show it, and listed in the audit trail.
public interface Watched {

    UUID id();

    long version();

    /// Topics of the screens that show it: "day/2026-11-21", "patient/<id>". None is allowed: then it is only audited.
    Collection<String> topics();
}
