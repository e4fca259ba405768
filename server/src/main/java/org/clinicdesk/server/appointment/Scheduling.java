package org.clinicdesk.server.appointment;

import org.clinicdesk.server.appointment.Bookings.Granted;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Roster;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.roster.StrandedVisits;
import org.clinicdesk.server.site.Sites;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/// Gives visits their time. What a visit has it gives up only once the new time is had.
final class Scheduling {

    /// So long after its start a time can still be booked: for somebody who stands at the desk.
    static final Duration GRACE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Roster roster;
    private final Bookings bookings;
    private final Claims claims;
    private final Chronicle chronicle;
    private final Pinboard pinboard;
    private final FollowUps followUps;
    private final Sites sites;
    private final StrandedVisits stranded;
    private final Holds holds;

    Scheduling(
            Clock clock,
            Roster roster,
            Bookings bookings,
            Claims claims,
            Chronicle chronicle,
            Pinboard pinboard,
            FollowUps followUps,
            Sites sites,
            StrandedVisits stranded,
            Holds holds) {
        this.clock = clock;
        this.roster = roster;
        this.bookings = bookings;
        this.claims = claims;
        this.chronicle = chronicle;
        this.pinboard = pinboard;
        this.followUps = followUps;
        this.sites = sites;
        this.stranded = stranded;
        this.holds = holds;
    }

    /// Books a visit. @throws Refusal IN_THE_PAST, OUTSIDE_HOURS, SLOT_TAKEN, SLOT_HELD, CAP_REACHED
    Appointment book(Wish wish) {
        var appointment = made(wish);
        return settle(appointment, bookings.claim(claim(appointment)));
    }

    /// What a new visit would keep busy. @throws Refusal IN_THE_PAST
    Claim claim(Appointment appointment) {
        refusePast(appointment.span());
        return claims.fresh(Subject.fresh(appointment));
    }

    /// Books a visit, if need be on top of another one of its doctors: on purpose, for a reason.
    /// @throws Refusal as [#book] does
    Appointment overbook(Wish wish, String why) {
        refusePast(wish.span());
        var appointment = made(wish);
        appointment.allowOverbooking(why, Call.current().caller().staffId());
        var claim =
                claims.fresh(Subject.fresh(appointment), Set.copyOf(appointment.practitioners()));
        return settle(appointment, bookings.claim(claim));
    }

    /// Enters a visit agreed elsewhere or long ago: no rule of time holds, only that nobody is booked twice.
    /// @throws Refusal SLOT_TAKEN
    Appointment enter(Wish wish) {
        var appointment = made(wish);
        return settle(appointment, bookings.claim(claims.entered(Subject.fresh(appointment))));
    }

    Appointment made(Wish wish) {
        return new Appointment(Ids.next(clock), wish, roster.zone());
    }

    /// Makes what was granted to a new visit its own.
    Appointment settle(Appointment appointment, Granted granted) {
        assign(appointment, granted);
        chronicle.begin(appointment);
        bookings.keep(appointment, granted);
        return appointment;
    }

    /// Moves a visit; the old time is free only when the new one is had. One that stands on top of another stays so only
    /// in its time. @throws Refusal NOT_MOVABLE, ROOM_NEEDED, IN_THE_PAST, OUTSIDE_HOURS, SLOT_TAKEN, SLOT_HELD, CAP_REACHED
    void move(Appointment appointment, UUID practitioner, Span span, RoomWish room) {
        move(
                appointment,
                practitioner,
                span,
                room,
                bookings.claim(claim(appointment, practitioner, span, room)));
    }

    /// What a visit would keep busy at another time. @throws Refusal NOT_MOVABLE, IN_THE_PAST
    Claim claim(Appointment appointment, UUID practitioner, Span span) {
        return claim(appointment, practitioner, span, RoomWish.AS_IT_IS);
    }

