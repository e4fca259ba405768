package org.clinicdesk.client.followup;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.DateText;
import org.clinicdesk.client.kit.Dialog;
import org.clinicdesk.client.kit.Labels;
import org.clinicdesk.client.kit.Segments;
import org.clinicdesk.client.kit.Typing;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.session.v1.Desk.Practitioner;
import org.clinicdesk.session.v1.Desk.Service;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// Asks when somebody is to be seen again, with whom and what for. Alt and a digit choose how long from now.
final class OrderDialog {

    private static final double WIDTH = 640;
    private static final int LONGEST_REASON = 300;

    private final Texts texts;
    private final OrderModel model;
    private final Dialog dialog;

    private OrderDialog(Desk desk, OrderModel model) {
        this.texts = desk.texts();
        this.model = model;
        this.dialog =
                new Dialog(
                        desk.layers(),
                        texts,
                        "followup-order",
                        texts.get("followup.order.title", model.person().getName()));
    }

    static void open(Desk desk, OrderModel model) {
        new OrderDialog(desk, model).show();
    }

    private void show() {
        var body =
                Boxes.column(
                        14,
                        field("interval", Boxes.row(0, interval())),
                        new HBox(12, field("due", due()), field("service", service())),
                        field("practitioner", practitioner()),
                        field("reason", reason()));
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        dialog.width(WIDTH)
                .keeps(() -> model.person().getName())
                .body(body)
                .primary(
                        texts.get("followup.order.go"),
                        () -> {
                            model.order(dialog::hide);
                            return false;
                        })
                .show();
    }

    private void key(KeyEvent event) {
        var number = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
        var all = Interval.values();
        if (event.isAltDown() && number >= 0 && number < all.length) {
            event.consume();
            model.interval().set(all[number]);
        }
    }

    private HBox interval() {
        var segments =
                Segments.of(
                        "followup-order.interval",
                        List.of(Interval.values()),
                        it -> texts.get("followup.interval." + it),
                        model.interval());
        segments.getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .forEach(Boxes::first);
        return segments;
    }

    private Region due() {
        var picker = new DatePicker();
        picker.setId("followup-order.due");
        picker.getEditor().setAccessibleText(texts.get("followup.due"));
        picker.setConverter(dates(model.due()));
        picker.valueProperty().bindBidirectional(model.due());
        picker.setMaxWidth(Double.MAX_VALUE);
        var wrong = Labels.of("", "field-error");
        wrong.setId("followup-order.wrong");
        wrong.setWrapText(true);
        wrong.textProperty().bind(model.wrong());
        wrong.visibleProperty().bind(model.wrong().isNotEmpty());
        wrong.managedProperty().bind(model.wrong().isNotEmpty());
        return Boxes.column(4, picker, wrong);
    }

    /// Months are words, so that what was understood is never in doubt. What is no date leaves the one before.
    private StringConverter<LocalDate> dates(ObjectProperty<@Nullable LocalDate> date) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate value) {
                return value == null ? "" : texts.dates().date(value);
            }

            @Override
            public @Nullable LocalDate fromString(String typed) {
                if (typed.isBlank()) {
                    return null;
                }
                return DateText.read(typed)
                        .filter(iso -> iso.length() == 10)
                        .map(LocalDate::parse)
                        .orElse(date.get());
            }
        };
    }

    private Region service() {
        return combo("service", model.services(), Service::getName, model.service());
    }

    private Region practitioner() {
        return combo(
                "practitioner", model.practitioners(), Practitioner::getName, model.practitioner());
    }

    private <T> ComboBox<T> combo(
            String name,
            List<T> values,
            Function<T, String> words,
            ObjectProperty<@Nullable T> value) {
        var combo = new ComboBox<T>();
        combo.setId("followup-order." + name);
        combo.setAccessibleText(texts.get("followup." + name));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Worded.by(words::apply));
        combo.getItems().setAll(values);
        combo.valueProperty().bindBidirectional(value);
        return combo;
    }

    private Region reason() {
        var reason = new TextField();
        reason.setId("followup-order.reason");
        reason.setAccessibleText(texts.get("followup.reason"));
        Typing.only(reason, text -> text.length() <= LONGEST_REASON);
        reason.textProperty().bindBidirectional(model.reason());
        return reason;
    }

    private VBox field(String name, Node control) {
        var label = Labels.of(texts.get("followup." + name), "field-label");
        label.setLabelFor(control);
        label.setMinHeight(Label.USE_PREF_SIZE);
        var box = Boxes.styled(Boxes.column(4, label, control), "field");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
