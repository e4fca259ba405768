package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;

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
        var waiting =
                board.day().day().get().visits().stream()
                        .filter(visit -> visit.is(AppointmentStatus.APPOINTMENT_STATUS_ARRIVED))
                        .sorted(Comparator.comparing((Visit visit) -> Day.instant(arrived(visit))))
                        .toList();
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

    private static Timestamp arrived(Visit visit) {
        return visit.appointment().getArrivedAt();
    }

    private long minutes(Visit visit) {
        return Times.minutesSince(arrived(visit), board.day().now().get());
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
        private @Nullable Visit visit;

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
                    board.day().select(visit);
                }
            });
        }

        private void show(Visit next) {
            if (visit == null || !visit.person().equals(next.person())) {
                avatar.getChildren().setAll(Avatar.small(next.person()));
            }
            visit = next;
            var minutes = minutes(next);
            var tint = tint(minutes);
            setId("appointment-waiting." + next.id());
            name.setText(next.person());
            detail.setText(
                    Times.clock(next.time().from())
                            + " · "
                            + Times.practitioner(
                                    board.desk(), next.appointment().getPractitionerId()));
            wait.setText(texts.get("appointment.minutes", minutes));
            wait.getStyleClass().removeAll(Arrays.stream(Tint.values()).map(Tint::style).toList());
            wait.getStyleClass().add(tint.style());
            getStyleClass().remove("sel");
            if (next.id().equals(board.day().cursor().get().visitId())) {
                getStyleClass().add("sel");
            }
            setAccessibleText(next.person() + ", " + texts.get("appointment.waiting.for", minutes));
        }
    }
}
