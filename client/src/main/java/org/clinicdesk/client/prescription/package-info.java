/// Writing a prescription. Every change of it is checked at once; what is dangerous stands in the way of the signature until
/// it is answered or taken out, what could not be checked says so, and the trivial stays in the details.
///
/// The client decides nothing: it shows what the server finds, and the server checks again when it is signed.
@NullMarked
package org.clinicdesk.client.prescription;

import org.jspecify.annotations.NullMarked;
