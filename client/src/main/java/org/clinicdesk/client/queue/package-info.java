/// Who waits, most urgent first, then longest waiting; calling the next one opens the visit.
///
/// Nobody is to be taken for somebody else. So a call that is refused because a visit is still open says so before it goes
/// to that visit; whoever waits for a colleague is called only after a question; and a call whose answer was lost asks for
/// the same person again. A call can be taken back until something is written, from the notice or from the list.
///
/// What else is done with somebody ([Steps][org.clinicdesk.client.queue.Steps]) is offered for the selected one, by button
/// and key, and only while it can be done. Why somebody stands where he does is said where one points
/// ([Why][org.clinicdesk.client.queue.Why]). The room that people are called to belongs to the desk, not to the person at it.
///
/// Minutes of waiting pass on the screen without the server ([QueueModel#tick]); everything else comes with the topic `queue`.
@NullMarked
package org.clinicdesk.client.queue;

import org.jspecify.annotations.NullMarked;
