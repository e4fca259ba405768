package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clinicdesk.client.appointment.InsteadModel.Instead;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Kbd;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.platform.Texts;

import java.util.ArrayList;
import java.util.List;

/// What there is instead of a time that was refused, a line each with the key that takes it: Alt and its number, for the
/// keyboard may be anywhere in the form. The waiting list comes last.
final class InsteadPane {

    private static final double CAP_WIDTH = 42;

    private final BookingModel model;
    private final Texts texts;
    private final Runnable taken;
    private final VBox box = Boxes.column(0);
    private final List<Button> lines = new ArrayList<>();

    /// @param taken told when another time was taken
    InsteadPane(BookingModel model, Runnable taken) {
        this.model = model;
        this.texts = model.desk().texts();
        this.taken = taken;
        box.setId("appointment-book.instead");
        InvalidationListener show = change -> show();
        model.when().instead().offers().addListener(show);
        model.when().offering().addListener(show);
        show();
    }

    VBox node() {
        return box;
    }

    /// Takes a key pressed anywhere in the form.
    void key(KeyEvent event) {
        if (!event.isAltDown() || event.isShortcutDown() || lines.isEmpty()) {
            return;
        }
        var number = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
        if (number >= 0 && number < lines.size() && number < 9) {
            event.consume();
            lines.get(number).fire();
        } else if (event.getCode() == KeyCode.W && model.mayWait()) {
            event.consume();
            model.putOnWaitingList();
        }
    }

    private void show() {
        box.getChildren().clear();
        lines.clear();
        var offering = model.when().offering().get();
        box.setVisible(offering);
        box.setManaged(offering);
        if (!offering) {
            return;
        }
        var offers = model.when().instead().offers();
        if (!offers.isEmpty()) {
            box.getChildren()
                    .add(
                            Labels.section(
                                    texts.get("appointment.instead").toUpperCase(texts.locale())));
        }
        offers.forEach(this::add);
        if (model.mayWait()) {
            box.getChildren()
                    .add(
                            line(
                                    "appointment-book.wait",
                                    texts.get("appointment.instead.wait"),
                                    "",
                                    "Alt+W",
                                    model::putOnWaitingList));
        }
    }

    private void add(Instead offer) {
        var number = lines.size() + 1;
        var line =
                line(
                        "appointment-book.instead-" + number,
                        words(offer),
                        kind(offer),
                        "Alt+" + number,
                        () -> take(offer));
        lines.add(line);
        box.getChildren().add(line);
    }

    private void take(Instead offer) {
        model.when().take(offer);
        taken.run();
    }

    /// With what another doctor is for.
    private String kind(Instead offer) {
        var kind = texts.get("appointment.instead." + offer.kind().name());
        var specialty = Times.specialty(model.desk(), offer.practitionerId());
        return offer.kind() == InsteadModel.Kind.OTHER_DOCTOR && !specialty.isEmpty()
                ? kind + " · " + specialty
                : kind;
    }

    /// `Wed 25 November, 10:00 · Dr. Lê Thu Hà`; of the day that was asked for the time alone.
    private String words(Instead offer) {
        var day =
                offer.kind() == InsteadModel.Kind.OTHER_DAY
                        ? texts.dates().day(offer.date()) + ", "
                        : "";
        return day
                + Times.clock(offer.minute())
                + " · "
                + Times.practitioner(model.desk(), offer.practitionerId());
    }

    /// @param caps empty where no key is left
    static Button line(String id, String words, String kind, String caps, Runnable action) {
        var text = Labels.of(words, "small", "medium");
        text.setMinWidth(0);
        var tag = Labels.of(kind, "tiny", "muted");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        var button = Boxes.styled(new Button(), "waiting");
        button.setId(id);
        button.setAccessibleText(kind.isEmpty() ? words : words + ", " + kind);
        var cap = Kbd.of(caps);
        cap.setVisible(!caps.isEmpty());
        cap.setPrefWidth(CAP_WIDTH);
        cap.setAlignment(Pos.CENTER);
        var row = Boxes.row(10, cap, Boxes.grow(text), tag);
        row.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setOnAction(event -> action.run());
        Buttons.wide(button);
        row.prefWidthProperty().bind(button.widthProperty().subtract(20));
        return button;
    }
}
