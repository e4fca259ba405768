package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.FollowUp;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.platform.Texts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The follow-ups that wait for the person of a form: the one that is ticked is what the visit is for.
final class TheirFollowUpsPane {

    private static final int MOST = 3;

    private final BookingModel model;
    private final Texts texts;
    private final VBox box = Boxes.column(6);

    TheirFollowUpsPane(BookingModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        box.setId("appointment-book.follow-ups");
        InvalidationListener show = change -> show();
        model.followUps().waiting().addListener(show);
        model.followUps().chosen().addListener(show);
        show();
    }

    VBox node() {
        return box;
    }

    private void show() {
        var waiting = model.followUps().waiting();
        if (waiting.size() != box.getChildren().size()) {
            box.getChildren().clear();
            waiting.stream().limit(MOST).map(this::tick).forEach(box.getChildren()::add);
        }
        box.getChildren()
                .forEach(node -> {
                    var tick = (CheckBox) node;
                    tick.setSelected(
                            model.followUps()
                                    .chosen()
                                    .get()
                                    .filter(one -> one.equals(tick.getUserData()))
                                    .isPresent());
                });
        box.setVisible(!waiting.isEmpty());
        box.setManaged(!waiting.isEmpty());
    }

    private Node tick(FollowUp followUp) {
        var desk = model.desk();
        var due = texts.dates().date(LocalDate.parse(followUp.getDue()));
        var about =
                Stream.of(
                                texts.get("appointment.book.follow-up", due),
                                Times.practitioner(desk, followUp.getPractitionerId()),
                                followUp.getReason())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
        var tick = new CheckBox(about);
        tick.setId("appointment-book.follow-up." + box.getChildren().size());
        tick.setUserData(followUp);
        tick.setWrapText(true);
        tick.setOnAction(event ->
                model.settle(tick.isSelected() ? Optional.of(followUp) : Optional.empty()));
        return tick;
    }
}
