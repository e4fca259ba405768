/// Prescribing knowledge and the checks made with it: interactions, allergies with cross-reactivity, duplicate therapy,
/// contraindications, doses, monitoring.
///
/// The knowledge is local, plain text (`resources/knowledge/*.tsv`): one fact a line, each with its source, so that a
/// pharmacist reviews it line by line. [Knowledge] reads it once and refuses a bad line with file and line number;
/// [Checker] is a pure function of the knowledge and what is known of a person: no database, no clock, no network,
/// hence the same answer in the same order each time, also when everything else is down.
///
/// Words: an *ingredient* is an INN without its salt; a *product* can be prescribed and holds one or more
/// ingredients; a *class* is a set of ingredients; a *rule* joins two ingredients or classes. *Level* is clinical and
/// stands in the files, *tier* is how it is shown. An answer is an alert, clear, or
/// **could not be checked**: a name that does not resolve is always said aloud.
///
/// Which rule holds for two ingredients: among the rules of one mechanism the most specific (ingredient pair, then
/// ingredient and class, then two classes, the deeper class first); among mechanisms the highest level, because a
/// harmless answer to one question must not hide a dangerous one to another. An exception (`ddi_override.tsv`) beats
/// every rule that is not more specific than itself.
///
/// What else a rule depends on it says in an expression ([Expressions]): age, kidneys, results, conditions, other
/// medicines, dose, route. Expressions are three-valued and only what is true fires; what would raise a finding if it were
/// known to be so is named in it. Of two contraindications that ask the same question the one for the more specific
/// target holds; one question never hides another. Two medicines that are lived with already interrupt at
/// their renewal only when they are contraindicated, and how far apart they are taken is then not said again; what is new of the person, such as a result, interrupts as ever.
///
/// The most of a day holds for an ingredient in all that is taken and ordered together ([DoseLimits]). What cannot be added
/// is said, and so is what nobody asked though it would forbid the medicine: pregnancy, smoking. What was taken without
/// harm is told more quietly, but never what is contraindicated.
///
/// What is looked for is found by the beginnings of words and by whole amounts ([Amounts]); a brand is shown only on the
/// products it is ([Brands]). What is found otherwise, in another form or strength or spelt otherwise ([Found]), is said to be
/// so, for it is not what was typed.
///
/// Inside, a medicine goes by its id and its English name. What it is called by who reads it ([Spoken]) is made of its id where
/// a name leaves the server: a product after what it holds, its form and strength ([Nomenclature]). What was signed keeps the
/// text it was signed with, and a medicine that was written freely, or a product with a name of its own, keeps that name. A
/// finding names ingredients by their INN until it leaves.
///
/// A practice may have tables of its own in the folder of its data ([KnowledgeFolder]); a running server reads them again
/// when they change ([CurrentKnowledge]). That the knowledge says what clinicians expect, and that no line of it is there
/// for nothing, is in `ExpectationTest`.
///
/// A fact without a clinician's initials in its `reviewed` column is shown as not reviewed.
@NullMarked
package org.clinicdesk.server.drug;

import org.jspecify.annotations.NullMarked;
