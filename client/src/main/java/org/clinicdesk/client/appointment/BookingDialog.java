package org.clinicdesk.client.appointment;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.clinicdesk.client.kit.Alert;
import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Buttons;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Form;
import org.clinicdesk.client.kit.Icons;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Service;

/// Books a visit: when, for whom, what for. A refusal stands beside what it concerns, and nothing typed is lost.
final class BookingDialog {

    private static final double WIDTH = 540;

    private final BookingModel model;
    private final Texts texts;
    private final Label time = Labels.of("", "strong");
    private final VBox timeRefused = Boxes.column(0);
    private final PersonPick person;

    private BookingDialog(BookingModel model) {
        this.model = model;
        this.texts = model.desk().texts();
        time.setId("appointment-book.time");
        person = new PersonPick(model);
    }

    /// Opens the form at the cursor of the board.
    static void open(Board board) {
        var hide = new Runnable[] {() -> {}};
        board.booking(() -> hide[0].run())
                .ifPresent(model -> {
                    var dialog = new BookingDialog(model).dialog();
                    hide[0] = dialog::hide;
                });
    }

    private Dialog dialog() {
        var desk = model.desk();
        var dialog =
                new Dialog(
                                desk.layers(),
                                texts,
                                "appointment-book",
                                texts.get("appointment.book.title"))
                        .width(WIDTH);
        var form = new Form<>(texts, "appointment", model.draft()).text("reason");
        var service = field("appointment.service", service());
        person.chosen(service.getChildren().getLast());
        var body = Boxes.column(14, when(), person.node(), service, form.node());
        body.getStylesheets().add(BoardView.SHEET);
        model.slot().addListener(change -> showTime());
        model.service().addListener(change -> showTime());
        model.timeRefused().addListener((InvalidationListener) change -> showTimeRefused());
        showTime();
        showTimeRefused();
        dialog.body(body)
                .primary(
                        texts.get("appointment.book.go"),
                        () -> {
                            model.book();
                            return false;
                        });
        return dialog.show();
    }

    private VBox when() {
        var column = model.day().column(model.slot().get().practitionerId()).orElseThrow();
        var who =
                column.specialty().isEmpty()
                        ? column.name()
                        : column.name() + " · " + column.specialty();
        var words = Boxes.grow(Boxes.column(1, time, Labels.muted(who)));
        var earlier = step("earlier", "mdi2c-chevron-up", -1);
        var later = step("later", "mdi2c-chevron-down", 1);
        var row =
                Boxes.styled(
                        new HBox(
                                Icons.of("mdi2c-calendar-clock", "i20", "on-accent"),
                                words,
                                earlier,
                                later),
                        "when-box");
        return Boxes.column(8, row, timeRefused);
    }

    private Node step(String name, String icon, int slots) {
        return Buttons.small(
                Buttons.icon(
                        "appointment-book." + name,
                        icon,
                        texts.get("appointment.book." + name),
                        () -> model.step(slots)));
    }

    private ComboBox<Service> service() {
        var combo = new ComboBox<Service>();
        combo.setId("appointment-book.service");
        combo.setAccessibleText(texts.get("appointment.service"));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Service service) {
                        return service == null
                                ? ""
                                : service.getName()
                                        + " · "
                                        + texts.get("appointment.minutes", service.getMinutes());
                    }

                    @Override
                    public Service fromString(String text) {
                        throw new UnsupportedOperationException();
                    }
                });
        combo.getItems().setAll(model.services());
        combo.valueProperty().bindBidirectional(model.service());
        return combo;
    }

    private VBox field(String key, Region control) {
        var label = Labels.of(texts.get(key), "field-label");
        label.setLabelFor(control);
        return Boxes.styled(Boxes.column(4, label, control), "field");
    }

    private void showTime() {
        time.setText(texts.dates().day(model.day().date()) + ", " + Times.range(model.time()));
    }

    private void showTimeRefused() {
        var words = model.timeRefused().get();
        timeRefused.getChildren().clear();
        if (!words.isEmpty()) {
            var next =
                    model.nextFree().stream()
                            .map(minute ->
                                    (Node)
                                            Buttons.small(
                                                    Buttons.plain(
                                                            "appointment-book.next-free",
                                                            texts.get(
                                                                    "appointment.book.next-free",
                                                                    Times.clock(minute)),
                                                            model::takeNextFree)))
                            .toArray(Node[]::new);
            var alert = Alert.of(Tint.RED, "mdi2c-calendar-alert", words, "", next);
            alert.setId("appointment-book.time-refused");
            alert.setAccessibleText(words);
            timeRefused.getChildren().add(alert);
        }
        timeRefused.setVisible(!words.isEmpty());
        timeRefused.setManaged(!words.isEmpty());
    }
}
