package org.clinicdesk.client.appointment;

import org.clinicdesk.client.platform.Busy;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.RequestId;
import org.clinicdesk.client.platform.Undos;
import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.waitlist.v1.AddToWaitlistRequest;
import org.clinicdesk.waitlist.v1.Urgency;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.clinicdesk.waitlist.v1.Wanted;
import org.clinicdesk.waitlist.v1.WithdrawReason;
import org.clinicdesk.waitlist.v1.WithdrawWaitingRequest;

import java.util.function.Consumer;

/// Puts somebody on the waiting list for whom nothing suitable is free.
final class WaitingList {

    private final Desk desk;
    private final Undos undos;
    private final WaitlistServiceGrpc.WaitlistServiceBlockingV2Stub waitlist;
    private final Busy busy = new Busy();
    private RequestId requestId = RequestId.fresh();

    WaitingList(Desk desk, Undos undos) {
        this.desk = desk;
        this.undos = undos;
        this.waitlist = WaitlistServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    boolean may() {
        return desk.may(WaitlistServiceGrpc.getAddToWaitlistMethod());
    }

    /// @param refused told why not
    void add(
            String site,
            PersonLine person,
            Wanted.Builder wanted,
            Consumer<Problem> refused,
            Runnable then) {
        if (busy.is()) {
            return;
        }
        var request =
                AddToWaitlistRequest.newBuilder()
                        .setSiteId(site)
                        .setPatientId(person.getPatientId())
                        .setWanted(wanted.setUrgency(Urgency.URGENCY_ROUTINE))
                        .build();
        desk.calls()
                .call(() -> waitlist.addToWaitlist(request).getEntry())
                .busy(busy)
                .once(requestId)
                .refused(problem -> {
                    requestId = problem.offline() ? requestId : RequestId.fresh();
                    refused.accept(problem);
                })
                .then(entry -> {
                    requestId = RequestId.fresh();
                    desk.notices()
                            .done(
                                    desk.texts().get("appointment.waits", person.getName()),
                                    Times.service(desk, entry.getWanted().getServiceId()),
                                    undos.add(attempt -> withdraw(attempt, entry)));
                    then.run();
                });
    }

    private void withdraw(Undos.Attempt attempt, WaitingEntry entry) {
        var request =
                WithdrawWaitingRequest.newBuilder()
                        .setId(entry.getId())
                        .setVersion(entry.getVersion())
                        .setReason(WithdrawReason.WITHDRAW_REASON_MISTAKE)
                        .build();
        attempt.call(
                desk.calls().call(() -> waitlist.withdrawWaiting(request)),
                desk::explain,
                answer ->
                        desk.notices()
                                .done(
                                        desk.texts()
                                                .get(
                                                        "appointment.waits.not",
                                                        entry.getPerson().getName())));
    }
}
