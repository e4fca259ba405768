/// The whole clinic in one file, taken while it works and put back on either database.
///
/// The file is a ZIP with a `manifest.json`, one file of JSON lines for each table, read in one snapshot, and the practice's
/// own tables of knowledge as they lie beside the database. It names no
/// product of a database, so a practice that grows takes its H2 backup and restores it on PostgreSQL. Nothing is put back
/// from a file whose counts or checksums do not agree with its manifest, or that was made by a newer program; one
/// of an older program goes into a database that was never used and is brought up to date there.
@NullMarked
package org.clinicdesk.server.backup;

import org.jspecify.annotations.NullMarked;
