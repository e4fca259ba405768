package org.clinicdesk.client.appointment;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;

import java.util.Optional;

/// Says above the board for whom a time is being looked for.
final class ForWhom {

    private final Board board;
    private final Label text = Labels.of("");
    private final HBox box;

    ForWhom(Board board) {
        this.board = board;
        var texts = board.desk().texts();
        text.setId("appointment-day.for");
        var close =
                Buttons.small(
                        Buttons.plain(
                                "appointment-day.for.close",
                                texts.get("kit.cancel"),
                                () -> clear(board)));
        box =
                Boxes.styled(
                        new HBox(
                                Icons.of("mdi2c-calendar-account-outline"),
                                text,
                                Boxes.spacer(),
                                close),
                        "banner",
                        Tint.VIOLET.style());
    }

    /// Nobody any more.
    static void clear(Board board) {
        board.bookFor().set(Optional.empty());
        board.pins().drop();
    }

    HBox node() {
        return box;
    }

    void show() {
        var person =
                board.bookFor()
                        .get()
                        .or(() -> board.pins().placing().get().map(PinnedVisit::getPerson));
        text.setText(
                person.map(line -> board.desk().texts().get("appointment.for", line.getName()))
                        .orElse(""));
        box.setVisible(person.isPresent());
        box.setManaged(person.isPresent());
    }
}
