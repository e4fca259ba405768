package org.clinicdesk.server.patient;

import jakarta.persistence.Embeddable;

/// One way to a person in the index of terms.
///
/// @param term what is looked for; see [SearchTerms]
/// @param name the words of the name, folded, each between blanks: it stands in the index too, so that
/// a second typed word is judged without a look at another row
@Embeddable
record PatientKey(String term, String name) {}
