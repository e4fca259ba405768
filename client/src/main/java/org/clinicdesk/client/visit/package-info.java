/// The consultation: the record at the left, what is written in the middle.
///
/// What is typed is kept on the server a moment after the last key, so that neither a crash nor a colleague loses it.
/// [Writing] lays what is typed over the visit as the server has it. When somebody else wrote too, what only one of the two
/// changed is taken from him; where both wrote something different, nothing is kept until a person has decided, and both
/// versions stand on the screen. A nurse's vital signs are therefore never overwritten by the empty fields of a doctor.
///
/// A visit is finished only when all that stands on its screen was kept: a vital sign that cannot be right, a diagnosis
/// typed but not taken and an open clash each hold it back, and the screen says which.
///
/// The record is the view of the screen `record/panel`; its header, allergies and conditions, stands above the notes.
@NullMarked
package org.clinicdesk.client.visit;

import org.jspecify.annotations.NullMarked;
