/// The patient's card: shown as it was printed, issued when there is none, made anew when it was lost. The code on it is
/// opaque; which paper belongs to it is the server's business.
@NullMarked
package org.clinicdesk.client.card;

import org.jspecify.annotations.NullMarked;
