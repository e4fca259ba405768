package org.clinicdesk.client.roster;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;

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
