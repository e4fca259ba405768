package org.clinicdesk.server.roster;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A stretch of work that comes every week, or every so many weeks, in the wall time of the clinic. What it says never
/// changes: other hours are another row, and this one ends or is struck out.
@Entity
public class WorkingHours implements Watched {

    @Id private UUID id;

    @Version private long version;

    private UUID staffId;
    private UUID siteId;
    private @Nullable UUID roomId;
    private short weekday;
    private short fromMinute;
    private short toMinute;
    private String breaks;
    private short everyWeeks;
    private LocalDate anchor;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    @Embedded private @Nullable Voiding voiding;

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
        this(
                id,
                staffId,
                siteId,
                weekday,
                new Shift(
                        minute(from),
                        to.isAfter(from) ? minute(to) : minute(to) + WallClock.DAY,
                        List.of(),
                        null),
                1,
                validFrom,
                validFrom);
    }

    /// @param anchor a day of a week in which it holds
    WorkingHours(
            UUID id,
            UUID staffId,
            UUID siteId,
            DayOfWeek weekday,
            Shift shift,
            int everyWeeks,
            LocalDate anchor,
            LocalDate validFrom) {
        this.id = id;
        this.staffId = staffId;
        this.siteId = siteId;
        this.roomId = shift.roomId();
        this.weekday = (short) weekday.getValue();
        this.fromMinute = (short) shift.from();
        this.toMinute = (short) shift.to();
        this.breaks = Break.write(shift.breaks());
        this.everyWeeks = (short) everyWeeks;
        this.anchor = anchor;
        this.validFrom = validFrom;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /// The same shift on the same weekday, in other weeks.
    WorkingHours like(UUID id, int everyWeeks, LocalDate anchor, LocalDate validFrom) {
        return new WorkingHours(
                id, staffId, siteId, DayOfWeek.of(weekday), shift(), everyWeeks, anchor, validFrom);
    }

    /// Says where the person usually sits.
    public void in(UUID room) {
        roomId = room;
    }

    /// Ends the row with this day, which is the last.
    public void validTo(@Nullable LocalDate lastDay) {
        validTo = lastDay;
    }

    void strikeOut(Voiding voiding) {
        this.voiding = voiding;
    }

    boolean struckOut() {
        return voiding != null;
    }

    /// Whether the shift begins on this day.
    boolean falls(LocalDate day) {
        return !struckOut()
                && day.getDayOfWeek().getValue() == weekday
                && !day.isBefore(validFrom)
                && !ended(day)
                && inWeekOf(day);
    }

    /// Whether it comes in the week of this day, whatever its validity.
    boolean inWeekOf(LocalDate day) {
        return ChronoUnit.WEEKS.between(monday(anchor), monday(day)) % everyWeeks == 0;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// The stretch that begins on this day, breaks included; none when the row says nothing of it, or when the clock skips
    /// all of it.
    Optional<Span> on(LocalDate day, ZoneId zone) {
        return falls(day) ? shift().whole(day, zone) : Optional.empty();
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

    DayOfWeek weekday() {
        return DayOfWeek.of(weekday);
    }

    Shift shift() {
        return new Shift(fromMinute, toMinute, Break.read(breaks), roomId);
    }

    int everyWeeks() {
        return everyWeeks;
    }

    LocalDate anchor() {
        return anchor;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }
}
