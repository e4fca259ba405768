package org.clinicdesk.client.waitlist;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Calls.Work;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.MistakenVisit;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Undos;
import org.clinicdesk.waitlist.v1.BookOfferRequest;
import org.clinicdesk.waitlist.v1.BookOfferResponse;
import org.clinicdesk.waitlist.v1.DeclineRequest;
import org.clinicdesk.waitlist.v1.FreedSlot;
import org.clinicdesk.waitlist.v1.FreedSlot.Match;
import org.clinicdesk.waitlist.v1.Offer;
import org.clinicdesk.waitlist.v1.OfferRequest;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.clinicdesk.waitlist.v1.WithdrawOfferRequest;

import java.util.Optional;
import java.util.function.Consumer;

/// Offers the chosen time to one person after the other, and books it.
final class OfferSteps {

    private final Desk desk;
    private final WaitlistModel model;
    private final Words words;
    private final WaitlistServiceGrpc.WaitlistServiceBlockingV2Stub waitlist;
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    OfferSteps(Desk desk, WaitlistModel model) {
        this.desk = desk;
        this.model = model;
        this.words = new Words(desk);
        this.waitlist = WaitlistServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// Whether the caller may book from the list.
    boolean may() {
        return desk.may(WaitlistServiceGrpc.getOfferMethod());
    }

    Busy busy() {
        return busy;
    }

    /// What Enter does with a time: offers it, or books what this desk offers.
    void next(FreedSlot slot) {
        if (!slot.hasOffer()) {
            model.next(slot).ifPresent(match -> offer(slot, match));
        } else if (slot.getOffer().getMine()) {
            book(slot.getOffer());
        } else {
            desk.notices().reminder(words.offeredBy(slot.getOffer()));
        }
    }

    private void offer(FreedSlot slot, Match to) {
        var request =
                OfferRequest.newBuilder()
                        .setSlotId(slot.getId())
                        .setEntryId(to.getEntry().getId())
                        .setStart(to.getStart())
                        .build();
        write(() -> waitlist.offer(request), _ -> model.read());
    }

    private void book(Offer offer) {
        var request = BookOfferRequest.newBuilder().setId(offer.getId()).build();
        write(
                () -> waitlist.bookOffer(request),
                booked -> {
                    desk.notices()
                            .done(
                                    said("waitlist.booked", booked),
                                    "",
                                    desk.undos().add(attempt -> takeBack(attempt, booked)));
                    model.readOn();
                });
    }

    /// The person waits again, and the later visit that gave way has its time again.
    private void takeBack(Undos.Attempt attempt, BookOfferResponse booked) {
        var entry = booked.getEntry();
        var visit =
                new MistakenVisit(
                        desk, entry.getPerson().getPatientId(), entry.getBookedAppointmentId());
        attempt.call(
                desk.calls().call(visit::takeBack).busy(busy),
                this::explain,
                _ -> {
                    desk.notices().done(said("waitlist.not-booked", booked));
                    model.readOn();
                });
    }

    private String said(String key, BookOfferResponse booked) {
        return desk.texts()
                .get(
                        key,
                        booked.getEntry().getPerson().getName(),
                        words.when(booked.getStart()),
                        words.practitioner(booked.getPractitionerId()));
    }

    /// The person does not want the chosen time: the next one comes up.
    void decline() {
        chosen().ifPresent(slot -> model.next(slot).ifPresent(match -> decline(slot, match)));
    }

    private void decline(FreedSlot slot, Match match) {
        var request =
                DeclineRequest.newBuilder()
                        .setSlotId(slot.getId())
                        .setEntryId(match.getEntry().getId())
                        .setStart(match.getStart())
                        .build();
        var name = match.getEntry().getPerson().getName();
        write(
                () -> waitlist.decline(request),
                _ -> {
                    desk.notices().done(desk.texts().get("waitlist.declined", name));
                    model.person().set("");
                    model.readOn();
                });
    }

    /// Nobody was reached: what this desk offers is free for any desk to offer again.
    void giveUp() {
        chosen().map(FreedSlot::getOffer)
                .filter(Offer::getMine)
                .ifPresent(offer -> {
                    var request = WithdrawOfferRequest.newBuilder().setId(offer.getId()).build();
                    write(() -> waitlist.withdrawOffer(request), _ -> model.read());
                });
    }

    private Optional<FreedSlot> chosen() {
        return Optional.ofNullable(model.slot().get());
    }

    /// One step at a time. The request is renewed by an answer only: after a lost one the same press asks for the same.
    private <T> void write(Work<T> work, Consumer<T> then) {
        if (!may() || busy.is()) {
            return;
        }
        desk.calls()
                .call(work)
                .busy(busy)
                .once(requestId)
                .refused(this::explain)
                .then(answer -> {
                    requestId = RequestId.fresh();
                    then.accept(answer);
                });
    }

    private void explain(Problem problem) {
        if (!problem.offline()) {
            requestId = RequestId.fresh();
        }
        if (problem.is("OFFERED") || problem.is("SLOT_HELD")) {
            desk.notices().failed(words.offeredBy(problem.metadata()));
        } else {
            desk.explain(problem);
        }
        model.read();
    }
}
