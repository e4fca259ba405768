package org.clinicdesk.client.patient;

import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.Scope;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says something of a visit; of one in a series it is asked first which of them are cancelled. Enter is this one, a digit
/// any of them.
final class SeriesDialog {

    private static final List<Scope> SCOPES =
            List.of(Scope.SCOPE_UNSPECIFIED, Scope.SCOPE_FOLLOWING, Scope.SCOPE_ALL);

    private final Texts texts;
    private final VisitSteps steps;
    private final VisitStep step;
    private final Appointment visit;
    private final Dialog dialog;

    private SeriesDialog(Desk desk, VisitSteps steps, VisitStep step, Appointment visit) {
        this.texts = desk.texts();
        this.steps = steps;
        this.step = step;
        this.visit = visit;
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "patient-series",
                        texts.get("patient.series.title", visit.getPerson().getName()));
    }

    static void run(Desk desk, VisitSteps steps, VisitStep step, Appointment visit) {
        if (VisitSteps.asks(step, visit)) {
            new SeriesDialog(desk, steps, step, visit).show();
        } else {
            steps.run(step, visit);
        }
    }

    private void show() {
        var buttons = new ArrayList<Button>();
        var answers = Boxes.column(8);
        for (var scope : SCOPES) {
            var button = button(scope);
            buttons.add(button);
            answers.getChildren()
                    .add(
                            Boxes.row(
                                    8,
                                    Boxes.onEnter(button, button::fire),
                                    Kbd.of(Integer.toString(buttons.size()))));
        }
        Boxes.first(buttons.getFirst());
        answers.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, buttons));
        dialog.say(
                        texts.get(
                                "patient.series.place",
                                steps.when(visit),
                                visit.getSeriesNumber(),
                                visit.getSeriesVisits()))
                .body(answers)
                .cancel(texts.get("patient.series.keep"))
                .show();
    }

    private Button button(Scope scope) {
        return Buttons.wide(
                Buttons.plain(
                        "patient-series." + scope.name().toLowerCase(Locale.ROOT),
                        texts.get("patient.series." + scope.name()),
                        () -> {
                            dialog.hide();
                            steps.cancel(step, visit, scope);
                        }));
    }

    private static void key(KeyEvent event, List<Button> buttons) {
        var code = event.getCode();
        for (int i = 0; i < buttons.size(); i++) {
            if (code.isDigitKey() && code.getName().endsWith(Integer.toString(i + 1))) {
                event.consume();
                buttons.get(i).fire();
                return;
            }
        }
    }
}
