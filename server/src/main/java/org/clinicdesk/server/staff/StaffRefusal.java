package org.clinicdesk.server.staff;

import org.clinicdesk.server.platform.Reason;

/// Why something about staff is refused.
public enum StaffRefusal implements Reason {
    LOGIN_TAKEN,
    UNKNOWN_ROLE,
    /// Nobody hands out a right he does not hold, but for the ordinary roles, and these not to himself.
    ABOVE_OWN_RIGHTS,
    /// Somebody must be left who may edit roles.
    LAST_ADMINISTRATOR
}
