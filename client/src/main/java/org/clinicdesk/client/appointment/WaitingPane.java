package org.clinicdesk.client.appointment;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Who sits in the waiting room, who came first on top, and for how long.
final class WaitingPane {

    private final Board board;
    private final Texts texts;
    private final Pool<Row> rows = new Pool<>(Row::new);
    private final VBox list = Boxes.column(2);
    private final Label average = Labels.of("", "tiny", "muted");
    private final Label nobody = Labels.muted("");
    private final VBox box;

    WaitingPane(Board board) {
        this.board = board;
        this.texts = board.desk().texts();
        nobody.setText(texts.get("appointment.waiting.nobody"));
        list.setId("appointment-waiting");
        box =
                Boxes.column(
                        8,
                        Boxes.row(
                                6,
                                Labels.section(
                                        texts.get("appointment.waiting")
                                                .toUpperCase(texts.locale())),
                                Boxes.spacer(),
                                average),
                        nobody,
                        list);
    }

    VBox node() {
        return box;
    }

    void show() {
        var waiting = board.waiting().waiting().get();
        var shown = rows.take(waiting.size());
        rows.all().forEach(row -> row.setManaged(row.isVisible()));
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(waiting.get(i));
        }
        if (list.getChildren().size() != rows.all().size()) {
            list.getChildren().setAll(rows.all());
        }
        nobody.setVisible(waiting.isEmpty());
        nobody.setManaged(waiting.isEmpty());
        var mean = waiting.stream().mapToLong(this::minutes).average();
        average.setText(
                mean.isEmpty()
                        ? ""
                        : texts.get("appointment.waiting.average", Math.round(mean.getAsDouble())));
    }

    private long minutes(Appointment visit) {
        return Times.minutesSince(visit.getArrivedAt(), board.day().now().get());
    }

    private Tint tint(long minutes) {
        var limits = board.day().limits();
        return minutes >= limits.getTooLongMinutes()
                ? Tint.RED
                : minutes >= limits.getLongMinutes() ? Tint.AMBER : Tint.GREEN;
    }

    /// Somebody waiting; pressing it chooses the visit on the board.
    private final class Row extends Button {

        private final StackPane avatar = new StackPane();
        private final Label name = Labels.of("", "small", "medium");
        private final Label detail = Labels.of("", "tiny", "muted");
        private final Label wait = Labels.of("", "pill", Tint.GREEN.style());
        private @Nullable Appointment visit;

        private Row() {
            Boxes.styled(this, "row", "waiting");
            name.setMinWidth(0);
            detail.setMinWidth(0);
            wait.setMinWidth(USE_PREF_SIZE);
            var words = Boxes.grow(Boxes.column(0, name, detail));
            words.setAlignment(Pos.CENTER_LEFT);
            var row = Boxes.row(10, avatar, words, wait);
            row.prefWidthProperty().bind(widthProperty().subtract(18));
            setGraphic(row);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMaxWidth(Double.MAX_VALUE);
            setMinWidth(0);
            setOnAction(event -> {
                if (visit != null) {
                    board.waiting().choose(visit);
                }
            });
        }

        private void show(Appointment next) {
            var person = next.getPerson().getName();
            if (!person.equals(name.getText())) {
                avatar.getChildren().setAll(Avatar.small(person));
            }
            visit = next;
            var minutes = minutes(next);
            var tint = tint(minutes);
            setId("appointment-waiting." + next.getId());
            name.setText(person);
            detail.setText(
                    Times.start(board.desk(), next)
                            + " · "
                            + Times.practitioner(board.desk(), next.getPractitionerId()));
            wait.setText(texts.get("appointment.minutes", minutes));
            wait.getStyleClass().removeAll(Arrays.stream(Tint.values()).map(Tint::style).toList());
            wait.getStyleClass().add(tint.style());
            getStyleClass().remove("sel");
            if (next.getId().equals(board.day().cursor().get().visitId())) {
                getStyleClass().add("sel");
            }
            setAccessibleText(person + ", " + texts.get("appointment.waiting.for", minutes));
        }
    }
}
