package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import java.time.Duration;

/// What holds for the bookings of the whole clinic: one row.
@Entity
public class BookingRules {

    static final short ONLY = 1;

    @Id private short id;

    private int dayMinutes;
    private int dayVisits;
    private int slotMinutes;
    private int dayOverbooked;
    private int lateCancelMinutes;
    private int lateAfterMinutes;
    private int holdSeconds;

    @SuppressWarnings("NullAway.Init")
    protected BookingRules() {}

    /// A patient who cancels nearer to the start does so late.
    Duration lateCancel() {
        return Duration.ofMinutes(lateCancelMinutes);
    }

    /// Who is not there so long after the start is late.
    Duration lateAfter() {
        return Duration.ofMinutes(lateAfterMinutes);
    }

    Duration hold() {
        return Duration.ofSeconds(holdSeconds);
    }
}
