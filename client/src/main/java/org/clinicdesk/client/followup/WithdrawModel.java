package org.clinicdesk.client.followup;

import org.clinicdesk.appointment.v1.AppointmentServiceGrpc;
import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.appointment.v1.WithdrawFollowUpRequest;
import org.clinicdesk.client.platform.Desk;

/// Takes orders back.
final class WithdrawModel {

    private final Desk desk;
    private final Runnable changed;

    /// @param changed told when one was withdrawn, or is not any more what was on screen
    WithdrawModel(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    Desk desk() {
        return desk;
    }

    boolean may(FollowUp followUp) {
        return desk.may(AppointmentServiceGrpc.getWithdrawFollowUpMethod())
                && State.of(followUp, desk.today()).waits();
    }

    void withdraw(FollowUp followUp) {
        var request =
                WithdrawFollowUpRequest.newBuilder()
                        .setId(followUp.getId())
                        .setVersion(followUp.getVersion())
                        .build();
        var appointments = AppointmentServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> appointments.withdrawFollowUp(request))
                .refused(problem -> {
                    desk.explain(problem);
                    changed.run();
                })
                .then(_ -> {
                    var name = followUp.getPerson().getName();
                    desk.notices().done(desk.texts().get("followup.withdrawn", name));
                    changed.run();
                });
    }
}
