package org.clinicdesk.server.waitlist;

import org.clinicdesk.server.patient.Patients;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.waitlist.v1.AddToWaitlistRequest;
import org.clinicdesk.waitlist.v1.AddToWaitlistResponse;
import org.clinicdesk.waitlist.v1.ListWaitingRequest;
import org.clinicdesk.waitlist.v1.ListWaitingResponse;
import org.clinicdesk.waitlist.v1.ReinstateWaitingRequest;
import org.clinicdesk.waitlist.v1.ReinstateWaitingResponse;
import org.clinicdesk.waitlist.v1.UpdateWaitingRequest;
import org.clinicdesk.waitlist.v1.UpdateWaitingResponse;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WithdrawWaitingRequest;
import org.clinicdesk.waitlist.v1.WithdrawWaitingResponse;

import java.time.Clock;

/// What of WaitlistService is about who waits.
final class WaitlistApi {

    private final Db db;
    private final Clock clock;
    private final Patients patients;
    private final Waitlist waitlist;
    private final Offers offers;
    private final WaitlistWishes wishes;
    private final WaitlistProtos protos;

    WaitlistApi(
            Db db,
            Clock clock,
            Patients patients,
            Waitlist waitlist,
            Offers offers,
            WaitlistWishes wishes,
            WaitlistProtos protos) {
        this.db = db;
        this.clock = clock;
        this.patients = patients;
        this.waitlist = waitlist;
        this.offers = offers;
        this.wishes = wishes;
        this.protos = protos;
    }

    AddToWaitlistResponse add(AddToWaitlistRequest request) {
        var entry = waitlist.add(wishes.of(request));
        return AddToWaitlistResponse.newBuilder().setEntry(changed(entry)).build();
    }

    UpdateWaitingResponse update(UpdateWaitingRequest request) {
        var entry = waitlist.get(Ids.of(request.getId()), request.getVersion());
        offers.open(entry.siteId(), offer -> offer.entryId().equals(entry.id()))
                .ifPresent(open -> {
                    throw open.refusal();
                });
        entry.change(wishes.of(request.getWanted()));
        return UpdateWaitingResponse.newBuilder().setEntry(changed(entry)).build();
    }

    WithdrawWaitingResponse withdraw(WithdrawWaitingRequest request) {
        var entry = waitlist.get(Ids.of(request.getId()), request.getVersion());
        var why = request.getReason().name().substring("WITHDRAW_REASON_".length());
        entry.withdraw(WithdrawReason.valueOf(why), clock.instant());
        offers.open(entry.siteId(), offer -> offer.entryId().equals(entry.id()))
                .ifPresent(open -> offers.end(open.offer(), OfferState.WITHDRAWN));
        return WithdrawWaitingResponse.newBuilder().setEntry(changed(entry)).build();
    }

    ReinstateWaitingResponse reinstate(ReinstateWaitingRequest request) {
        var entry = waitlist.get(Ids.of(request.getId()), request.getVersion());
        waitlist.reinstate(entry);
        return ReinstateWaitingResponse.newBuilder().setEntry(changed(entry)).build();
    }

    /// With the version it has once this is written.
    private WaitingEntry changed(WaitlistEntry entry) {
        Call.current().concerns(entry.patientId());
        db.session().flush();
        return protos.proto(entry, patients.get(entry.patientId()));
    }

    ListWaitingResponse list(ListWaitingRequest request) {
        var lines =
                request.getPatientId().isEmpty()
                        ? waitlist.waiting(Ids.of(request.getSiteId()))
                        : waitlist.of(patients.get(Ids.of(request.getPatientId())).id());
        var answer = ListWaitingResponse.newBuilder();
        lines.forEach(line -> answer.addEntries(protos.proto(line)));
        return answer.build();
    }
}
