/// The pharmacy: prescriptions verified and handed out, and the stock they come from.
///
/// Words: a *lot* is so much of one product from one batch; a *movement* is one change of a lot, signed; to *dispense*
/// is to hand out items of a prescription's lines from lots (FHIR MedicationDispense).
///
/// - **Stock is the sum of its movements.** They are only ever added. [Lot] keeps the sum; its row is locked, in
///   the order of ids, and read under the lock by whatever takes from it. What is not there is refused with what
///   is: never less than was asked for, without a word.
/// - **The checks are run again** with the data of the day, in the transaction that hands out: an allergy may have
///   been told since the doctor signed. What interrupts and was not answered by the doctor, at this level, the
///   pharmacist answers, or nothing is handed out.
/// - **What is asked for again too soon** is a finding too: how much of an earlier supply should be left follows from
///   what was handed out and how it is taken. What is controlled then wants a reason; of the rest the pharmacist is
///   told. The rest of a supply that the shelf was short of is not early.
/// - **A line ordered as a product is served by that product**, or by an equal one of another maker unless the doctor
///   forbade it. Another strength or form under the same directions is another dose. A line ordered by ingredient is served by any product with exactly these
///   ingredients that is taken the same way and gives the dose that was ordered: in whole pieces, so many of them as the
///   course takes. What does not is said, and the prescriber is asked.
/// - **Expired lots** can neither be received nor handed out; on the shelf they are shown until they are
///   destroyed. First to expire comes first. A delivery of a known batch with another expiry date is a lot of its
///   own: which of the two dates is wrong is not for the program to guess.
/// - Somebody who presses twice, or whose answer was lost, dispenses once: the pipeline knows the request again.
@NullMarked
package org.clinicdesk.server.pharmacy;

import org.jspecify.annotations.NullMarked;
