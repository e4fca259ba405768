package org.clinicdesk.client.waitlist;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.waitlist.v1.ReinstateWaitingRequest;
import org.clinicdesk.waitlist.v1.WaitingEntry;
import org.clinicdesk.waitlist.v1.WaitlistServiceGrpc;
import org.clinicdesk.waitlist.v1.WithdrawReason;
import org.clinicdesk.waitlist.v1.WithdrawWaitingRequest;

/// Takes people off the list, and back from a step on it.
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

    /// Tells that somebody was put on the list; the notice takes him off again.
    void added(WaitingEntry entry) {
        var name = entry.getPerson().getName();
        desk.notices()
                .done(
                        desk.texts().get("waitlist.added", name),
                        "",
                        desk.undos().add(() -> forget(entry)));
    }

    private void forget(WaitingEntry entry) {
        var request = request(entry, WithdrawReason.WITHDRAW_REASON_MISTAKE);
        desk.calls()
                .call(() -> waitlist.withdrawWaiting(request).getEntry())
                .refused(this::explain)
                .then(off -> {
                    desk.notices()
                            .done(
                                    desk.texts()
                                            .get("waitlist.withdrawn", off.getPerson().getName()));
                    model.read();
                });
    }

    private static WithdrawWaitingRequest request(WaitingEntry entry, WithdrawReason reason) {
        return WithdrawWaitingRequest.newBuilder()
                .setId(entry.getId())
                .setVersion(entry.getVersion())
                .setReason(reason)
                .build();
    }

    void withdraw(WaitingEntry entry, WithdrawReason reason) {
        var request = request(entry, reason);
        desk.calls()
                .call(() -> waitlist.withdrawWaiting(request).getEntry())
                .refused(this::explain)
                .then(off -> {
                    var name = off.getPerson().getName();
                    desk.notices()
                            .done(
                                    desk.texts().get("waitlist.withdrawn", name),
                                    "",
                                    desk.undos().add(() -> reinstate(off)));
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
