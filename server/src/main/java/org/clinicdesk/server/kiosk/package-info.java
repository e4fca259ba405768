/// The kiosk: a machine in the hall at which people check in by themselves with something they hold in the hand.
///
/// Nobody guards it, so it may do one thing only, with a right of its own, and what it is told names nobody. A code that is
/// forged, mistyped, revoked, or of a ticket that was not given out today is answered with the same words, and each kiosk
/// may send only a few of those in a while ([Guesses][org.clinicdesk.server.kiosk.Guesses]). A good card for which nothing
/// is booked is no guess: its holder is sent to the desk.
@NullMarked
package org.clinicdesk.server.kiosk;

import org.jspecify.annotations.NullMarked;
