/// Booked visits, and where each stands in its life.
///
/// A visit keeps up to three resources busy: its doctor, its patient and perhaps a room. Each of them has a row in
/// `booking` for the half-open span. The database is the judge of every conflict
/// ([Bookings][org.clinicdesk.server.appointment.Bookings]): the rows of (resource, day) are locked, always in the same
/// order, and the overlap is tested inside the same transaction. On PostgreSQL an exclusion constraint stands behind it.
///
/// [Appointments][org.clinicdesk.server.appointment.Appointments] is the one place through which a visit changes: it stamps
/// the change and writes what was before and after into the history, from which the present state can be replayed. Nothing
/// is ever deleted.
///
/// Arrival puts somebody into the queue below; from there on the appointment follows the stay
/// ([StayChanged][org.clinicdesk.server.queue.StayChanged]).
@NullMarked
package org.clinicdesk.server.appointment;

import org.jspecify.annotations.NullMarked;
