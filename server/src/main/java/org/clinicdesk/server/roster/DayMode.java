package org.clinicdesk.server.roster;

/// Why the hours of a day are as they are.
enum DayMode {
    /// As every week: no entry for the day.
    WEEKLY,
    /// Other hours in place of the weekly ones.
    INSTEAD,
    /// More hours beside the weekly ones.
    EXTRA,
    /// No work.
    OFF
}
