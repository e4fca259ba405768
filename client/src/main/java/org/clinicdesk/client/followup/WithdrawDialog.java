package org.clinicdesk.client.followup;

import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.client.kit.Dialog;

/// Asks before an order is withdrawn: it does not come back.
final class WithdrawDialog {

    private WithdrawDialog() {}

    static void open(WithdrawModel model, FollowUp followUp) {
        if (!model.may(followUp)) {
            return;
        }
        var desk = model.desk();
        var words = new Words(desk);
        new Dialog(
                        desk.layers(),
                        desk.texts(),
                        "followup-withdraw",
                        desk.texts().get("followup.withdraw.title", followUp.getPerson().getName()))
                .say(
                        String.join(
                                " · ",
                                words.due(followUp),
                                words.service(followUp.getServiceId()),
                                words.practitioner(followUp.getPractitionerId())))
                .cancel(desk.texts().get("followup.withdraw.keep"))
                .danger(desk.texts().get("followup.withdraw"), () -> model.withdraw(followUp))
                .show();
    }
}
