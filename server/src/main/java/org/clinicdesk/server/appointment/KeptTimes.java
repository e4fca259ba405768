package org.clinicdesk.server.appointment;

import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Span;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Times kept for one person while he is asked, and the visits they become: holds, for features that book by themselves.
public final class KeptTimes {

    private final Appointments appointments;
    private final Holds holds;
    private final Claims claims;
    private final Scheduling scheduling;

    KeptTimes(Appointments appointments, Holds holds, Claims claims, Scheduling scheduling) {
        this.appointments = appointments;
        this.holds = holds;
        this.claims = claims;
        this.scheduling = scheduling;
    }

    /// A time that is kept in this moment.
    ///
    /// @param by name of whoever keeps it
    /// @param expiresAt by the clock of the database, as `now`
    /// @param mine whether the session of this call keeps it
    public record Kept(
            UUID holdId,
            String by,
            String workstation,
            Instant expiresAt,
            Instant now,
            boolean mine) {}

    /// Keeps a time for somebody, for this desk.
    ///
    /// @param instead the visit that gives way when this is booked, or null
    /// @param length zero takes what the clinic has set
    /// @throws Refusal IN_THE_PAST, SLOT_TAKEN, SLOT_HELD, OUTSIDE_HOURS, CAP_REACHED
    public Kept keep(Wish wish, @Nullable Appointment instead, Duration length) {
        scheduling.refusePast(wish.span());
        var subject =
                new Subject(
                        wish.siteId(),
                        wish.serviceId(),
                        wish.span(),
                        List.of(wish.practitionerId()),
                        wish.patientId(),
                        Others.NONE,
                        instead == null ? null : instead.id());
        var time = length.isZero() ? appointments.rules().hold() : length;
        return kept(holds.take(subject, claims.fresh(subject), time));
    }

    /// All that are kept at a site in this moment, by the id of the hold.
    public Map<UUID, Kept> live(UUID site) {
        return holds.live(site).stream()
                .map(KeptTimes::kept)
                .collect(Collectors.toMap(Kept::holdId, Function.identity()));
    }

    private static Kept kept(Holds.Held held) {
        var hold = held.hold();
        return new Kept(
                hold.id(),
                held.by(),
                hold.workstation(),
                hold.expiresAt(),
                held.now(),
                Holds.mine(hold));
    }

    /// Gives a time up, whoever keeps it. One that is over is left as it is.
    public void giveUp(UUID hold) {
        holds.giveUp(hold);
    }

    /// Books what this session keeps. @throws Refusal as [Appointments#book] does
    public Appointment book(UUID hold, Wish wish) {
        var visit = holds.having(Optional.of(hold), () -> scheduling.book(wish));
        holds.end(hold);
        return visit;
    }

    /// Books what this session keeps, and ends the visit that gives way to it. @throws Refusal NOT_MOVABLE, and as
    /// [Appointments#book] does
    public Appointment reschedule(UUID hold, Appointment old, UUID practitioner, Span span) {
        var visit =
                holds.having(
                        Optional.of(hold), () -> scheduling.reschedule(old, practitioner, span));
        holds.end(hold);
        return visit;
    }

    /// The visit that is to give way; empty when it was cancelled for good.
    /// @throws Refusal NOT_MOVABLE when the person came for it, or missed it
    public Optional<Appointment> givingWay(UUID appointment) {
        var visit = appointments.current(appointment);
        if (visit.status() == Status.CANCELLED) {
            return Optional.empty();
        }
        visit.refuseUnlessMovable();
        return Optional.of(visit);
    }
}
