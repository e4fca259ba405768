/// A doctor's own visits, today, this week and this month, and the people under his care. Everything on it is the caller's;
/// nobody is asked whose.
///
/// Enter does what comes next for the visit chosen: who waits is called, who is in the room is gone on with, and of anybody
/// else the record is opened.
@NullMarked
package org.clinicdesk.client.caseload;

import org.jspecify.annotations.NullMarked;
