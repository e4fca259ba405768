/// The consultation: what the doctor finds, thinks and plans.
///
/// A [Visit][org.clinicdesk.server.visit.Visit] begins when somebody is called from the queue and ends when the doctor
/// finishes it, which needs an assessment: a diagnosis or a plan. Until then the notes are a draft of the practitioner;
/// only he or a head doctor writes them, while whoever may measure enters vital signs. From then on they stand, and what
/// they say enters the clinical record: the encounter, the diagnoses as conditions. Vital signs enter it at once.
///
/// A call that is undone withdraws the visit; one in which something was written can only be finished.
@NullMarked
package org.clinicdesk.server.visit;

import org.jspecify.annotations.NullMarked;
