/// Who sits at the desk: sign-in, the question whether to trust a server, the one-time password that must be replaced, the
/// lock over the work, and the way out.
///
/// A lock is not a sign-off: it covers the screens and keeps them. The same holds when the server ends the session: the
/// person signs in again and finds his work; anybody else finds an empty desk.
@NullMarked
package org.clinicdesk.client.session;

import org.jspecify.annotations.NullMarked;
