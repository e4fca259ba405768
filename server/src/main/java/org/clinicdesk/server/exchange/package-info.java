/// Takes in what other systems tell: FHIR R4 bundles.
///
/// [FhirImport][org.clinicdesk.server.exchange.FhirImport] streams each bundle in one transaction, so a crash leaves
/// whole bundles and a broken bundle leaves nothing. `import_link` remembers what each entry became: a second import
/// finds it, and writes only what the other system has changed since. What was changed here is never overwritten.
///
/// References: those that an entry cannot be without (its person, its medicine) are tried again at the end of the bundle
/// and then in a second reading of the source. Those it can be without (who, where) are kept in `import_reference` and
/// resolved at the end of the import, or of a later one.
///
/// Every entry read is counted once: stored (a row of its own), linked (it belongs to a row that is there), or listed
/// with the reason why not. Medicines become ingredients through the tables of the knowledge: by RxNorm code, else by
/// what is written, else by ATC code; where code and name disagree both are heeded, and it is said. The report, like the log, tells file, position, kind and id of an entry; never a name.
@NullMarked
package org.clinicdesk.server.exchange;

import org.jspecify.annotations.NullMarked;
