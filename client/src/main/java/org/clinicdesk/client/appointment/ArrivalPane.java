package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;

import java.util.ArrayList;

/// What came of a scan or of a check-in by name. It stays until the next one or until it is closed.
final class ArrivalPane {

    private final Board board;
    private final BoardView view;
    private final Texts texts;
    private final VBox box = Boxes.column(0);

    ArrivalPane(Board board, BoardView view) {
        this.board = board;
        this.view = view;
        this.texts = board.desk().texts();
        box.setId("appointment-arrival");
        show();
    }

    VBox node() {
        return box;
    }

    void show() {
        box.getChildren().clear();
        board.arrivals().result().get().ifPresent(arrival -> box.getChildren().add(alert(arrival)));
        box.setVisible(!box.getChildren().isEmpty());
        box.setManaged(box.isVisible());
    }

    private Node alert(ArrivalModel.Arrival arrival) {
        var kind = arrival.kind();
        var tint =
                kind == ArrivalModel.Kind.ARRIVED
                        ? Tint.GREEN
                        : kind.good() ? Tint.AMBER : Tint.RED;
        var icon = kind.good() ? "mdi2a-account-check-outline" : "mdi2a-account-alert-outline";
        var title = texts.get("appointment.arrival." + kind.name());
        var name = arrival.person().map(person -> person.getName()).orElse("");
        var detail =
                name.isEmpty() || arrival.detail().isEmpty()
                        ? name + arrival.detail()
                        : name + "\n" + arrival.detail();
        var actions = new ArrayList<Node>();
        if (kind.bookable() && board.actions().rights().mayWrite()) {
            arrival.person()
                    .ifPresent(person ->
                            actions.add(
                                    Buttons.small(
                                            Buttons.plain(
                                                    "appointment-arrival.book",
                                                    texts.get("appointment.book"),
                                                    "mdi2c-calendar-plus",
                                                    () -> {
                                                        board.arrivals().dismiss();
                                                        board.bookFor()
                                                                .set(java.util.Optional.of(person));
                                                        view.focusGrid();
                                                    }))));
        }
        actions.add(
                Buttons.small(
                        Buttons.plain(
                                "appointment-arrival.close",
                                texts.get("kit.close"),
                                board.arrivals()::dismiss)));
        var alert = Alert.of(tint, icon, title, detail, actions.toArray(Node[]::new));
        alert.setId("appointment-arrival.result");
        alert.setAccessibleText(title + ". " + detail);
        return alert;
    }
}
