/// Leave after bookings: other times for the visits that an absence hits, and nobody left without an answer.
///
/// - Which visits are hit, and where each stands, is never stored: it is read from the bookings, from their history and
///   from the pinboard ([Replans][org.clinicdesk.server.replan.Replans]). So a visit that somebody moved or cancelled on
///   the day board is answered too, one that is booked into the closed time later is open, and an absence has open visits
///   for as long as they stand in it, whoever closed which window.
/// - An [ReplanAnswer][org.clinicdesk.server.replan.ReplanAnswer] keeps what was decided here: moved, stays, waits on the pinboard. All
///   that was decided in one step is taken back as a whole, or not at all.
/// - A visit goes only to a doctor of the same specialty. Which times are best says
///   [Alternatives][org.clinicdesk.server.appointment.Alternatives].
/// - All visits of a step get their time in one transaction, or none does; who lost his time meanwhile is named.
/// - Whether somebody has to be told is not stored either: what he was told last is, and as long as that is not what became
///   of his visit, he is on the list, and once told, on that of no other absence either ([ReplanNotice][org.clinicdesk.server.replan.ReplanNotice]). Taking a step back puts those who
///   had been told on it again.
@NullMarked
package org.clinicdesk.server.replan;

import org.jspecify.annotations.NullMarked;
