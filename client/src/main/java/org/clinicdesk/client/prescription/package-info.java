/// Prescribing: medicines are written line by line, checked while they are written, and signed.
///
/// - [LineDraft] is the line being typed, [MedicineSearch] finds its medicine. A medicine that was chosen from the list and then
///   retyped is free text again: what is read is what is checked. [TypedLine] reads a whole line typed at one go, with the
///   short words of [Shorthand]; what could be a strength is never taken for a dose.
/// - [CheckModel] asks the server again at every change, also about the line still being typed; only the last answer counts,
///   and nothing can be signed against an older one.
/// - [PrescriptionModel] holds the lines and says what stands in the way of the signature ([Obstacle]). What is written is kept
///   on the server ([DraftKeeper]) and is there again after a crash, for its doctor only.
/// - The server prints the dosage in the patient's language; the form shows that very sentence ([PatientWords]). A doctor who
///   writes it in his own words loses them when he changes the dosage: two sentences that contradict each other must not
///   stand on one paper.
/// - What is taken is renewed or replaced by a line that names it: the earlier one ends with the signature. Lines come from
///   favourites, earlier prescriptions and protocols ([PastModel]), doses by weight from [ByWeight].
@NullMarked
package org.clinicdesk.client.prescription;

import org.jspecify.annotations.NullMarked;
