/// Who wants to come sooner, and whom a time that became free is offered to.
///
/// - Times that became free stand on top, each with the people it suits in the order that every desk sees. Enter offers
///   the time to the first of them, or to whom was chosen; it is kept for this desk while he is asked. Enter again
///   books it. Both are judged by the server; the countdown here is only a picture of it.
/// - What is chosen stays chosen over live updates. When it is gone nothing is chosen, so that a key meant for one
///   person never reaches another; only after a step of one's own the next time is chosen.
/// - Bookings tell the topics of their days, not the list: the screen listens to the days it shows, too.
///
/// Places: `waitlist` (the screen) and `waitlist/add` with `appointment_id`, empty when nothing gives way: adds the
/// person the desk is about.
@NullMarked
package org.clinicdesk.client.waitlist;

import org.jspecify.annotations.NullMarked;
