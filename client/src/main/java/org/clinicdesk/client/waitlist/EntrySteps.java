package org.clinicdesk.client.waitlist;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.client.platform.Undos;
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
                        desk.undos().add(attempt -> forget(attempt, entry)));
    }

    private void forget(Undos.Attempt attempt, WaitingEntry entry) {
        var request =
                request(entry, WithdrawReason.WITHDRAW_REASON_MISTAKE)
                        .setVersion(attempt.version(entry.getId(), entry.getVersion()))
                        .build();
        attempt.call(
                desk.calls().call(() -> waitlist.withdrawWaiting(request).getEntry()),
                this::explain,
                off -> {
                    desk.notices()
                            .done(
                                    desk.texts()
                                            .get("waitlist.withdrawn", off.getPerson().getName()));
                    model.read();
                });
    }

    private static WithdrawWaitingRequest.Builder request(
            WaitingEntry entry, WithdrawReason reason) {
        return WithdrawWaitingRequest.newBuilder()
                .setId(entry.getId())
                .setVersion(entry.getVersion())
                .setReason(reason);
    }

    void withdraw(WaitingEntry entry, WithdrawReason reason) {
        var request = request(entry, reason).build();
        desk.calls()
                .call(() -> waitlist.withdrawWaiting(request).getEntry())
                .refused(this::explain)
                .then(off -> {
                    var name = off.getPerson().getName();
                    desk.notices()
                            .done(
                                    desk.texts().get("waitlist.withdrawn", name),
                                    "",
                                    desk.undos().add(attempt -> reinstate(attempt, off)));
                    model.read();
                });
    }

    private void reinstate(Undos.Attempt attempt, WaitingEntry off) {
        var request =
                ReinstateWaitingRequest.newBuilder()
                        .setId(off.getId())
                        .setVersion(attempt.version(off.getId(), off.getVersion()))
                        .build();
        attempt.call(
                desk.calls().call(() -> waitlist.reinstateWaiting(request).getEntry()),
                this::explain,
                back -> {
                    desk.undos().became(back.getId(), back.getVersion());
                    model.read();
                });
    }

    private void explain(Problem problem) {
        desk.explain(problem);
        model.read();
    }
}
