/// Prescribing: written, checked, signed, printed.
///
/// A signature is one transaction: it locks the person's [Chart][org.clinicdesk.server.record.Chart], refuses when
/// what the person takes changed since the check on the screen, checks again, and refuses a finding that interrupts and
/// has no coded reason. What the doctor was shown and answered is kept with the prescription, with all that the alert said
/// and offered, so that whoever reads it later sees it as he saw it; the medicines enter the record.
///
/// What was signed never changes. A line is stopped, with who, when and why, or dispensed; both change the version of
/// the [Prescription][org.clinicdesk.server.prescription.Prescription]. A change is a new line that *replaces* what is
/// taken: the old one ends in the transaction of the signature and names the prescription that came in its place. What
/// should never have been is *entered in error*, as long as nothing of it was handed out; what it had renewed or replaced
/// is taken again then, in the same transaction, or named where that cannot be. Too old is what is past its last
/// day of validity, which was set when it was signed: that is computed whenever it is looked at, never swept.
///
/// Whoever ends a line locks its prescription first and the chart after it, several prescriptions in the order of their
/// ids; a signature makes its own prescription while it holds the chart, so nobody waits in a circle.
///
/// How a medicine is taken has one wording and one way to count it for all sides, in `org.clinicdesk.contract`
/// (Directions, Course). Every alert that is shown is remembered with what became of it
/// ([ShownAlerts][org.clinicdesk.server.prescription.ShownAlerts]): a practice sees which are heeded.
///
/// The pharmacy lies above this feature: it reads and locks through
/// [Prescriptions][org.clinicdesk.server.prescription.Prescriptions] and has the same checks made again by
/// [PrescriptionChecks][org.clinicdesk.server.prescription.PrescriptionChecks].
@NullMarked
package org.clinicdesk.server.prescription;

import org.jspecify.annotations.NullMarked;
