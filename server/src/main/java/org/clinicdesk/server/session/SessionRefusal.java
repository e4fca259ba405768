package org.clinicdesk.server.session;

import org.clinicdesk.server.platform.Reason;

/// Why signing in or a new password is refused.
public enum SessionRefusal implements Reason {
    /// Login or password is wrong; which of them is not told.
    BAD_CREDENTIALS,
    /// Five wrong passwords in a row, this one among them; an administrator unlocks.
    LOCKED,
    /// Too short, too few kinds of characters, or the login is in it.
    TOO_WEAK,
    /// It is the password that is to be replaced.
    NOT_NEW
}
