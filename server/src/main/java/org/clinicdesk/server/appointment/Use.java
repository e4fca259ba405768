package org.clinicdesk.server.appointment;

import org.clinicdesk.server.roster.Span;

import java.util.UUID;

/// Somebody or something kept busy for a span.
record Use(ResourceKind kind, UUID resourceId, Span span) {}
