/// Tries the checks out on tables, without a database: `clinicdesk-server knowledge evaluate`.
///
/// Patients, medicines and orders are written as people write them ("infant 8 kg", "paracetamol 1 g oral every 3 hours")
/// and read by the grammar of [Grammar]. What the grammar does not understand is said, never left out: a table says of
/// each line what could not be read in it. This package uses the engine as any other caller does and knows nothing of
/// what a table expects.
@NullMarked
package org.clinicdesk.server.drug.evaluate;

import org.jspecify.annotations.NullMarked;
