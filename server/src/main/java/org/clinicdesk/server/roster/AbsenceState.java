package org.clinicdesk.server.roster;

/// Where leave stands. Only what is approved closes anything.
enum AbsenceState {
    REQUESTED,
    APPROVED,
    DECLINED,
    WITHDRAWN
}
