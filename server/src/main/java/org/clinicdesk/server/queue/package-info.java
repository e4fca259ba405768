/// The waiting room: who waits for whom, and who is next.
///
/// An entry is neither the appointment nor the visit: it is the stay of somebody in the clinic, from his arrival until he
/// leaves the room. Appointments lie above this feature and put people in; what becomes of a stay is told to them by
/// [StayChanged][org.clinicdesk.server.queue.StayChanged], inside the same transaction, so that both never disagree. The
/// visit begins with the same event: its id is made here, when the person is called.
///
/// Whatever changes the queue of a site first locks the row of that site and day ([QueueDays]
/// [org.clinicdesk.server.queue.QueueDays]): tickets are given once, and nobody is called twice. That a practitioner has
/// one person in the room at most is a unique constraint on `in_room_with`.
///
/// The order ([Line][org.clinicdesk.server.queue.Line]) is by the weight of the heaviest group somebody belongs to, then by
/// the time of arrival, or half an hour before the time booked of those who came earlier than that; nothing is ever numbered anew, so that somebody
/// sent back to the waiting room has his old place. Who is in one room is not called to another, unless by choice.
/// Whoever does not answer lets the next one pass and is called again after him; the second time he is called no more
/// until he shows up. How long it takes is played on from the lengths of today's visits
/// ([Pace][org.clinicdesk.server.queue.Pace]).
///
/// Somebody may wait for whoever is free first: then every practitioner finds him in his own line. Each step leaves a line of
/// history; the last ones can be taken back while the person still waits.
@NullMarked
package org.clinicdesk.server.queue;

import org.jspecify.annotations.NullMarked;
