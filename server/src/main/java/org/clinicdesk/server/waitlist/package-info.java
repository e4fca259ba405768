/// People who want to come sooner, and the times that become free for them.
///
/// Whoever wants to come sooner is on the list with what limits it ([Wanted][org.clinicdesk.server.waitlist.Wanted]). A visit
/// that gives its time up before it began leaves a freed slot in the same transaction, and so do leave that is given back,
/// a blockout that is lifted and hours that are longer than before, for each stretch of work that they open
/// ([FreedSlots][org.clinicdesk.server.waitlist.FreedSlots]); whether the time is free still is never written, but asked of
/// the bookings, so nothing has to be swept. [Matching][org.clinicdesk.server.waitlist.Matching] tells whom it suits, in the
/// one order that all desks see: the more urgent first, then who asked first.
///
/// What became free at once may be long: it is proposed as a sequence of visits, the first for the first whom it suits, the
/// next for the next. Each of them is offered to one person at a time ([Offers][org.clinicdesk.server.waitlist.Offers]), and
/// to several people at once only what does not overlap. An offer is a hold of the
/// desk that asks him: nobody else books the time, and it is over by the clock of the database when nobody answered. Who
/// says no is not asked for that time again. What is booked from the list takes the place of the later visit that the person
/// has, in one transaction; the time of that one is then free for the next.
///
/// Desks are told by the topic of the site; holds and bookings are told by the topic of their day.
@NullMarked
package org.clinicdesk.server.waitlist;

import org.jspecify.annotations.NullMarked;
