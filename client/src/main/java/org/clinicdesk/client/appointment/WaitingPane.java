package org.clinicdesk.client.appointment;

import com.google.protobuf.Timestamp;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Avatar;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.client.platform.Waiting;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// Who sits in the waiting room, who came first on top, and for how long; the first few, so that what lies below stays in
/// sight on a full morning.
final class WaitingPane {

    private static final int MOST = 4;

    private final Board board;
    private final Texts texts;
    private final Pool<Row> rows = new Pool<>(Row::new);
    private final VBox list = Boxes.column(2);
    private final Label average = Labels.of("", "tiny", "muted");
    private final Label nobody = Labels.muted("");
    private final Button more;
    private final VBox box;
    private boolean all;

    WaitingPane(Board board) {
        this.board = board;
        this.texts = board.desk().texts();
        nobody.setText(texts.get("appointment.waiting.nobody"));
        list.setId("appointment-waiting");
        more =
                Buttons.link(
                        "appointment-waiting.more",
                        "",
                        () -> {
                            all = !all;
                            show();
                        });
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
                        list,
                        more);
    }

    VBox node() {
        return box;
    }

    void show() {
        var waiting = board.waiting().waiting().get();
        var most = all ? waiting.size() : Math.min(waiting.size(), MOST);
        var shown = rows.take(most);
        more.setText(
                all
                        ? texts.get("appointment.waiting.fewer")
                        : texts.get("appointment.waiting.more", waiting.size() - most));
        more.setVisible(waiting.size() > MOST);
        more.setManaged(more.isVisible());
        rows.all().forEach(row -> row.setManaged(row.isVisible()));
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(waiting.get(i));
        }
        if (list.getChildren().size() != rows.all().size()) {
            list.getChildren().setAll(rows.all());
        }
        nobody.setVisible(waiting.isEmpty());
        nobody.setManaged(waiting.isEmpty());
        var mean = waiting.stream().mapToLong(waiter -> waited(waiter).minutes()).average();
        average.setText(
                mean.isEmpty()
                        ? ""
                        : texts.get("appointment.waiting.average", Math.round(mean.getAsDouble())));
    }

    private Waiting waited(Waiter waiter) {
        var booked = waiter.visit().map(Appointment::getStart);
        return Waiting.of(
                waiter.since(),
                booked.orElse(Timestamp.getDefaultInstance()),
                board.day().now().get());
    }

    /// Somebody waiting; pressing it chooses the visit on the board.
    private final class Row extends Button {

        private final StackPane avatar = new StackPane();
        private final Label name = Labels.of("", "small", "medium");
        private final Label detail = Labels.of("", "tiny", "muted");
        private final Label wait = Labels.of("", "pill", Tint.GREEN.style());
        private final Tooltip here = new Tooltip();
        private @Nullable Waiter waiter;

        private Row() {
            Boxes.styled(this, "row", "waiting");
            name.setMinWidth(0);
            detail.setMinWidth(0);
            List.of(name, detail).forEach(label -> label.setWrapText(true));
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
                if (waiter != null) {
                    board.waiting().choose(waiter);
                }
            });
        }

        private void show(Waiter next) {
            var person = next.person();
            if (!person.equals(name.getText())) {
                avatar.getChildren().setAll(Avatar.small(person));
            }
            waiter = next;
            var waited = waited(next);
            var minutes = waited.minutes();
            var tint = Tint.of(waited.degree(board.day().limits()));
            setId("appointment-waiting." + next.id());
            name.setText(person);
            detail.setText(detail(next));
            wait.setText(texts.get("appointment.minutes", minutes));
            wait.getStyleClass().removeAll(Arrays.stream(Tint.values()).map(Tint::style).toList());
            wait.getStyleClass().add(tint.style());
            getStyleClass().remove("sel");
            if (next.id().equals(board.day().cursor().get().visitId())) {
                getStyleClass().add("sel");
            }
            var since =
                    texts.get("appointment.waiting.since", Times.at(board.desk(), next.since()));
            here.setText(since);
            setTooltip(here);
            setAccessibleText(person + ", " + texts.get("appointment.waiting.for", minutes));
            setAccessibleHelp(since);
        }

        /// When he is booked and with whom; else his ticket and whom he waits for.
        private String detail(Waiter next) {
            var doctor = Times.practitioner(board.desk(), next.practitionerId());
            return next.visit().map(visit -> Times.start(board.desk(), visit)).orElse(next.ticket())
                    + " · "
                    + (doctor.isEmpty() ? texts.get("appointment.waiting.walk-in") : doctor);
        }
    }
}
