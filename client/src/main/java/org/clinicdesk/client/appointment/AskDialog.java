package org.clinicdesk.client.appointment;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.patient.v1.PatientServiceGrpc;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The number of somebody who is expected, large enough to dial it from, and one key for what he said.
final class AskDialog {

    private final Desk desk;
    private final Texts texts;
    private final LateModel calls;
    private final Appointment visit;
    private final Dialog dialog;

    private AskDialog(Desk desk, LateModel calls, Appointment visit) {
        this.desk = desk;
        this.texts = desk.texts();
        this.calls = calls;
        this.visit = visit;
        this.dialog =
                new Dialog(desk.layers(), texts, "appointment-ask", visit.getPerson().getName());
    }

    static void open(Board board, Visit visit) {
        if (board.actions().rights().mayWrite() && visit.expected()) {
            open(board.desk(), new LateModel(board), visit.appointment());
        }
    }

    static void open(Desk desk, LateModel calls, Appointment visit) {
        var dialog = new AskDialog(desk, calls, visit);
        if (desk.may(PatientServiceGrpc.getGetPatientMethod())) {
            calls.phones(visit, dialog::show);
        } else {
            dialog.show(List.of());
        }
    }

    private void show(List<String> phones) {
        var body = Boxes.column(14, CallDialog.numbers(texts, "appointment-ask", phones));
        calls.called(visit)
                .ifPresent(last -> body.getChildren().add(Labels.paragraph(calls.words(last))));
        body.getChildren().addAll(Boxes.rule(), answers());
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        dialog.say(when()).body(body).cancel(texts.get("kit.close")).show();
    }

    /// `Tue 24 November, 09:30 · Dr. Lê Thu Hà · message left`.
    private String when() {
        return Stream.of(
                        texts.dates().day(Times.date(desk, visit))
                                + ", "
                                + Times.start(desk, visit),
                        Times.practitioner(desk, visit.getPractitionerId()),
                        new VisitWords(desk).said(visit))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private VBox answers() {
        var box = Boxes.column(8);
        Answer.of(visit).forEach(answer -> box.getChildren().add(row(answer)));
        Boxes.first(((HBox) box.getChildren().getFirst()).getChildren().getFirst());
        return box;
    }

    private Node row(Answer answer) {
        var button =
                Buttons.wide(
                        Buttons.plain(
                                "appointment-ask." + answer.name().toLowerCase(Locale.ROOT),
                                texts.get("appointment.answer." + answer),
                                answer.icon(),
                                () -> answer(answer)));
        return Boxes.row(8, Boxes.onEnter(button, button::fire), Kbd.of(answer.key()));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        Answer.of(visit).stream()
                .filter(answer -> answer.key().equals(event.getCode().getName()))
                .findFirst()
                .ifPresent(answer -> {
                    event.consume();
                    answer(answer);
                });
    }

    private void answer(Answer answer) {
        dialog.hide();
        calls.answer(visit, answer);
    }
}
