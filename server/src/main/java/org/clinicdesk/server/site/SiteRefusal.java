package org.clinicdesk.server.site;

import org.clinicdesk.server.platform.Reason;

/// Why something about what the clinic offers is refused.
public enum SiteRefusal implements Reason {
    /// No new visits of the service are booked.
    NOT_OFFERED,
    /// The clinic has no other place.
    LAST_SITE,
    /// Nobody is seen at the place any more.
    SITE_CLOSED
}
