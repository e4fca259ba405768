package org.clinicdesk.server.platform;

import java.time.Duration;

/// Work that a server does again and again without being asked. Of several servers each tries: what only one may do takes a
/// [Lease].
///
/// @param work no transaction is open, and nobody is signed in: see [Call#system]
public record Job(String name, Duration every, Runnable work) {}
