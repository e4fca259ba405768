/// The consultation: the record at the left, what is written in the middle. What is typed is kept on the server a moment
/// after the last key, so that neither a crash nor a colleague loses it.
@NullMarked
package org.clinicdesk.client.visit;

import org.jspecify.annotations.NullMarked;
