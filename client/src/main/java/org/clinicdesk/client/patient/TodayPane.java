package org.clinicdesk.client.patient;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.StatusPill;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.util.List;
import java.util.Locale;

/// The visits of today of one person, each with what can be said of it: one press.
final class TodayPane {

    private final Desk desk;
    private final Texts texts;
    private final VisitSteps steps;
    private final VisitsModel visits;

    TodayPane(Desk desk, VisitSteps steps) {
        this.desk = desk;
        this.texts = desk.texts();
        this.steps = steps;
        this.visits = new VisitsModel(desk);
    }

    /// Where one of several must be chosen.
    static void open(Desk desk, TodayModel today, String patientId) {
        var visits = today.of(patientId);
        var dialog =
                new Dialog(
                        desk.layers(),
                        desk.texts(),
                        "patient-today",
                        visits.getFirst().getPerson().getName());
        var body = new TodayPane(desk, today.steps()).node("patient-today", visits, dialog::hide);
        dialog.body(body).cancel(desk.texts().get("kit.close")).show();
    }

    /// @param screen prefix of the ids
    /// @param pressed done before anything is said of a visit
    VBox node(String screen, List<Appointment> visits, Runnable pressed) {
        var box = Boxes.column(12);
        for (var visit : visits) {
            box.getChildren().add(visit(screen + "." + box.getChildren().size(), visit, pressed));
        }
        return box;
    }

    private Node visit(String id, Appointment visit, Runnable pressed) {
        var buttons = new FlowPane(6, 6);
        steps.of(visit)
                .forEach(step -> buttons.getChildren().add(button(id, step, visit, pressed)));
        if (visits.mayMove(visit)) {
            buttons.getChildren()
                    .add(
                            button(
                                    id + ".move",
                                    texts.get("patient.visits.move"),
                                    "mdi2c-cursor-move",
                                    () -> {
                                        pressed.run();
                                        visits.move(visit);
                                    }));
        }
        var line =
                Boxes.row(
                        8,
                        Labels.strong(steps.time(visit)),
                        StatusPill.of(texts, visit.getStatus()));
        return Boxes.column(6, line, Labels.muted(steps.practitioner(visit)), buttons);
    }

    private Button button(String id, VisitStep step, Appointment visit, Runnable pressed) {
        Runnable action =
                () -> {
                    pressed.run();
                    SeriesDialog.run(desk, steps, step, visit);
                };
        return button(
                id + "." + step.name().toLowerCase(Locale.ROOT),
                texts.get("patient.today." + step),
                step.icon(),
                action);
    }

    private static Button button(String id, String text, String icon, Runnable action) {
        return Boxes.onEnter(Buttons.small(Buttons.plain(id, text, icon, action)), action);
    }
}
