package org.clinicdesk.client.staff;

import javafx.scene.Node;

import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.staff.v1.StaffMember;

import java.time.Instant;

/// Says how an account stands, the same way on every screen.
final class Accounts {

    private Accounts() {}

    /// Whether he can sign in.
    static Node state(Desk desk, StaffMember member) {
        var texts = desk.texts();
        if (!member.getActive()) {
            return Pill.of(texts.get("staff.state.off"), Tint.GRAY);
        }
        return member.getLocked()
                ? Pill.of(texts.get("staff.state.locked"), Tint.RED)
                : Pill.of(texts.get("staff.state.active"), Tint.GREEN);
    }

    /// `23 Nov 2026, 08:55`, in the clinic's zone.
    static String lastSignIn(Desk desk, StaffMember member) {
        if (!member.hasLastSignIn()) {
            return desk.texts().get("staff.never");
        }
        var at = member.getLastSignIn();
        var when = Instant.ofEpochSecond(at.getSeconds(), at.getNanos());
        var zone = desk.session().zone();
        var dates = desk.texts().dates();
        return dates.date(when.atZone(zone).toLocalDate()) + ", " + dates.time(when, zone);
    }
}
