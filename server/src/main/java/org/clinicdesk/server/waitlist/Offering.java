package org.clinicdesk.server.waitlist;

import jakarta.persistence.LockModeType;

import org.clinicdesk.server.appointment.Appointment;
import org.clinicdesk.server.appointment.Appointments;
import org.clinicdesk.server.appointment.KeptTimes;
import org.clinicdesk.server.appointment.Wish;
import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.NotFound;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.roster.Span;
import org.clinicdesk.server.waitlist.Offers.Open;
import org.clinicdesk.server.waitlist.Waitlist.Line;
import org.hibernate.LockMode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Offers freed times, one person at a time, and books them.
final class Offering {

    private final Db db;
    private final Clock clock;
    private final Patients patients;
    private final Appointments appointments;
    private final KeptTimes keptTimes;
    private final Waitlist waitlist;
    private final Matching matching;
    private final Offers offers;

    Offering(
            Db db,
            Clock clock,
            Patients patients,
            Appointments appointments,
            KeptTimes keptTimes,
            Waitlist waitlist,
            Matching matching,
            Offers offers) {
        this.db = db;
        this.clock = clock;
        this.patients = patients;
        this.appointments = appointments;
        this.keptTimes = keptTimes;
        this.waitlist = waitlist;
        this.matching = matching;
        this.offers = offers;
    }

    /// What a desk offers.
    ///
    /// @param start when the visit is to begin; empty for the first time that suits
    record Asking(UUID slot, UUID entry, Optional<Instant> start) {}

    /// Keeps a part of a freed time for somebody while this desk asks him. Desks that offer parts of one slot line up for
    /// its row, so that the same part is never offered twice; two slots of one doctor that overlap meet at the rows that
    /// every hold locks, two times for one person at the row of his wish.
    ///
    /// @param length how long; zero takes what the clinic has set
    /// @throws Refusal OFFERED, NOT_WAITING, NOT_SUITABLE, and what refuses a hold
    Open offer(Asking asking, Duration length) {
        var slot = locked(asking.slot);
        var entry = waitlist.get(asking.entry);
        refuseAsked(entry);
        if (!waitlist.waits(entry)) {
            throw new Refusal(WaitlistRefusal.NOT_WAITING);
        }
        var line = new Line(entry, patients.living(entry.patientId()));
        var visit = visit(slot, line, asking.start);
        var instead = entry.appointmentId().map(appointments::current).orElse(null);
        var kept = keptTimes.keep(wish(slot.practitionerId(), entry, visit), instead, length);
        db.session().refresh(entry, LockModeType.PESSIMISTIC_WRITE);
        refuseAsked(entry);
        if (!waitlist.waits(entry)) {
            throw new Refusal(WaitlistRefusal.NOT_WAITING);
        }
        var offer =
                SlotOffer.open(
                        Ids.next(clock),
                        slot,
                        entry,
                        visit,
                        kept.holdId(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Call.current().caller().staffId());
        db.session().persist(offer);
        return new Open(offer, kept);
    }

    private FreedSlot locked(UUID id) {
        var slot = db.session().find(FreedSlot.class, id, LockMode.PESSIMISTIC_WRITE);
        if (slot == null) {
            throw new NotFound(FreedSlot.class, id);
        }
        return slot;
    }

    private void refuseAsked(WaitlistEntry entry) {
        refuse(entry.siteId(), offer -> offer.entryId().equals(entry.id()));
    }

    private void refuse(UUID site, Predicate<SlotOffer> which) {
        offers.open(site, which)
                .ifPresent(open -> {
                    throw open.refusal();
                });
    }

    /// @throws Refusal OFFERED when the time is offered to somebody, else NOT_SUITABLE
    private Span visit(FreedSlot slot, Line line, Optional<Instant> start) {
        var visit =
                start.map(at -> matching.visit(slot, line, at))
                        .orElseGet(() -> matching.visit(slot, line));
        return visit.orElseThrow(() -> {
            var wanted = start.map(at -> asked(line.entry(), at)).orElse(slot.span());
            refuse(
                    slot.siteId(),
                    offer ->
                            offer.practitionerId().equals(slot.practitionerId())
                                    && offer.span().overlaps(wanted));
            return new Refusal(WaitlistRefusal.NOT_SUITABLE);
        });
    }

    private static Span asked(WaitlistEntry entry, Instant start) {
        return new Span(start, start.plus(entry.wanted().length()));
    }

    private static Wish wish(UUID practitioner, WaitlistEntry entry, Span visit) {
        return new Wish(
                entry.patientId(),
                practitioner,
                entry.siteId(),
                Optional.empty(),
                entry.serviceId(),
                visit,
                "");
    }

    /// Gives an offer of this desk up; one that is over is left as it is. @throws NotFound when it is another desk's
    void withdraw(UUID id) {
        var offer = db.get(SlotOffer.class, id);
        open(offer)
                .ifPresent(open -> {
                    if (!open.kept().mine()) {
                        throw new NotFound(SlotOffer.class, id);
                    }
                    offers.end(offer, OfferState.WITHDRAWN);
                });
    }

    private Optional<Open> open(SlotOffer offer) {
        return offers.open(offer.siteId(), it -> it.id().equals(offer.id()));
    }

    /// Notes that somebody does not want a time. @throws Refusal OFFERED when another desk asks him
    void decline(Asking asking) {
        var slot = locked(asking.slot);
        var entry = waitlist.get(asking.entry);
        Call.current().concerns(entry.patientId());
        var asked =
                offers.open(
                        slot.siteId(),
                        offer ->
                                offer.slotId().equals(slot.id())
                                        && offer.entryId().equals(entry.id()));
        if (asked.isEmpty()) {
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var by = Call.current().caller().staffId();
            var time = asking.start.map(start -> asked(entry, start)).orElse(slot.span());
            db.session().persist(SlotOffer.declined(Ids.next(clock), slot, entry, time, at, by));
            return;
        }
        if (!asked.get().kept().mine()) {
            throw asked.get().refusal();
        }
        offers.end(asked.get().offer(), OfferState.DECLINED);
    }

    /// What was booked from the list.
    record Booked(WaitlistEntry entry, Appointment visit) {}

    /// Books what this desk offered. @throws Refusal OFFER_OVER, OFFERED, NOT_WAITING, and as booking does
    Booked book(UUID id) {
        var offer = db.session().find(SlotOffer.class, id, LockMode.PESSIMISTIC_WRITE);
        if (offer == null) {
            throw new NotFound(SlotOffer.class, id);
        }
        var open = open(offer).orElseThrow(() -> new Refusal(WaitlistRefusal.OFFER_OVER));
        if (!open.kept().mine()) {
            throw open.refusal();
        }
        var entry = waitlist.get(offer.entryId());
        entry.refuseUnlessWaiting();
        patients.living(entry.patientId());
        var visit = visit(offer, open.kept().holdId(), entry);
        entry.book(visit.id(), clock.instant());
        offer.end(OfferState.BOOKED);
        return new Booked(entry, visit);
    }

    private Appointment visit(SlotOffer offer, UUID hold, WaitlistEntry entry) {
        var doctor = offer.practitionerId();
        return entry.appointmentId()
                .flatMap(keptTimes::givingWay)
                .map(old -> keptTimes.reschedule(hold, old, doctor, offer.span()))
                .orElseGet(() -> keptTimes.book(hold, wish(doctor, entry, offer.span())));
    }
}
