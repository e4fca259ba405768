package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Protos;
import org.clinicdesk.server.waitlist.Offering.Asking;
import org.clinicdesk.waitlist.v1.BookOfferRequest;
import org.clinicdesk.waitlist.v1.BookOfferResponse;
import org.clinicdesk.waitlist.v1.DeclineRequest;
import org.clinicdesk.waitlist.v1.DeclineResponse;
import org.clinicdesk.waitlist.v1.ListProposalsRequest;
import org.clinicdesk.waitlist.v1.ListProposalsResponse;
import org.clinicdesk.waitlist.v1.OfferRequest;
import org.clinicdesk.waitlist.v1.OfferResponse;
import org.clinicdesk.waitlist.v1.WithdrawOfferRequest;
import org.clinicdesk.waitlist.v1.WithdrawOfferResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What of WaitlistService is about times that became free.
final class OfferApi {

    private final Db db;
    private final Patients patients;
    private final Waitlist waitlist;
    private final Matching matching;
    private final Offering offering;
    private final WaitlistProtos protos;

    OfferApi(
            Db db,
            Patients patients,
            Waitlist waitlist,
            Matching matching,
            Offering offering,
            WaitlistProtos protos) {
        this.db = db;
        this.patients = patients;
        this.waitlist = waitlist;
        this.matching = matching;
        this.offering = offering;
        this.protos = protos;
    }

    ListProposalsResponse proposals(ListProposalsRequest request) {
        var answer = ListProposalsResponse.newBuilder();
        matching.proposals(Ids.of(request.getSiteId()))
                .forEach(proposal -> answer.addSlots(protos.proto(proposal)));
        return answer.build();
    }

    OfferResponse offer(OfferRequest request) {
        var entry = Ids.of(request.getEntryId());
        Call.current().concerns(waitlist.get(entry).patientId());
        var open =
                offering.offer(
                        new Asking(Ids.of(request.getSlotId()), entry, start(request)),
                        Duration.ofSeconds(request.getSeconds()));
        return OfferResponse.newBuilder().setOffer(WaitlistProtos.proto(open)).build();
    }

    private static Optional<Instant> start(OfferRequest request) {
        return request.hasStart()
                ? Optional.of(Protos.instant(request.getStart()))
                : Optional.empty();
    }

    WithdrawOfferResponse withdraw(WithdrawOfferRequest request) {
        offering.withdraw(Ids.of(request.getId()));
        return WithdrawOfferResponse.getDefaultInstance();
    }

    DeclineResponse decline(DeclineRequest request) {
        offering.decline(
                new Asking(
                        Ids.of(request.getSlotId()),
                        Ids.of(request.getEntryId()),
                        request.hasStart()
                                ? Optional.of(Protos.instant(request.getStart()))
                                : Optional.empty()));
        return DeclineResponse.getDefaultInstance();
    }

    BookOfferResponse book(BookOfferRequest request) {
        var booked = offering.book(Ids.of(request.getId()));
        var entry = booked.entry();
        Call.current().concerns(entry.patientId());
        db.session().flush();
        return BookOfferResponse.newBuilder()
                .setEntry(protos.proto(entry, patients.get(entry.patientId())))
                .setStart(Protos.timestamp(booked.visit().span().start()))
                .setPractitionerId(booked.visit().practitionerId().toString())
                .build();
    }
}
