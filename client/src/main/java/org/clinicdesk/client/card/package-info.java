/// The patient's card: made, looked at, saved for the printer, replaced when it was lost.
@NullMarked
package org.clinicdesk.client.card;

import org.jspecify.annotations.NullMarked;
