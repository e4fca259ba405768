package org.clinicdesk.client.roster;

import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;
import org.clinicdesk.client.platform.Problem;
import org.clinicdesk.roster.v1.TakenHours;

/// Goes on with the visits that an absence hits.
final class Hit {

    private static final String BOARD = "replan";

    private Hit() {}

    static boolean canReplan(Desk desk) {
        return desk.has(BOARD);
    }

    static void replan(Desk desk, String absenceId) {
        desk.navigator().go(Place.of(BOARD, "board").with("absence_id", absenceId));
    }

    /// Before hours are taken away over booked visits: whoever goes on has seen how many.
    ///
    /// @param booked the refusal that tells them
    static void ask(Desk desk, Problem booked, Runnable goOn) {
        var texts = desk.texts();
        var visits = Integer.parseInt(booked.metadata().get("visits"));
        new Dialog(desk.layers(), texts, "roster-booked", texts.get("roster.taken.title"))
                .say(texts.get("roster.taken.detail", visits))
                .danger(texts.get("roster.taken.go"), goOn)
                .show();
    }

    /// After hours were taken away: opens the board with the first who lost visits.
    static void taken(Desk desk, TakenHours taken) {
        if (taken.getAbsenceIdsCount() > 0) {
            entered(desk, taken.getAbsenceIds(0), taken.getVisits());
        }
    }

    /// After an absence was entered: opens the board when visits are hit, or says who sees to them.
    static void entered(Desk desk, String absenceId, int visits) {
        if (visits == 0) {
            return;
        }
        if (canReplan(desk)) {
            replan(desk, absenceId);
        } else {
            desk.notices().reminder(desk.texts().get("roster.hit.left", visits));
        }
    }
}
