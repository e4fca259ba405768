/// The clinical record: what is known of a person's health.
///
/// [Records][org.clinicdesk.server.record.Records] is the door for other features. Everything that is written about
/// allergies or medicines first locks the person's [Chart][org.clinicdesk.server.record.Chart]: so "no known allergies"
/// and a new allergy exclude each other, and `medicationsVersion` says whether somebody changed what the person takes
/// between a check and a signature.
///
/// Each time somebody is asked about allergies the [answer][org.clinicdesk.server.record.AllergyAnswer] is kept. One that
/// was recorded by mistake is taken back; what was said last and still holds decides then. Who was never asked, who knows
/// of none, and who has none left after the last was taken off are three different things.
///
/// Words are those of FHIR. Nothing is deleted: an allergy is struck out with who, when and why, a medication ends. What
/// could not be coded is kept as told and says that no check can heed it.
@NullMarked
package org.clinicdesk.server.record;

import org.jspecify.annotations.NullMarked;
