/// Who waits, most urgent first, then longest waiting; calling the next one opens the visit.
@NullMarked
package org.clinicdesk.client.queue;

import org.jspecify.annotations.NullMarked;
