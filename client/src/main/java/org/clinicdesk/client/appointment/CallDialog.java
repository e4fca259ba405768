package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.ReminderOutcome;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The number of somebody who is late, large enough to dial it from, and one key for what came of the call.
final class CallDialog {

    private static final double WIDTH = 460;

    private final Desk desk;
    private final Texts texts;
    private final LateModel late;
    private final Appointment visit;
    private final TextField time = new TextField();
    private final Label wrong = Labels.of("", "field-error");
    private final Dialog dialog;

    private CallDialog(Desk desk, LateModel late, Appointment visit) {
        this.desk = desk;
        this.texts = desk.texts();
        this.late = late;
        this.visit = visit;
        this.dialog =
                new Dialog(desk.layers(), texts, "appointment-call", visit.getPerson().getName());
    }

    static void open(Desk desk, LateModel late, Appointment visit) {
        late.phones(visit, phones -> new CallDialog(desk, late, visit).show(phones));
    }

    private void show(List<String> phones) {
        var body = Boxes.column(14, numbers(texts, "appointment-call", phones));
        late.called(visit)
                .ifPresent(last -> body.getChildren().add(Labels.paragraph(late.words(last))));
        body.getChildren()
                .addAll(
                        Boxes.rule(),
                        Boxes.row(
                                16,
                                answer("reached", "R", this::reached, true),
                                answer("not-reached", "N", this::notReached, false)),
                        coming(),
                        wrong);
        wrong.setId("appointment-call.wrong");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        say("");
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        dialog.width(WIDTH)
                .say(
                        texts.get(
                                "appointment.late.call",
                                Times.start(desk, visit),
                                late.minutesLate(visit)))
                .body(body)
                .cancel(texts.get("kit.close"))
                .show();
    }

    static Node numbers(Texts texts, String id, List<String> phones) {
        if (phones.isEmpty()) {
            return Labels.paragraph(texts.get("appointment.late.no-phone"));
        }
        var box = new VBox(2);
        for (var phone : phones) {
            var number = Labels.of(phone, "figure");
            number.setId(id + ".phone." + box.getChildren().size());
            box.getChildren().add(number);
        }
        return box;
    }

    private Node answer(String name, String caps, Runnable action, boolean first) {
        var button =
                Buttons.plain(
                        "appointment-call." + name, texts.get("appointment.late." + name), action);
        if (first) {
            Boxes.first(button);
        }
        return Boxes.row(6, Boxes.onEnter(button, action), Kbd.of(caps));
    }

    /// A quarter of an hour from now is as good a guess as any.
    private Node coming() {
        var guess = desk.clock().instant().plus(Duration.ofMinutes(15));
        time.setText(texts.dates().time(toFive(guess), desk.session().zone()));
        time.setId("appointment-call.time");
        time.setAccessibleText(texts.get("appointment.late.coming"));
        time.setPrefColumnCount(5);
        time.setOnAction(event -> comes());
        var go =
                Buttons.plain(
                        "appointment-call.coming", texts.get("appointment.late.note"), this::comes);
        return Boxes.row(
                6,
                Labels.text(texts.get("appointment.late.coming")),
                Kbd.of("C"),
                time,
                Boxes.onEnter(go, this::comes));
    }

    private static Instant toFive(Instant at) {
        var minutes = at.truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / 60;
        return Instant.ofEpochSecond((minutes + 4) / 5 * 5 * 60);
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case R -> reached();
            case N -> notReached();
            case C -> {
                time.requestFocus();
                time.selectAll();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void reached() {
        note(ReminderOutcome.REMINDER_OUTCOME_REACHED, Optional.empty());
    }

    private void notReached() {
        note(ReminderOutcome.REMINDER_OUTCOME_NOT_REACHED, Optional.empty());
    }

    private void comes() {
        var expected = late.today(time.getText());
        if (expected.isEmpty()) {
            say(texts.get("appointment.late.wrong"));
            time.requestFocus();
            return;
        }
        note(ReminderOutcome.REMINDER_OUTCOME_COMING, expected);
    }

    private void say(String text) {
        wrong.setText(text);
        wrong.setVisible(!text.isEmpty());
        wrong.setManaged(!text.isEmpty());
    }

    private void note(ReminderOutcome outcome, Optional<Instant> expected) {
        dialog.hide();
        late.note(visit, outcome, expected);
    }
}
