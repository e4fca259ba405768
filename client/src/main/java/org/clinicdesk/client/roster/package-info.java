/// Who works when: the week as a grid of practitioners and days, the hours of a day typed as people write them, holidays,
/// closures, blockouts and leave.
///
/// - Hours are typed in one line, `8-12 13-17` ([HoursText][org.clinicdesk.client.roster.HoursText]), for one day, for
///   every week or for every second one; a week is copied to those that follow.
/// - Before an absence is saved the dialog shows which booked visits it hits; saving over them wants a tick. The server
///   refuses without it, so nobody is forgotten who was booked in the meantime.
/// - Why a colleague is away is shown only to who keeps the roster.
/// - Whoever has no hours in the next week is told when he signs in, and so is who enters them.
///
/// Places: `roster` (the week), `roster/absences`.
@NullMarked
package org.clinicdesk.client.roster;

import org.jspecify.annotations.NullMarked;
