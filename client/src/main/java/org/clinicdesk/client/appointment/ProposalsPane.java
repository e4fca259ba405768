package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.waitlist.v1.FreedSlot;

/// The first times that became free and suit somebody; pressing one opens the waiting list.
final class ProposalsPane {

    private static final int SHOWN = 3;

    private final Board board;
    private final Texts texts;
    private final VBox list = Boxes.column(2);
    private final VBox box;

    ProposalsPane(Board board) {
        this.board = board;
        this.texts = board.desk().texts();
        list.setId("appointment-proposals");
        box =
                Boxes.column(
                        8,
                        Boxes.rule(),
                        Labels.section(
                                texts.get("appointment.proposals").toUpperCase(texts.locale())),
                        list);
        Redraw.of(box, this::draw, board.proposals().slots());
        draw();
    }

    VBox node() {
        return box;
    }

    private void draw() {
        var slots = board.proposals().slots();
        list.getChildren().setAll(slots.stream().limit(SHOWN).map(this::row).toList());
        box.setVisible(!slots.isEmpty());
        box.setManaged(!slots.isEmpty());
    }

    private Node row(FreedSlot slot) {
        var start = Day.instant(slot.getStart()).atZone(board.desk().session().zone());
        var when =
                Labels.of(
                        texts.dates().day(start.toLocalDate())
                                + ", "
                                + Times.at(board.desk(), slot.getStart()),
                        "small",
                        "medium");
        var who =
                Labels.of(
                        Times.practitioner(board.desk(), slot.getPractitionerId()),
                        "tiny",
                        "muted");
        when.setMinWidth(0);
        who.setMinWidth(0);
        var count = Integer.toString(slot.getMatchesCount());
        var row = Boxes.styled(new Button(), "row", "waiting");
        row.setId("appointment-proposals." + slot.getId() + "." + slot.getStart().getSeconds());
        row.setAccessibleText(when.getText() + ", " + who.getText() + ", " + count);
        var line =
                Boxes.row(
                        10,
                        Icons.of("mdi2a-account-clock-outline"),
                        Boxes.grow(Boxes.column(0, when, who)),
                        Pill.of(count, slot.hasOffer() ? Tint.AMBER : Tint.GREEN));
        line.prefWidthProperty().bind(row.widthProperty().subtract(18));
        row.setGraphic(line);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setOnAction(event -> board.proposals().open());
        return row;
    }
}
