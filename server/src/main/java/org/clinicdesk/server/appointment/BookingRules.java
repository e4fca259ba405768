package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What holds for the bookings of the whole clinic: one row.
@Entity
public class BookingRules implements Watched {

    static final short ONLY = 1;

    /// Told when any of it changes.
    static final String TOPIC = "booking-rules";

    @Id private short id;

    @Version private long version;

    private int dayMinutes;
    private int dayVisits;
    private int slotMinutes;
    private int dayOverbooked;
    private int lateCancelMinutes;
    private int lateAfterMinutes;
    private int holdSeconds;
    private int noticeMinutes;
    private int releaseAfterMinutes;

    @Enumerated(EnumType.STRING)
    private ReleaseAs releaseAs;

    @SuppressWarnings("NullAway.Init")
    protected BookingRules() {}

    /// @param releaseAfter zero: no time is given up by itself
    void set(
            Duration lateAfter,
            Duration releaseAfter,
            ReleaseAs as,
            Caps.Limits usual,
            Duration notice) {
        dayMinutes = usual.minutes();
        dayVisits = usual.visits();
        slotMinutes = usual.slotMinutes();
        dayOverbooked = usual.overbooked();
        lateAfterMinutes = (int) lateAfter.toMinutes();
        releaseAfterMinutes = (int) releaseAfter.toMinutes();
        releaseAs = as;
        noticeMinutes = (int) notice.toMinutes();
    }

    /// A patient who cancels nearer to the start does so late.
    Duration lateCancel() {
        return Duration.ofMinutes(lateCancelMinutes);
    }

    /// Who is not there so long after the start is late.
    Duration lateAfter() {
        return Duration.ofMinutes(lateAfterMinutes);
    }

    /// So long after the start a time is given up by itself; empty: never.
    Optional<Duration> releaseAfter() {
        return Optional.of(Duration.ofMinutes(releaseAfterMinutes)).filter(it -> !it.isZero());
    }

    /// As what a visit counts whose time was given up.
    ReleaseAs releaseAs() {
        return releaseAs;
    }

    /// How much a doctor is given on a day of whom nothing else is said; [Caps] reads it.
    Caps.Limits usual() {
        return new Caps.Limits(dayMinutes, dayVisits, slotMinutes, dayOverbooked);
    }

    /// Nobody is offered an earlier time than his own that is nearer than this.
    Duration notice() {
        return Duration.ofMinutes(noticeMinutes);
    }

    Duration hold() {
        return Duration.ofSeconds(holdSeconds);
    }

    @Override
    public UUID id() {
        return new UUID(0, id);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(TOPIC);
    }
}
