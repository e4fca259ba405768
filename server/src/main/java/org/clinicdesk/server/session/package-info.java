/// Signing in and out, and what a desk needs to open.
///
/// A session is a random token that only the client knows; the database keeps its SHA-256. It is over when it expires, is
/// ended, or was opened under an earlier [StaffMember#sessionEpoch][org.clinicdesk.server.staff.StaffMember], which every
/// new password, every sign-out everywhere and every account switched off raises. Who a token belongs to is kept in
/// memory for seconds and forgotten at once, on every server, when any account or role changes.
@NullMarked
package org.clinicdesk.server.session;

import org.jspecify.annotations.NullMarked;
