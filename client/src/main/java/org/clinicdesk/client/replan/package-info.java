/// Leave after bookings: the visits that an absence hits, with other times for each, and the list of who has to be told.
///
/// - The board opens when leave was entered over booked visits, and again from the absence, from what is left to do beside
///   the day board, and from the command palette. Nothing on it is lost when it is left: what is open is read anew.
/// - Each open visit stands there with the time proposed for it; the best is proposed until somebody chooses another.
///   Enter accepts one, Ctrl+Enter all, and what was accepted at once is taken back at once.
/// - When a time was taken meanwhile nothing is moved: the row says why, and has new proposals.
/// - Who has to be told is the other half of the board; it is kept by the server, so another desk can go on with it.
///
/// Places: `replan` (the absences with something left to do), `replan/board` with `absence_id`.
@NullMarked
package org.clinicdesk.client.replan;

import org.jspecify.annotations.NullMarked;
