package org.clinicdesk.server.card;

import org.clinicdesk.server.platform.Reason;

/// Why something about a card or a scan is refused.
public enum CardRefusal implements Reason {
    /// The person never had a card.
    NO_CARD,
    /// The code is forged, mistyped or not of this clinic.
    UNKNOWN_CODE,
    /// The code was valid once.
    REVOKED
}
