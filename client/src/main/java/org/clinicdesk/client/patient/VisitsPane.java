package org.clinicdesk.client.patient;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.appointment.v1.AppointmentStatus;
import org.clinicdesk.appointment.v1.Confirmation;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.StatusPill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The visits of one person: what is to come, each with what can be said of it at one press, and what was.
final class VisitsPane {

    private static final int AHEAD_AT_A_GLANCE = 3;
    private static final int PAST_AT_A_GLANCE = 3;
    private static final double TALL = 420;

    private final Desk desk;
    private final Texts texts;
    private final VisitsModel model;
    private final String screen;
    private final boolean words;
    private final Runnable pressed;

    /// @param screen prefix of the ids
    /// @param words on the buttons, where there is room for them
    /// @param pressed done before anything is said of a visit
    private VisitsPane(
            Desk desk, VisitsModel model, String screen, boolean words, Runnable pressed) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.screen = screen;
        this.words = words;
        this.pressed = pressed;
    }

    /// The first of them, for the side of a screen; nothing when the person has none.
    ///
    /// @param today whether those of today are among them
    static List<Node> atAGlance(
            Desk desk, VisitsModel model, String screen, String patientId, boolean today) {
        var visits = model.visits().get();
        var ahead = today ? both(visits.today(), visits.ahead()) : visits.ahead();
        if (ahead.isEmpty() && visits.past().isEmpty()) {
            return List.of();
        }
        var pane = new VisitsPane(desk, model, screen + ".visits", false, () -> {});
        var box =
                pane.list(
                        ahead.stream().limit(AHEAD_AT_A_GLANCE).toList(),
                        visits.past().stream().limit(PAST_AT_A_GLANCE).toList());
        if (ahead.size() > AHEAD_AT_A_GLANCE || visits.past().size() > PAST_AT_A_GLANCE) {
            box.getChildren()
                    .add(
                            Buttons.link(
                                    screen + ".visits.all",
                                    desk.texts()
                                            .get(
                                                    "patient.visits.all",
                                                    ahead.size() + visits.past().size()),
                                    () -> open(desk, patientId)));
        }
        var title = desk.texts().get("patient.panel.visits");
        return List.of(Boxes.rule(), Labels.section(title.toUpperCase(desk.texts().locale())), box);
    }

    /// All of them, over the screen: to be reached by the keyboard.
    static void open(Desk desk, String patientId) {
        var model = new VisitsModel(desk);
        model.show(patientId, () -> show(desk, model));
    }

    private static void show(Desk desk, VisitsModel model) {
        var visits = model.visits().get();
        if (visits.none()) {
            desk.notices().reminder(desk.texts().get("patient.visits.none"));
            return;
        }
        var person = both(both(visits.today(), visits.ahead()), visits.past()).getFirst();
        var dialog =
                new Dialog(
                        desk.layers(),
                        desk.texts(),
                        "patient-visits",
                        person.getPerson().getName());
        var pane = new VisitsPane(desk, model, "patient-visits", true, dialog::hide);
        var list = pane.list(both(visits.today(), visits.ahead()), visits.past());
        var scroll = Boxes.styled(new ScrollPane(list), "page-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALL);
        dialog.width(620).body(scroll).cancel(desk.texts().get("kit.close")).show();
    }

    private static List<Appointment> both(List<Appointment> first, List<Appointment> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private VBox list(List<Appointment> ahead, List<Appointment> past) {
        var box = Boxes.column(10);
        for (var visit : ahead) {
            box.getChildren().add(ahead(screen + "." + box.getChildren().size(), visit));
        }
        for (var visit : past) {
            box.getChildren().add(past(screen + "." + box.getChildren().size(), visit));
        }
        return box;
    }

    private Node ahead(String id, Appointment visit) {
        return visit(id, visit, "mdi2c-calendar-clock", model.steps().when(visit));
    }

    private Node past(String id, Appointment visit) {
        var day = texts.dates().date(model.steps().date(visit));
        var icon =
                model.steps().date(visit).isBefore(desk.today())
                        ? "mdi2h-history"
                        : "mdi2c-calendar-remove-outline";
        return visit(id, visit, icon, day + ", " + model.steps().time(visit));
    }

    private Node visit(String id, Appointment visit, String icon, String when) {
        var line = new HBox(8, Icons.of(icon), Labels.of(when, "small", "medium"), Boxes.spacer());
        pill(visit).ifPresent(line.getChildren()::add);
        var buttons = buttons(id, visit);
        var what = Labels.of(what(visit), "tiny", "muted");
        what.setMinWidth(0);
        var second = Boxes.row(4, Boxes.grow(what));
        second.getStyleClass().add("visit-of-person");
        var box = Boxes.column(2, Boxes.row(0, Boxes.grow(line)), second);
        if (!buttons.isEmpty()) {
            var row = new FlowPane(4, 4);
            row.getChildren().addAll(buttons);
            box.getChildren().add(row);
        }
        box.setId(id);
        return box;
    }

    /// How it stands, where that is not plain.
    private java.util.Optional<Node> pill(Appointment visit) {
        var status = visit.getStatus();
        if (status == AppointmentStatus.APPOINTMENT_STATUS_BOOKED) {
            return visit.getConfirmation() == Confirmation.CONFIRMATION_CONFIRMED
                    ? java.util.Optional.of(
                            Pill.of(texts.get("patient.visits.confirmed"), Tint.GREEN))
                    : java.util.Optional.empty();
        }
        return java.util.Optional.of(StatusPill.of(texts, status));
    }

    /// Whom with and what for.
    private String what(Appointment visit) {
        return Stream.of(
                        model.steps().practitioner(visit),
                        model.steps().service(visit),
                        visit.getReason())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private List<Button> buttons(String id, Appointment visit) {
        var all =
                model.steps().of(visit).stream()
                        .map(step ->
                                button(
                                        id + "." + step.name().toLowerCase(Locale.ROOT),
                                        "patient.today." + step,
                                        step.icon(),
                                        () -> SeriesDialog.run(desk, model.steps(), step, visit)))
                        .collect(Collectors.toList());
        if (model.mayMove(visit)) {
            all.add(
                    button(
                            id + ".move",
                            "patient.visits.move",
                            "mdi2c-cursor-move",
                            () -> model.move(visit)));
        }
        if (VisitsModel.onBoard(visit) && !model.steps().date(visit).isBefore(desk.today())) {
            all.add(
                    button(
                            id + ".show",
                            "patient.visits.show",
                            "mdi2c-calendar-search",
                            () -> model.showOnBoard(visit)));
        }
        return all;
    }

    /// At the side an icon alone, its words on hovering: five of them beside each other stay one line in every language.
    private Button button(String id, String textKey, String icon, Runnable action) {
        Runnable run =
                () -> {
                    pressed.run();
                    action.run();
                };
        var text = texts.get(textKey);
        return Boxes.onEnter(
                Buttons.small(
                        words
                                ? Buttons.plain(id, text, icon, run)
                                : Buttons.icon(id, icon, text, run)),
                run);
    }
}
