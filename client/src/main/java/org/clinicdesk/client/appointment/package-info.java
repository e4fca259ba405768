/// The receptionist's home: the day of the clinic, a column for each practitioner, and what is done there without
/// leaving it: book, check in, move, cancel, take back.
///
/// - What is shown is one [Day], read whole and replaced whole. After each write it is read again, and so it is
///   whenever the server tells that the day changed; whichever answer was asked for last wins.
/// - What the keyboard is at is a [Cursor]: a practitioner, a time, and the visit there, if one was **chosen by
///   hand**. A live update never chooses another visit: who was chosen stays chosen wherever he went, and when he is
///   gone nobody is. Otherwise a key meant for one person would act on another.
/// - The client only previews whether a time is free; the server is the judge. What it refuses is said where it was
///   tried, and what was typed stays.
/// - Cancelled visits are not drawn: their time is free. The way back is the undo of the one who cancelled.
/// - Who waits is read from the same day, so that board and waiting list never disagree.
///
/// Places: `appointment` (the board), `appointment/book` and `appointment/check-in` with `patient_id`.
@NullMarked
package org.clinicdesk.client.appointment;

import org.jspecify.annotations.NullMarked;
