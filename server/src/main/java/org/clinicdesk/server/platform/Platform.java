package org.clinicdesk.server.platform;

import java.time.Clock;

/// What every feature is built on.
public record Platform(Config config, Db db, Clock clock, Changes changes) {}
