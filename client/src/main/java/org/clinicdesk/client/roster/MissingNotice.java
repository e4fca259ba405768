package org.clinicdesk.client.roster;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.roster.v1.ListMissingHoursRequest;
import org.clinicdesk.roster.v1.ListMissingHoursResponse;
import org.clinicdesk.roster.v1.RosterServiceGrpc;

/// Tells at sign-in that no hours were entered for next week: whom it is about, and who enters them.
final class MissingNotice {

    private MissingNotice() {}

    static void tell(Desk desk) {
        var roster = RosterServiceGrpc.newBlockingV2Stub(desk.channel());
        desk.calls()
                .call(() -> roster.listMissingHours(ListMissingHoursRequest.getDefaultInstance()))
                // Only a reminder: when it cannot be had, the work begins all the same.
                .refused(problem -> {})
                .then(answer -> show(desk, answer));
    }

    private static void show(Desk desk, ListMissingHoursResponse answer) {
        var texts = desk.texts();
        var self = desk.session().desk().getStaffId();
        var mine = answer.getPractitionersList().stream().anyMatch(who -> who.getId().equals(self));
        if (desk.may(RosterServiceGrpc.getSetWeekMethod()) && answer.getPractitionersCount() > 0) {
            desk.notices()
                    .reminder(texts.get("roster.missing.some", answer.getPractitionersCount()));
        } else if (mine) {
            desk.notices().reminder(texts.get("roster.missing.you"));
        }
    }
}
