/// The receptionist's home: the day of the clinic, a column for each practitioner or each room, or the week of one of
/// them, and what is done there without leaving it: book, check in, move, cancel, take back.
///
/// - What is shown is one [Day], laid out as a [Layout] says, read whole and replaced whole. A week is one read too. After each write it is read again, and so it is
///   whenever the server tells that the day changed; whichever answer was asked for last wins.
/// - Between columns of doctors a move does not speak of the room: the server gives that of the new doctor's hours. Between
///   columns of rooms the doctor stays. Visits without a room stand in a column of their own, side by side.
/// - The figures and the waiting list count what is shown. How many of the columns that is stands above them.
/// - Views of one's own are kept by the server for the person, not for the desk.
/// - What the keyboard is at is a [Cursor]: a column, a time, and the visit there, if one was **chosen by
///   hand**. A live update never chooses another visit: who was chosen stays chosen wherever he went, and when he is
///   gone nobody is. Otherwise a key meant for one person would act on another.
/// - The client only previews whether a time is free; the server is the judge. What it refuses is said where it was
///   tried, and what was typed stays.
/// - A week of a room knows the visits there, one of a doctor his: what else the doctors and the patient of a visit in the
///   hand have is read when it is taken up, and when the rooms and the equipment that it needs are taken ([OtherTimes]).
/// - Cancelled visits are not drawn: their time is free. The way back is the undo of the one who cancelled.
/// - Who waits is read from the same day, so that board and waiting list never disagree; who came without an appointment is
///   asked of the queue.
///
/// Places: `appointment` (the board), `appointment/book` and `appointment/check-in` with `patient_id`.
@NullMarked
package org.clinicdesk.client.appointment;

import org.jspecify.annotations.NullMarked;
