package org.clinicdesk.client.appointment;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;

/// Which day it is, and the way to the others; and the main button of the screen.
final class BoardHeader {

    private BoardHeader() {}

    static Node of(Board board) {
        var texts = board.desk().texts();
        var day = board.day();
        var date = Labels.title("");
        date.setId("appointment-day.date");
        date.setMinWidth(Label.USE_PREF_SIZE);
        date.textProperty()
                .bind(Bindings.createStringBinding(() -> shown(board), day.date(), day.layout()));
        return whole(
                Boxes.row(
                        4,
                        Buttons.small(
                                Buttons.icon(
                                        "appointment-day.previous",
                                        "mdi2c-chevron-left",
                                        texts.get("appointment.key.previous"),
                                        () -> day.go(-1))),
                        Buttons.small(
                                Buttons.plain(
                                        "appointment-day.today",
                                        texts.get("appointment.today"),
                                        day::today)),
                        Buttons.small(
                                Buttons.icon(
                                        "appointment-day.next",
                                        "mdi2c-chevron-right",
                                        texts.get("appointment.key.next"),
                                        () -> day.go(1))),
                        Boxes.row(0, gap(), date)));
    }

    /// The day, or the days from Monday to Sunday.
    private static String shown(Board board) {
        var dates = board.desk().texts().dates();
        var date = board.day().date().get();
        var layout = board.day().layout().get();
        if (!layout.week()) {
            return dates.day(date);
        }
        var days = layout.days(date);
        return dates.dayAndMonth(days.getFirst()) + " – " + dates.dayAndMonth(days.getLast());
    }

    /// Never squeezed: in a narrow window the search field gives way.
    private static HBox whole(HBox box) {
        box.setMinWidth(HBox.USE_PREF_SIZE);
        return box;
    }

    private static Node gap() {
        var gap = Boxes.column(0);
        gap.setMinWidth(8);
        return gap;
    }

    static Node actions(Board board) {
        return whole(
                Boxes.row(
                        8,
                        Buttons.icon(
                                "appointment-day.export",
                                "mdi2c-calendar-export",
                                board.desk().texts().get("appointment.export"),
                                () -> CalendarExport.open(board)),
                        Buttons.primary(
                                "appointment-day.new",
                                board.desk().texts().get("appointment.book"),
                                "mdi2p-plus",
                                () -> BoardKeys.bookNow(board))));
    }
}
