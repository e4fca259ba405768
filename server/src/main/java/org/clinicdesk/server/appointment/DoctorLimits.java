package org.clinicdesk.server.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// How much one doctor may be given on a day, where it differs from the rules of the clinic. [Caps] reads it.
@Entity
public class DoctorLimits implements Watched {

    @Id private UUID staffId;

    @Version private long version;

    private @Nullable Integer dayMinutes;
    private @Nullable Integer dayVisits;
    private @Nullable Integer slotMinutes;
    private @Nullable Integer dayOverbooked;

    @SuppressWarnings("NullAway.Init")
    protected DoctorLimits() {}

    DoctorLimits(UUID staffId) {
        this.staffId = staffId;
    }

    /// Null is as the clinic has it.
    void set(
            @Nullable Integer dayMinutes,
            @Nullable Integer dayVisits,
            @Nullable Integer slotMinutes,
            @Nullable Integer dayOverbooked) {
        this.dayMinutes = dayMinutes;
        this.dayVisits = dayVisits;
        this.slotMinutes = slotMinutes;
        this.dayOverbooked = dayOverbooked;
    }

    @Nullable Integer dayMinutes() {
        return dayMinutes;
    }

    @Nullable Integer dayVisits() {
        return dayVisits;
    }

    @Nullable Integer slotMinutes() {
        return slotMinutes;
    }

    @Nullable Integer dayOverbooked() {
        return dayOverbooked;
    }

    @Override
    public UUID id() {
        return staffId;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(Resources.TOPIC);
    }
}
