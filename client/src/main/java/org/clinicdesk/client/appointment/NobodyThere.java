package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.EmptyState;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Place;

import java.util.ArrayList;

/// Stands in the place of the board on a day on which nobody works, and leads to what is missing: in a new clinic nobody
/// can be booked at all.
final class NobodyThere {

    private NobodyThere() {}

    /// Has the keyboard as long as there is no grid: Enter must not press what lies beside the board.
    static VBox of(Desk desk) {
        var texts = desk.texts();
        var key =
                desk.session().desk().getPractitionersCount() == 0
                        ? "appointment.nobody"
                        : "appointment.day.empty";
        var ways = new ArrayList<Node>();
        if (key.equals("appointment.nobody")) {
            way(desk, "staff", "appointment.nobody.staff", ways);
        }
        way(desk, "roster", "appointment.nobody.roster", ways);
        var state =
                EmptyState.of(
                        "mdi2c-calendar-blank-outline",
                        texts.get(key),
                        texts.get(key + ".detail"),
                        ways.toArray(Node[]::new));
        state.setId("appointment-day.empty");
        state.setAccessibleText(texts.get(key));
        state.setFocusTraversable(true);
        return Boxes.first(state);
    }

    private static void way(Desk desk, String feature, String textKey, ArrayList<Node> ways) {
        if (desk.has(feature)) {
            ways.add(
                    Buttons.plain(
                            "appointment-empty." + feature,
                            desk.texts().get(textKey),
                            () -> desk.navigator().go(Place.of(feature))));
        }
    }
}
