package org.clinicdesk.server.roster;

import org.clinicdesk.options.v1.Permission;
import org.clinicdesk.roster.v1.HitVisit;
import org.clinicdesk.roster.v1.OpenHours;
import org.clinicdesk.roster.v1.PassedOver;
import org.clinicdesk.roster.v1.WallTime;
import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.clinicdesk.server.platform.Protos;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Working time between the contract and the domain.
final class RosterProtos {

    private RosterProtos() {}

    /// @throws Invalid when the field is no day of the calendar
    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Invalid(field, "date.none");
        }
    }

    static Optional<LocalDate> optionalDay(String field, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(day(field, text));
    }

    static Optional<UUID> id(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Ids.of(text));
    }

    static @Nullable UUID idOrNull(String text) {
        return id(text).orElse(null);
    }

    static List<Shift> shifts(List<org.clinicdesk.roster.v1.Shift> shifts) {
        return shifts.stream().map(RosterProtos::shift).toList();
    }

    private static Shift shift(org.clinicdesk.roster.v1.Shift shift) {
        var from = WallClock.read(shift.getFrom());
        var to = after(from, WallClock.read(shift.getTo()));
        var breaks =
                shift.getBreaksList().stream()
                        .map(each -> {
                            // After midnight of a night shift.
                            var start = WallClock.read(each.getFrom());
                            var begins = start < from ? start + WallClock.DAY : start;
                            var ends = after(begins % WallClock.DAY, WallClock.read(each.getTo()));
                            return new Break(begins, ends + begins / WallClock.DAY * WallClock.DAY);
                        })
                        .toList();
        if (breaks.stream().anyMatch(each -> each.from() < from || each.to() > to)) {
            throw new Invalid("shifts", "break.outside");
        }
        return new Shift(from, to, breaks, idOrNull(shift.getRoomId()));
    }

    private static int after(int from, int to) {
        return to > from ? to : to + WallClock.DAY;
    }

    static org.clinicdesk.roster.v1.Shift proto(Shift shift) {
        var answer =
                org.clinicdesk.roster.v1.Shift.newBuilder()
                        .setFrom(WallClock.write(shift.from()))
                        .setTo(end(shift.to()))
                        .setRoomId(text(Optional.ofNullable(shift.roomId())));
        shift.breaks()
                .forEach(each ->
                        answer.addBreaksBuilder()
                                .setFrom(WallClock.write(each.from() % WallClock.DAY))
                                .setTo(end(each.to())));
        return answer.build();
    }

    private static String end(int minute) {
        return WallClock.write(minute > WallClock.DAY ? minute - WallClock.DAY : minute);
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    static OpenHours proto(Span span) {
        return OpenHours.newBuilder()
                .setStart(Protos.timestamp(span.start()))
                .setEnd(Protos.timestamp(span.end()))
                .build();
    }

    static org.clinicdesk.roster.v1.DayMode proto(DayMode mode) {
        return org.clinicdesk.roster.v1.DayMode.valueOf("DAY_MODE_" + mode.name());
    }

    static DayMode mode(org.clinicdesk.roster.v1.DayMode mode) {
        return DayMode.valueOf(mode.name().substring("DAY_MODE_".length()));
    }

    static AbsenceKind kind(org.clinicdesk.roster.v1.AbsenceKind kind) {
        return AbsenceKind.valueOf(kind.name().substring("ABSENCE_KIND_".length()));
    }

    static WallSpan span(WallTime time) {
        var first = day("time.first_day", time.getFirstDay());
        var last = optionalDay("time.last_day", time.getLastDay()).orElse(first);
        return new WallSpan(
                first,
                (short) (time.getFrom().isEmpty() ? 0 : WallClock.read(time.getFrom())),
                last,
                (short) (time.getTo().isEmpty() ? WallClock.DAY : minuteOfEnd(time.getTo())));
    }

    /// "00:00" as an end is no time of its day.
    private static int minuteOfEnd(String text) {
        var minute = WallClock.read(text);
        if (minute == 0) {
            throw new Invalid("time.to", "absence.empty");
        }
        return minute;
    }

    private static WallTime proto(WallSpan time) {
        return WallTime.newBuilder()
                .setFirstDay(time.firstDay().toString())
                .setFrom(time.fromMinute() == 0 ? "" : WallClock.write(time.fromMinute()))
                .setLastDay(time.lastDay().toString())
                .setTo(time.toMinute() == WallClock.DAY ? "" : WallClock.write(time.toMinute()))
                .build();
    }

    /// As the caller may see it: why a colleague is away is the colleague's business.
    static org.clinicdesk.roster.v1.Absence proto(Absence absence, String name, Caller caller) {
        var open =
                !absence.kind().leave()
                        || caller.may(Permission.PERMISSION_ROSTER_WRITE)
                        || absence.staffId().map(caller.staffId()::equals).orElse(false);
        var kind = open ? absence.kind().name() : "LEAVE";
        return org.clinicdesk.roster.v1.Absence.newBuilder()
                .setId(absence.id().toString())
                .setVersion(absence.version())
                .setKind(org.clinicdesk.roster.v1.AbsenceKind.valueOf("ABSENCE_KIND_" + kind))
                .setState(
                        org.clinicdesk.roster.v1.AbsenceState.valueOf(
                                "ABSENCE_STATE_" + absence.state().name()))
                .setPractitionerId(text(absence.staffId()))
                .setPractitionerName(name)
                .setRoomId(text(absence.roomId()))
                .setSiteId(text(absence.siteId()))
                .setTime(proto(absence.time()))
                .setNote(open ? absence.note() : "")
                .setHoursTaken(absence.hoursTaken())
                .build();
    }

    static org.clinicdesk.roster.v1.TakenHours proto(TakenHours.Taken taken) {
        var answer = org.clinicdesk.roster.v1.TakenHours.newBuilder().setVisits(taken.visits());
        taken.absences().forEach(id -> answer.addAbsenceIds(id.toString()));
        return answer.build();
    }

    static HitVisit proto(BookedTimes.Hit hit) {
        return HitVisit.newBuilder()
                .setAppointmentId(hit.appointmentId().toString())
                .setResourceId(hit.resourceId().toString())
                .setStart(Protos.timestamp(hit.span().start()))
                .setEnd(Protos.timestamp(hit.span().end()))
                .build();
    }

    static PassedOver proto(HolidayCalendar.PassedOver event) {
        return PassedOver.newBuilder()
                .setName(event.name())
                .setDate(event.day() == null ? "" : event.day().toString())
                .setWhy(PassedOver.Why.valueOf("WHY_" + event.why().name()))
                .build();
    }
}
