/// The people who work here: their accounts, and what each role may do.
///
/// - A one-time password is shown once, in a dialog that only a button closes, and forgotten as soon as it is closed. When
///   the answer that carried it was lost, the server does not say it again; the screen says what to do instead.
/// - Nobody hands out a right he does not hold, but for the ordinary roles, which whoever employs people gives to others.
///   The server tells which roles the caller may hand out; the others are shown, but cannot be ticked, and the server's
///   refusal ABOVE_OWN_RIGHTS stands at the roles.
/// - Two administrators at one account: what each changed alone is kept, what both changed the second one decides. An
///   account that only signed in meanwhile asks nobody anything.
///
/// Places: `staff` (the list), `staff/new`, `staff/member` with `id`, `staff/roles`.
@NullMarked
package org.clinicdesk.client.staff;

import org.jspecify.annotations.NullMarked;
