/// Booked visits, and where each stands in its life.
///
/// A visit keeps one or more resources busy: its doctors, the rooms and the equipment that its service needs, and its
/// patient. Each of them has a row in `booking` for a half-open span; that of a doctor is longer by the buffers of the
/// service. The database is the judge of every conflict ([Bookings][org.clinicdesk.server.appointment.Bookings]): the rows
/// of (resource, day) are locked, always in the same order, and overlap, hours and caps are tested inside the same
/// transaction. On PostgreSQL an exclusion constraint stands behind it. Whoever asks for any room or piece of a kind gets
/// the first that is free; where no room is spoken of, the one in which the doctor sits by his hours comes with the visit as
/// long as it is free, and is left when another doctor takes over. On top of another visit stands only what somebody decided,
/// with a reason and a cap.
///
/// What could be booked is asked in one place, without a lock ([Vacancies][org.clinicdesk.server.appointment.Vacancies]): by
/// whoever looks for the first free time, proposes others for a visit, says what is free instead of one that was refused,
/// or looks whether a time suits somebody who waits.
///
/// A hold is a row of the same table with an end, told by the clock of the database, which all servers share: it is over in
/// that moment, and nothing has to happen for it. Signing out and a connection that is lost only end it sooner.
///
/// [Appointments][org.clinicdesk.server.appointment.Appointments] and
/// [Scheduling][org.clinicdesk.server.appointment.Scheduling] are the places through which a visit changes; each change is
/// written to the history with what was before and after ([Chronicle][org.clinicdesk.server.appointment.Chronicle]), from
/// which the present state can be replayed, and taken back ([Undoing][org.clinicdesk.server.appointment.Undoing]). Which
/// way leads where says [Transition][org.clinicdesk.server.appointment.Transition]; what the person answered to the
/// question whether he will come stands apart from it. Nothing is ever deleted.
///
/// What a visit is for, and who and what it takes beside its first doctor, can be put right in its time
/// ([Correction][org.clinicdesk.server.appointment.Correction]). What comes back after its doctor's hours went away is put on
/// the re-plan board ([StrandedVisits][org.clinicdesk.server.roster.StrandedVisits]): neither refused nor forgotten. Who
/// stands at the desk after he was given up is let in, whatever is full or held.
///
/// Who is late is proposed to be called, moved or released ([Worklist][org.clinicdesk.server.appointment.Worklist],
/// [Reminders][org.clinicdesk.server.appointment.Reminders],
/// [Releasing][org.clinicdesk.server.appointment.Releasing]); nothing of it happens by itself unless the clinic has
/// switched that on ([LateVisits][org.clinicdesk.server.appointment.LateVisits]). Who did not come keeps nothing busy any
/// more; should he come after all, he gets his time back while nobody has it.
///
/// A visit without a time waits on the pinboard of its site, one that a doctor wants by a day is a follow-up; both are of
/// the server, so that nothing depends on the desk that noted it.
///
/// Arrival puts somebody into the queue below; from there on the appointment follows the stay
/// ([StayChanged][org.clinicdesk.server.queue.StayChanged]).
@NullMarked
package org.clinicdesk.server.appointment;

import org.jspecify.annotations.NullMarked;
