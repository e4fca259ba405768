/// The people the clinic cares for: found in a moment, registered once.
///
/// A person is found by [SearchTerms][org.clinicdesk.server.patient.SearchTerms]: parts of the name without accents and
/// in any order, phone digits from the front or the back, birth date, number. They stand in a table of their own,
/// `patient_key`, so that both databases find them through one plain index.
///
/// Somebody alike is shown before saving, and saving is refused until the desk says that it is somebody else: a second
/// record of one person loses allergies. Whoever is inactive or dead is still found, greyed: hidden people are
/// registered again.
@NullMarked
package org.clinicdesk.server.patient;

import org.jspecify.annotations.NullMarked;
