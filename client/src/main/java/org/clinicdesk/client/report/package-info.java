/// The report on a day, on the screen and as a file. The server sends tables; what they are called and how their cells
/// read is decided by text keys and kinds, so a new table needs words here and nothing else.
///
/// A file holds what the screen shows, made anew by the server; a day without anything is refused with words.
@NullMarked
package org.clinicdesk.client.report;

import org.jspecify.annotations.NullMarked;