    /// What a visit would keep busy elsewhere. @throws Refusal NOT_MOVABLE, ROOM_NEEDED, IN_THE_PAST
    Claim claim(Appointment appointment, UUID practitioner, Span span, RoomWish room) {
        appointment.refuseUnlessMovable();
        refusePast(span);
        if (room.none() && claims.needsRoom(appointment.serviceId())) {
            throw new Refusal(AppointmentRefusal.ROOM_NEEDED);
        }
        return claims.fresh(
                (room.said()
                                ? Subject.of(appointment)
                                : claims.elsewhere(appointment, practitioner))
                        .moved(practitioner, span)
                        .roomed(appointment.roomId(), room),
                inItsTime(appointment, practitioner, span)
                        ? onTop(appointment, appointment.standing())
                        : Set.of());
    }

    /// Whether it only gives up some of its time, or another room is asked for.
    private static boolean inItsTime(Appointment appointment, UUID practitioner, Span span) {
        return appointment.practitionerId().equals(practitioner)
                && appointment.span().contains(span);
    }

    /// What a visit would keep busy at another time, or at its own, without a room that is closed; also when its person is here
    /// already.
    /// @throws Refusal NOT_MOVABLE, IN_THE_PAST
    Claim leaving(
            Appointment appointment, UUID practitioner, Span span, @Nullable UUID closedRoom) {
        if (appointment.status() != Status.ARRIVED) {
            appointment.refuseUnlessMovable();
        }
        refusePast(span);
        return closedRoom == null
                ? claims.fresh(
                        claims.elsewhere(appointment, practitioner).moved(practitioner, span))
                : claims.leaving(Subject.of(appointment).moved(practitioner, span), closedRoom);
    }

    void move(
            Appointment appointment, UUID practitioner, Span span, RoomWish room, Granted granted) {
        chronicle.change(
                appointment,
                () -> {
                    appointment.move(practitioner, span);
                    appointment.want(room);
                    assign(appointment, granted);
                });
        bookings.release(appointment);
        bookings.keep(appointment, granted);
        pinboard.settled(appointment);
    }

    /// Puts right what a visit is for, in its time and its room. @throws Refusal NOT_MOVABLE, and as [#book] does
    void correct(Appointment appointment, Correction right) {
        appointment.refuseUnlessMovable();
        if (!right.changes(appointment)) {
            return;
        }
        if (right.keepsSame(appointment)) {
            chronicle.change(appointment, () -> right.write(appointment));
            return;
        }
        var granted =
                bookings.claim(
                        claims.corrected(
                                appointment, right, onTop(appointment, appointment.standing())));
        chronicle.change(
                appointment,
                () -> {
                    right.write(appointment);
                    appointment.beside(right.practitioners());
                    assign(appointment, granted);
                });
        bookings.release(appointment);
        bookings.keep(appointment, granted);
    }

    /// Books a visit anew and ends the old one: first the new time is had, then the old one given up.
    /// @throws Refusal as [#move] does
    Appointment reschedule(Appointment old, UUID practitioner, Span span) {
        return reschedule(old, practitioner, span, bookings.claim(claim(old, practitioner, span)));
    }

    Appointment reschedule(Appointment old, UUID practitioner, Span span, Granted granted) {
        return replace(old, successor(old, practitioner, span), granted);
    }

    /// What is to take the place of a visit.
    Appointment successor(Appointment old, UUID practitioner, Span span) {
        var next = made(repeated(old, practitioner, span));
        next.takePlaceOf(old.id());
        next.roomedLike(old);
        if (old.practitionerId().equals(practitioner) && old.span().start().equals(span.start())) {
            next.confirmedLike(old);
        }
        old.seriesId().ifPresent(next::joinSeries);
        old.followUpId().ifPresent(next::follow);
        return next;
    }

    /// Ends a visit for what takes its place, for which the time is had.
    Appointment replace(Appointment old, Appointment next, Granted granted) {
        bookings.release(old);
        settle(next, granted);
        chronicle.change(old, () -> old.giveWay(next.id(), clock.instant()));
        pinboard.settled(old);
        return next;
    }

