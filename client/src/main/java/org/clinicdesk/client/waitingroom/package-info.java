/// The screen on the wall of the waiting room: which ticket goes to which room, large, with a sound at each new call.
///
/// It is a window of its own, full screen on the second screen if there is one. It follows the queue by a stream of its own,
/// so it goes on while the desk works on something else, is locked, or lost the line and found it again. It closes when
/// whoever opened it signs out. What it reads names nobody, so it may hang where everybody sees it.
@NullMarked
package org.clinicdesk.client.waitingroom;

import org.jspecify.annotations.NullMarked;
