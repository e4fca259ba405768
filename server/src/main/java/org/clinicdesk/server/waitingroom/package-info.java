/// The screen in the waiting room: which ticket goes to which room.
///
/// It reads what the queue tells everybody ([Board#announced][org.clinicdesk.server.queue.Board#announced]) and has a right
/// of its own, so that the machine on the wall signs in with an account that may do nothing else. The contract has no
/// field in which a person could be named.
@NullMarked
package org.clinicdesk.server.waitingroom;

import org.jspecify.annotations.NullMarked;
