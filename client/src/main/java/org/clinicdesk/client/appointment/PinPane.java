package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.PinnedVisit;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The visits of the site that wait for a time, the same at every desk. Pressing one looks for its time.
final class PinPane {

    private final Board board;
    private final BoardView view;
    private final Texts texts;
    private final VBox list = Boxes.column(2);
    private final VBox box;

    PinPane(Board board, BoardView view) {
        this.board = board;
        this.view = view;
        this.texts = board.desk().texts();
        list.setId("appointment-pins");
        box =
                Boxes.column(
                        8,
                        Boxes.rule(),
                        Labels.section(
                                texts.get("appointment.pinboard").toUpperCase(texts.locale())),
                        list);
    }

    VBox node() {
        return box;
    }

    void show() {
        var pins = board.day().pins();
        list.getChildren().setAll(pins.stream().map(this::row).toList());
        box.setVisible(!pins.isEmpty());
        box.setManaged(!pins.isEmpty());
    }

    private Node row(PinnedVisit pin) {
        var name = Labels.of(pin.getPerson().getName(), "small", "medium");
        var detail =
                Labels.of(
                        Stream.of(
                                        Times.service(board.desk(), pin.getServiceId()),
                                        Times.practitioner(board.desk(), pin.getPractitionerId()))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        "tiny",
                        "muted");
        name.setMinWidth(0);
        detail.setMinWidth(0);
        var row = Boxes.styled(new Button(), "row", "waiting");
        row.setId("appointment-pins." + pin.getId());
        row.setAccessibleText(texts.get("appointment.pin.place", pin.getPerson().getName()));
        row.setGraphic(
                Boxes.row(
                        10,
                        Icons.of("mdi2p-pin-outline"),
                        Boxes.grow(Boxes.column(0, name, detail))));
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMinWidth(0);
        row.setOnAction(event -> {
            board.pins().take(pin);
            view.focusGrid();
        });
        var off =
                Buttons.small(
                        Buttons.icon(
                                "appointment-pins.off." + pin.getId(),
                                "mdi2c-close",
                                texts.get("appointment.unpin"),
                                () -> board.actions().unpin(pin)));
        return Boxes.row(4, Buttons.wide(row), off);
    }
}
