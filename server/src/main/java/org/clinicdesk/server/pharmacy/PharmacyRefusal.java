package org.clinicdesk.server.pharmacy;

import org.clinicdesk.server.platform.Reason;

/// Why the pharmacy says no.
enum PharmacyRefusal implements Reason {
    OUT_OF_STOCK,
    TOO_MUCH,
    EXPIRED_LOT,
    WRONG_PRODUCT,
    WRONG_STRENGTH,
    UNKNOWN_PRODUCT,
    NOT_OPEN,
    EXPIRED,
    UNANSWERED_FINDINGS
}
