/// Visits that a doctor wants to see somebody at again: ordered from the record, the notes or his own list, booked by the
/// desk from the list of what is due.
///
/// - Whether one is booked is told by the server: it waits again by itself when its visit is cancelled or missed.
/// - The desk books in one step: the first free times of the doctor from the day it is due stand beside the list, a key
///   each. They are a hint; the server judges, and what it refuses is searched anew.
/// - An order is taken back by the notice; one that is withdrawn later is asked about, for it does not come back.
///
/// Places: `followup` (what is due), `followup/panel` with `patient_id` (those of one person, inside another screen).
@NullMarked
package org.clinicdesk.client.followup;

import org.jspecify.annotations.NullMarked;
