/// The audit trail: who saw and did what. It is read, never changed, and reading it leaves a row itself.
///
/// Times are those of the clinic. What was called is shown in words; a method without words in a language fails a test.
/// Names of patients are not part of the trail: it shows numbers, and so does what is copied from it.
///
/// Places: `audit`, with `patient_id` or `staff_id` to begin with.
@NullMarked
package org.clinicdesk.client.audit;

import org.jspecify.annotations.NullMarked;
