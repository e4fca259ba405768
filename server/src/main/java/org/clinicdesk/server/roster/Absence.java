package org.clinicdesk.server.roster;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.platform.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A span in which a practitioner, a room, a site or the whole clinic is not there for visits: holiday, closure, blockout
/// or leave.
@Entity
class Absence implements Watched {

    /// Why what a calendar corrects was struck out.
    static final String REPLACED = "replaced";

    @Id private UUID id;

    @Version private long version;

    @Enumerated(EnumType.STRING)
    private AbsenceKind kind;

    @Enumerated(EnumType.STRING)
    private AbsenceState state;

    private @Nullable UUID staffId;
    private @Nullable UUID roomId;
    private @Nullable UUID siteId;
    @Embedded private WallSpan time;
    private String note;

    /// What the calendar it was read from calls it.
    private @Nullable String calendarUid;

    private boolean hoursTaken;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    @Embedded private @Nullable Voiding voiding;

    @SuppressWarnings("NullAway.Init")
    protected Absence() {}

    Absence(
            UUID id,
            AbsenceKind kind,
            AbsenceState state,
            Concerned concerned,
            WallSpan time,
            String note) {
        this.id = id;
        this.kind = kind;
        this.state = state;
        this.staffId = concerned.staffId();
        this.roomId = concerned.roomId();
        this.siteId = concerned.siteId();
        this.time = time;
        this.note = note;
    }

    /// Keeps together the visits of a practitioner at a site that stand outside his hours since these are shorter. It closes
    /// nothing by itself: whoever gives the hours back has given all back.
    static Absence hoursTaken(UUID id, Concerned concerned, WallSpan time) {
        var absence =
                new Absence(id, AbsenceKind.BLOCKOUT, AbsenceState.APPROVED, concerned, time, "");
        absence.hoursTaken = true;
        return absence;
    }

    /// One of the whole clinic, of which a calendar tells.
    static Absence holiday(UUID id, HolidayCalendar.Holiday holiday) {
        var absence =
                new Absence(
                        id,
                        AbsenceKind.HOLIDAY,
                        AbsenceState.APPROVED,
                        new Concerned(null, null, null),
                        WallSpan.days(holiday.first(), holiday.last()),
                        holiday.name());
        absence.calendarUid = holiday.uid();
        return absence;
    }

    /// Who or what is absent; the whole clinic when all are null.
    record Concerned(@Nullable UUID staffId, @Nullable UUID roomId, @Nullable UUID siteId) {}

    /// @throws Refusal NOT_REQUESTED
    void decide(boolean approve, Instant at, UUID by) {
        if (struckOut() || state != AbsenceState.REQUESTED) {
            throw new Refusal(RosterRefusal.NOT_REQUESTED);
        }
        state = approve ? AbsenceState.APPROVED : AbsenceState.DECLINED;
        decidedAt = at;
        decidedBy = by;
    }

    /// @throws Refusal NOT_OPEN when there is nothing left to give back
    void withdraw() {
        if (struckOut()
                || !EnumSet.of(AbsenceState.REQUESTED, AbsenceState.APPROVED).contains(state)) {
            throw new Refusal(RosterRefusal.NOT_OPEN);
        }
        state = AbsenceState.WITHDRAWN;
    }

    /// @throws Refusal ALREADY_VOID; HOURS_TAKEN of what ends with the hours that are given back
    void strikeOut(Voiding voiding) {
        if (hoursTaken) {
            throw new Refusal(RosterRefusal.HOURS_TAKEN);
        }
        if (struckOut()) {
            throw new Refusal(RosterRefusal.ALREADY_VOID);
        }
        this.voiding = voiding;
    }

    private boolean struckOut() {
        return voiding != null;
    }

    /// Whether it closes a practitioner's hours at a site.
    boolean closes(UUID staff, UUID site) {
        return state == AbsenceState.APPROVED
                && !hoursTaken
                && roomId == null
                && (staffId == null || staffId.equals(staff))
                && (siteId == null || siteId.equals(site));
    }

    /// Whether nobody is at a site.
    boolean closesAll(UUID site) {
        return holds()
                && !hoursTaken
                && roomId == null
                && staffId == null
                && (siteId == null || siteId.equals(site));
    }

    Optional<String> calendarUid() {
        return Optional.ofNullable(calendarUid);
    }

    /// Whether it was struck out because its calendar said something else.
    boolean replaced() {
        return voiding != null && voiding.reason().equals(REPLACED);
    }

    /// Whether it closes anything at all.
    boolean holds() {
        return state == AbsenceState.APPROVED && !struckOut();
    }

    /// Whether it stands for hours that were made shorter.
    boolean hoursTaken() {
        return hoursTaken;
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
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

    AbsenceKind kind() {
        return kind;
    }

    AbsenceState state() {
        return state;
    }

    Concerned concerned() {
        return new Concerned(staffId, roomId, siteId);
    }

    Optional<UUID> staffId() {
        return Optional.ofNullable(staffId);
    }

    Optional<UUID> roomId() {
        return Optional.ofNullable(roomId);
    }

    Optional<UUID> siteId() {
        return Optional.ofNullable(siteId);
    }

    WallSpan time() {
        return time;
    }

    String note() {
        return note;
    }
}
