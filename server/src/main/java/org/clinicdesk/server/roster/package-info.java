/// When people work.
///
/// Working hours are wall time of the clinic, a row for each stretch of a weekday, and are expanded date by date with the
/// rules of the zone on that very date ([Roster][org.clinicdesk.server.roster.Roster]): eight o'clock stays eight
/// o'clock when the clocks change. A time that the clock skips in spring is moved forward by what is skipped; a time that
/// comes twice in autumn is the first one.
///
/// Whoever closes a time, by leave or by shorter hours, is told which visits are booked in it, and goes on only when he says
/// that he has seen them; they wait on the re-plan board until each has an answer.
///
/// What a day is, is asked here too: days are the clinic's, not the server's.
@NullMarked
package org.clinicdesk.server.roster;

import org.jspecify.annotations.NullMarked;
