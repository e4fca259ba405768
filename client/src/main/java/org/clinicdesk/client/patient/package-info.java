/// Finds people, registers them and corrects who they are. The pattern that other screens copy: a feature that opens
/// screens, models without a scene, views that only build.
///
/// - Search runs while text is typed; the keyboard never leaves the field: arrows choose, Enter opens.
/// - A person is registered in three steps. Whoever might be the same person is shown beside the form as soon as enough is
///   typed, and the server's refusal LIKELY_DUPLICATE is answered by looking at these people, never by a blind "yes".
/// - When two people correct the same record, what each changed alone is kept, and for what both changed the second one
///   chooses. Nothing that was typed is thrown away.
/// - Reading a whole record is audited, so the side panel reads it only when the selection rests.
///
/// Other features are reached by these places: `appointment/book`, `appointment/check-in` and `card` with `patient_id`.
@NullMarked
package org.clinicdesk.client.patient;

import org.jspecify.annotations.NullMarked;
