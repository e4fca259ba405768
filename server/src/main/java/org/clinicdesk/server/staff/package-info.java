/// The people who work here, their roles and what the roles may do.
///
/// Roles are data: sets of permissions that an administrator edits. Nobody can hand out a right he does not hold
/// himself, but for the ordinary roles, which whoever employs people gives to others
/// ([Granting][org.clinicdesk.server.staff.Granting]); nobody lifts himself. The clinic can never be left without somebody who may edit roles. Whoever has no password hash never
/// signs in: a practitioner who came with imported records.
@NullMarked
package org.clinicdesk.server.staff;

import org.jspecify.annotations.NullMarked;
