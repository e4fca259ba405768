package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.SlotHold;

import java.time.Instant;

/// A time that some desk of the site keeps for itself, on whatever day.
///
/// @param until by the clock of this desk
record Kept(SlotHold hold, Instant until) {}
