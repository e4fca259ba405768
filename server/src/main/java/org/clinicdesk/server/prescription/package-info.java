/// Prescribing: written, checked, signed, printed.
///
/// A signature is one transaction: it locks the person's [Chart][org.clinicdesk.server.record.Chart], refuses when
/// what the person takes changed since the check on the screen, checks again, and refuses a finding that interrupts and
/// has no coded reason. What the doctor was shown and answered is kept with the prescription; the medicines enter the
/// record.
///
/// What was signed never changes. A line is stopped, with who, when and why, or dispensed; both change the version of
/// the [Prescription][org.clinicdesk.server.prescription.Prescription]. Whoever does so locks the prescription first
/// and the chart after it; a signature makes its prescription while it holds the chart, so nobody waits in a circle.
///
/// The pharmacy lies above this feature: it reads and locks through
/// [Prescriptions][org.clinicdesk.server.prescription.Prescriptions] and has the same checks made again by
/// [PrescriptionChecks][org.clinicdesk.server.prescription.PrescriptionChecks].
@NullMarked
package org.clinicdesk.server.prescription;

import org.jspecify.annotations.NullMarked;
