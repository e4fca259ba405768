package org.clinicdesk.server.report;

import org.clinicdesk.server.platform.Reason;

/// Why a report is refused.
enum ReportRefusal implements Reason {
    NOTHING_TO_EXPORT
}
