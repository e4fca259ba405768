/// Everything that is not a feature: the one pipeline that every call goes through ([Rpc][org.clinicdesk.server.platform.Rpc]),
/// transactions ([Db][org.clinicdesk.server.platform.Db]), who calls ([Call][org.clinicdesk.server.platform.Call]),
/// refusals, live updates ([Changes][org.clinicdesk.server.platform.Changes]).
///
/// A feature contains no transactions, no threads and no status codes. It throws a
/// [Problem][org.clinicdesk.server.platform.Problem] and returns an answer.
@NullMarked
package org.clinicdesk.server.platform;

import org.jspecify.annotations.NullMarked;
