/// Prescribing: medicines are written line by line, checked while they are written, and signed.
///
/// - [LineDraft] is the line being typed, [MedicineSearch] finds its medicine. A medicine that was chosen from the list and then
///   retyped is free text again: what is read is what is checked.
/// - [CheckModel] asks the server again at every change, also about the line still being typed; only the last answer counts,
///   and nothing can be signed against an older one.
/// - [PrescriptionModel] holds the lines and says what stands in the way of the signature ([Obstacle]).
/// - The server prints the dosage in the patient's language by itself and adds the doctor's instructions behind it. So the
///   form shows that sentence ([PatientWords]) and lets only the addition be typed: two sentences that could contradict each
///   other must not stand on one paper.
@NullMarked
package org.clinicdesk.client.prescription;

import org.jspecify.annotations.NullMarked;
