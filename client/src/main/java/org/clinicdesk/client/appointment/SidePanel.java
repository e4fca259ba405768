package org.clinicdesk.client.appointment;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

import java.util.List;

/// Right of the board: the day in figures, what a scan brought, who is chosen, who waits.
final class SidePanel {

    private static final double WIDTH = 296;

    private final Board board;
    private final Texts texts;
    private final Label booked = Labels.of("", "figure");
    private final Label seen = Labels.of("", "figure");
    private final Label waits = Labels.of("", "figure");
    private final Label noShow = Labels.of("", "figure");
    private final ArrivalPane arrival;
    private final SelectedPane selected;
    private final WaitingPane waiting;
    private final PinPane pins;
    private final ScrollPane scroll;

    SidePanel(Board board, BoardView view) {
        this.board = board;
        this.texts = board.desk().texts();
        arrival = new ArrivalPane(board, view);
        selected = new SelectedPane(board, view);
        waiting = new WaitingPane(board);
        pins = new PinPane(board, view);
        var figures =
                new HBox(
                        16,
                        figure(booked, "booked"),
                        figure(seen, "seen"),
                        figure(waits, "waiting"),
                        figure(noShow, "no-show"));
        scroll =
                Boxes.side(
                        WIDTH,
                        figures,
                        Boxes.rule(),
                        arrival.node(),
                        selected.node(),
                        Boxes.rule(),
                        waiting.node(),
                        new ProposalsPane(board).node(),
                        pins.node(),
                        new UnfinishedPane(board, view).node());
    }

    private VBox figure(Label figure, String name) {
        figure.setId("appointment-day.count." + name);
        var word = Labels.of(texts.get("appointment.count." + name), "tiny", "muted");
        List.of(figure, word).forEach(label -> label.setMinWidth(Label.USE_PREF_SIZE));
        return Boxes.column(0, figure, word);
    }

    ScrollPane node() {
        return scroll;
    }

    SelectedPane selected() {
        return selected;
    }

    void showArrival() {
        arrival.show();
    }

    void show() {
        var day = board.day().day().get();
        booked.setText(Integer.toString(day.visits().size()));
        seen.setText(Integer.toString(day.count(AppointmentStatus.APPOINTMENT_STATUS_FULFILLED)));
        waits.setText(Integer.toString(board.waiting().waiting().get().size()));
        noShow.setText(Integer.toString(day.count(AppointmentStatus.APPOINTMENT_STATUS_NO_SHOW)));
        selected.show();
        waiting.show();
    }

    void showPins() {
        pins.show();
    }
}
