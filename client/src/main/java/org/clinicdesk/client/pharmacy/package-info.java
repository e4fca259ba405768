/// The pharmacy: prescriptions verified and handed out, the shelf, deliveries.
///
/// - A scan opens the prescription, or what is open of the person whose card it was. A scan that leads nowhere says why.
/// - The screen that verifies shows everything a second pair of eyes needs in one place: who it is, allergies (or that
///   nobody asked, or that they could not be read), what was found today and what the doctor answered, and for each
///   medicine the lots it can come from, first to expire first, with the quantity filled in.
/// - Refusals of the server stand at the line they are about. Nothing is handed out in part without somebody seeing it:
///   what the shelf is short of is said before and after.
/// - What interrupts and the doctor has not answered is answered here with a coded reason, as far as it concerns what is
///   handed out: leaving a medicine out needs no excuse.
///
/// Places: `pharmacy` (what is open), `pharmacy/verify` with `id` of a prescription, `pharmacy/stock`.
@NullMarked
package org.clinicdesk.client.pharmacy;

import org.jspecify.annotations.NullMarked;
