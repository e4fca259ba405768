package org.clinicdesk.server.roster;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// Working time of a practitioner that can be booked and could not before: an absence does not close it any more, or his
/// hours are longer. An event, inside the transaction of the change. Whether anybody is booked in it is for the listener to ask.
///
/// @param roomId the room that was closed, when it was not he; null when it was he, the site or the clinic
/// @param span yet to come
public record Reopened(UUID practitionerId, UUID siteId, @Nullable UUID roomId, Span span) {}
