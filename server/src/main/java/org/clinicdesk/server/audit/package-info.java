/// Reads the audit trail, which the pipeline writes. Nothing here can change it.
@NullMarked
package org.clinicdesk.server.audit;

import org.jspecify.annotations.NullMarked;
