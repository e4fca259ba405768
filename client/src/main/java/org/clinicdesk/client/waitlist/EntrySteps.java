package org.clinicdesk.client.waitlist;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.waitlist.v1.ReinstateWaitingRequest;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.clinicdesk.waitlist.v1.WithdrawReason;
import org.clinicdesk.waitlist.v1.WithdrawWaitingRequest;

/// Takes people off the list; it can be taken back.
final class EntrySteps {

    private final Desk desk;
    private final WaitlistModel model;
    private final WaitlistServiceGrpc.WaitlistServiceBlockingV2Stub waitlist;

    EntrySteps(Desk desk, WaitlistModel model) {
        this.desk = desk;
        this.model = model;
        this.waitlist = WaitlistServiceGrpc.newBlockingV2Stub(desk.channel());
    }

    /// Whether the caller may keep the list.
    boolean may() {
        return desk.may(WaitlistServiceGrpc.getAddToWaitlistMethod());
    }

    void withdraw(WaitingEntry entry, WithdrawReason reason) {
        var request =
                WithdrawWaitingRequest.newBuilder()
                        .setId(entry.getId())
                        .setVersion(entry.getVersion())
                        .setReason(reason)
                        .build();
        desk.calls()
                .call(() -> waitlist.withdrawWaiting(request).getEntry())
                .refused(this::explain)
                .then(off -> {
                    var name = off.getPerson().getName();
                    desk.notices()
                            .done(
                                    desk.texts().get("waitlist.withdrawn", name),
                                    "",
                                    () -> reinstate(off));
                    model.read();
                });
    }

    private void reinstate(WaitingEntry off) {
        var request =
                ReinstateWaitingRequest.newBuilder()
                        .setId(off.getId())
                        .setVersion(off.getVersion())
                        .build();
        desk.calls()
                .call(() -> waitlist.reinstateWaiting(request))
                .refused(this::explain)
                .then(_ -> model.read());
    }

    private void explain(Problem problem) {
        desk.explain(problem);
        model.read();
    }
}
