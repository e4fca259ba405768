package org.clinicdesk.client.followup;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Redraw;
import org.clinicdesk.client.platform.Texts;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The follow-ups of one person as a part of his record: a heading with its lines, and the way to another one.
final class PersonView {

    private static final int MOST = 6;

    private final PersonModel model;
    private final Texts texts;
    private final Words words;
    private final VBox root = Boxes.column(6);

    PersonView(PersonModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        this.words = new Words(model.desk());
        root.setId("followup-panel");
        Redraw.of(root, this::draw, model.followUps());
        draw();
    }

    Parent root() {
        return root;
    }

    private void draw() {
        root.getChildren()
                .setAll(
                        Labels.section(
                                texts.get("followup.panel.title").toUpperCase(texts.locale())));
        model.followUps().stream().limit(MOST).map(this::line).forEach(root.getChildren()::add);
        if (model.followUps().isEmpty()) {
            root.getChildren().add(Labels.muted(texts.get("followup.none")));
        }
        model.person()
                .flatMap(model.desk()::seeAgain)
                .ifPresent(order ->
                        root.getChildren()
                                .add(
                                        Boxes.row(
                                                0,
                                                Buttons.small(
                                                        Buttons.plain(
                                                                "followup-panel.order",
                                                                texts.get("followup.order"),
                                                                "mdi2c-calendar-refresh-outline",
                                                                order)))));
    }

    private Node line(FollowUp followUp) {
        var state =
                Pill.of(
                        texts.get("followup.state." + words.state(followUp)),
                        words.state(followUp).tint());
        state.setMinWidth(Label.USE_PREF_SIZE);
        var lines =
                Boxes.grow(
                        Boxes.column(
                                1,
                                wrapped(Labels.text(what(followUp))),
                                wrapped(Labels.of(detail(followUp), "tiny", "muted"))));
        var row = Boxes.row(6, lines, state);
        if (model.withdrawing().may(followUp)) {
            row.getChildren()
                    .add(
                            Buttons.small(
                                    Buttons.icon(
                                            "followup-panel.withdraw-" + followUp.getId(),
                                            "mdi2c-close",
                                            texts.get("followup.withdraw"),
                                            () ->
                                                    WithdrawDialog.open(
                                                            model.withdrawing(), followUp))));
        }
        return row;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /// `15 Dec 2026 · Follow-up`, or when it is booked for.
    private String what(FollowUp followUp) {
        var day =
                followUp.hasAppointmentStart()
                        ? words.when(followUp.getAppointmentStart())
                        : words.due(followUp);
        return day + " · " + words.service(followUp.getServiceId());
    }

    private String detail(FollowUp followUp) {
        return Stream.of(
                        words.left(followUp),
                        followUp.getReason(),
                        words.practitioner(followUp.getPractitionerId()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
