package org.clinicdesk.server.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A stretch of work that comes every week, in the wall time of the clinic.
@Entity
public class WorkingHours implements Watched {

    private static final int DAY = 24 * 60;

    @Id private UUID id;

    @Version private long version;

    private UUID staffId;
    private UUID siteId;
    private @Nullable UUID roomId;
    private short weekday;
    private short fromMinute;
    private short toMinute;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    protected WorkingHours() {}

    /// @param to when it is not after `from`, the shift ends on the next day
    public WorkingHours(
            UUID id,
            UUID staffId,
            UUID siteId,
            DayOfWeek weekday,
            LocalTime from,
            LocalTime to,
            LocalDate validFrom) {
        this.id = id;
        this.staffId = staffId;
        this.siteId = siteId;
        this.weekday = (short) weekday.getValue();
        this.fromMinute = (short) minute(from);
        this.toMinute = (short) (to.isAfter(from) ? minute(to) : minute(to) + DAY);
        this.validFrom = validFrom;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /// Says where the person usually sits.
    public void in(UUID room) {
        roomId = room;
    }

    /// Ends the row with this day, which is the last.
    public void validTo(LocalDate lastDay) {
        validTo = lastDay;
    }

    /// The stretch that begins on this day; none when the row says nothing of it, or when the clock skips all of it.
    Optional<Span> on(LocalDate day, ZoneId zone) {
        if (day.getDayOfWeek().getValue() != weekday || day.isBefore(validFrom) || ended(day)) {
            return Optional.empty();
        }
        // atZone moves a skipped time forward and takes the first of two.
        var start = day.atStartOfDay().plusMinutes(fromMinute).atZone(zone).toInstant();
        var end = day.atStartOfDay().plusMinutes(toMinute).atZone(zone).toInstant();
        return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private boolean ended(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
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

    public UUID staffId() {
        return staffId;
    }

    public UUID siteId() {
        return siteId;
    }

    public Optional<UUID> roomId() {
        return Optional.ofNullable(roomId);
    }
}
