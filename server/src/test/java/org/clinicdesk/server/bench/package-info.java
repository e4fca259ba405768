/// Benchmarks, run by `mvn -Pbench`, never by the tests.
///
/// Every figure stands beside a limit measured in the same run: what our server asked of the database is recorded,
/// statement by statement, and played again through plain JDBC on a database in the same state, with the same number of
/// clients and the same pool, without us, without TLS. So a figure says how much of the machine is left to the clinic.
@NullMarked
package org.clinicdesk.server.bench;

import org.jspecify.annotations.NullMarked;
