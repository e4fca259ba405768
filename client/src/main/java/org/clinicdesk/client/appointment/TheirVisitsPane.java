package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clinicdesk.appointment.v1.Appointment;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The visits that the person of a form has already, today's first; a warning when he comes on that day anyway.
final class TheirVisitsPane {

    private static final int MOST = 4;
    private static final double TIME_WIDTH = 108;

    private final BookingModel model;
    private final Texts texts;
    private final VBox box = Boxes.column(2);

    TheirVisitsPane(BookingModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        box.setId("appointment-book.visits");
        InvalidationListener show = change -> show();
        model.theirs().visits().addListener(show);
        model.when().slot().addListener(show);
        show();
    }

    VBox node() {
        return box;
    }

    private void show() {
        var visits = model.theirs().visits();
        box.getChildren().clear();
        if (model.theirs().on(model.when().slot().get().date())) {
            box.getChildren().add(warning());
        }
        visits.stream().limit(MOST).map(this::line).forEach(box.getChildren()::add);
        if (visits.size() > MOST) {
            box.getChildren()
                    .add(
                            Labels.of(
                                    texts.get("appointment.book.more-visits", visits.size() - MOST),
                                    "tiny",
                                    "muted"));
        }
        box.setVisible(!visits.isEmpty());
        box.setManaged(!visits.isEmpty());
    }

    private Node warning() {
        var words = Labels.of(texts.get("appointment.book.same-day"), "small", "medium");
        words.setWrapText(true);
        var row =
                Boxes.styled(
                        new HBox(8, Icons.of("mdi2c-calendar-alert"), words),
                        "same-day",
                        Tint.AMBER.style());
        row.setId("appointment-book.same-day");
        return row;
    }

    private Node line(Appointment visit) {
        var desk = model.desk();
        var day = Times.date(desk, visit);
        var when =
                day.equals(desk.today())
                        ? texts.get("appointment.today")
                        : texts.dates().weekday(day) + " " + texts.dates().dayAndMonth(day);
        var time = Labels.of(when + " " + Times.start(desk, visit), "tiny", "medium");
        time.setMinWidth(TIME_WIDTH);
        var what =
                Labels.of(
                        Stream.of(
                                        Times.practitioner(desk, visit.getPractitionerId()),
                                        Times.service(desk, visit.getServiceId()),
                                        texts.get("appointment.status." + visit.getStatus().name()))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        "tiny",
                        "muted");
        var row = Boxes.row(8, time, Boxes.grow(what));
        row.setAccessibleText(time.getText() + ", " + what.getText());
        return row;
    }
}
