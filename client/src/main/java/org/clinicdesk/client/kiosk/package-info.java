/// The kiosk: people check in by themselves and see their place in the queue.
///
/// Whoever stands at it may be anybody. So it shows a ticket, a place and a room, never a name; it goes back to its start by
/// itself; and it covers the whole screen until a member of the staff leaves it by a key. How many wrong codes it takes is
/// the server's business. Where the machine is set to print, who waits is given the ticket on paper; without a printer the
/// number stays on the screen.
@NullMarked
package org.clinicdesk.client.kiosk;

import org.jspecify.annotations.NullMarked;
