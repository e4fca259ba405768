package org.clinicdesk.server.roster;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What differs from the weekly hours on one day: a row for each shift, or one for a day off.
@Entity
class DayHours implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID staffId;
    private UUID siteId;
    private @Nullable UUID roomId;
    private LocalDate onDay;

    @Enumerated(EnumType.STRING)
    private DayMode mode;

    private @Nullable Short fromMinute;
    private @Nullable Short toMinute;
    private String breaks;
    @Embedded private @Nullable Voiding voiding;

    @SuppressWarnings("NullAway.Init")
    protected DayHours() {}

    private DayHours(UUID id, UUID staffId, UUID siteId, LocalDate onDay, DayMode mode) {
        this.id = id;
        this.staffId = staffId;
        this.siteId = siteId;
        this.onDay = onDay;
        this.mode = mode;
        this.breaks = "";
    }

    static DayHours off(UUID id, UUID staffId, UUID siteId, LocalDate onDay) {
        return new DayHours(id, staffId, siteId, onDay, DayMode.OFF);
    }

    /// @param mode INSTEAD or EXTRA
    static DayHours shift(
            UUID id, UUID staffId, UUID siteId, LocalDate onDay, DayMode mode, Shift shift) {
        var hours = new DayHours(id, staffId, siteId, onDay, mode);
        hours.roomId = shift.roomId();
        hours.fromMinute = (short) shift.from();
        hours.toMinute = (short) shift.to();
        hours.breaks = Break.write(shift.breaks());
        return hours;
    }

    void strikeOut(Voiding voiding) {
        this.voiding = voiding;
    }

    /// Empty for a day off.
    Optional<Shift> shift() {
        return fromMinute == null || toMinute == null
                ? Optional.empty()
                : Optional.of(new Shift(fromMinute, toMinute, Break.read(breaks), roomId));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(Roster.TOPIC);
    }

    UUID staffId() {
        return staffId;
    }

    LocalDate onDay() {
        return onDay;
    }

    DayMode mode() {
        return mode;
    }
}