    private static Wish repeated(Appointment old, UUID practitioner, Span span) {
        return new Wish(
                old.patientId(),
                practitioner,
                old.siteId(),
                old.roomId(),
                old.serviceId(),
                span,
                old.reason(),
                new Wish.More(
                        old.others().ids(ResourceKind.PRACTITIONER),
                        old.others().ids(ResourceKind.EQUIPMENT),
                        old.status() == Status.REQUESTED,
                        old.early()));
    }

    /// The first room is the room; what else was granted stands beside it.
    static void assign(Appointment appointment, Granted granted) {
        var rooms = granted.of(ResourceKind.ROOM);
        var room =
                appointment.roomId().filter(rooms::contains).or(() -> rooms.stream().findFirst());
        appointment.assign(
                room.orElse(null),
                Others.of(
                                ResourceKind.PRACTITIONER,
                                appointment.others().ids(ResourceKind.PRACTITIONER))
                        .and(Others.of(ResourceKind.EQUIPMENT, granted.of(ResourceKind.EQUIPMENT)))
                        .and(
                                Others.of(
                                        ResourceKind.ROOM,
                                        rooms.stream()
                                                .filter(id -> !id.equals(room.orElseThrow()))
                                                .toList())));
        appointment.standOnTop(!granted.onTop().isEmpty());
    }

    void refusePast(Span span) {
        if (span.start().isBefore(clock.instant().minus(GRACE))) {
            throw new Refusal(AppointmentRefusal.IN_THE_PAST);
        }
    }

    /// For somebody who was given up and is there now: the time he had, or beside whoever has it now, without the room and
    /// the equipment. What a desk only keeps for a moment and how much the doctor has keep nobody out who stands there.
    /// @throws Refusal SLOT_TAKEN when he has another visit at that time
    Granted afterAll(Appointment appointment) {
        var granted = present(appointment);
        holds.lose(appointment, granted);
        if (followUps.twice(appointment)) {
            // The one that was booked instead is for it now.
            appointment.follow(null);
        }
        return stranded(appointment, appointment.standing(), granted);
    }

    private Granted present(Appointment appointment) {
        var subject = Subject.of(appointment);
        try {
            return bookings.claim(claims.present(subject, Set.of()));
        } catch (Refusal refused) {
            if (refused.reason() != AppointmentRefusal.SLOT_TAKEN) {
                throw refused;
            }
            return bookings.claim(
                    claims.present(subject.bare(), Set.copyOf(subject.practitioners())));
        }
    }

    /// What a visit had, had again; a room or a piece of equipment that is not used any more gives way to another one. It
    /// stands on top of another visit only if one is there now.
    /// @throws Refusal SLOT_TAKEN, SLOT_HELD, CAP_REACHED, FOLLOW_UP_BOOKED, SITE_CLOSED
    Granted again(Appointment appointment, Standing past) {
        var _ = sites.open(appointment.siteId());
        var granted = bookings.claim(claimAgain(appointment, past));
        followUps.refuseTwice(appointment);
        return stranded(appointment, past, granted);
    }

    /// What a visit would keep busy that has again what it had.
    Claim claimAgain(Appointment appointment, Standing past) {
        return claims.again(Subject.of(appointment, past), onTop(appointment, past));
    }

    /// Whoever was free then is not to have two visits now: that was decided for nobody else.
    private Set<UUID> onTop(Appointment appointment, Standing past) {
        return past.overbooked() ? bookings.onTop(appointment) : Set.of();
    }

    /// The hours may have changed since the time was given up.
    private Granted stranded(Appointment appointment, Standing past, Granted granted) {
        past.practitioners()
                .forEach(doctor -> stranded.keep(doctor, appointment.siteId(), past.span()));
        return granted;
    }
}
