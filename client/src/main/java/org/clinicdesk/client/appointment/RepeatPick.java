package org.clinicdesk.client.appointment;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

import org.clinicdesk.client.kit.Boxes;
import org.clinicdesk.client.kit.Worded;
import org.clinicdesk.client.platform.Texts;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Once, or every few weeks so many times.
final class RepeatPick {

    private static final List<Integer> WEEKS = List.of(0, 1, 2, 3, 4, 6, 8, 12);
    private static final int MOST_TIMES = 26;

    private RepeatPick() {}

    static Node of(Texts texts, BookingModel model) {
        var weeks =
                combo(
                        "every",
                        texts,
                        WEEKS,
                        every ->
                                every == 0
                                        ? texts.get("appointment.repeat.once")
                                        : texts.get("appointment.repeat.every", every),
                        model.everyWeeks());
        var times =
                combo(
                        "times",
                        texts,
                        IntStream.rangeClosed(2, MOST_TIMES).boxed().toList(),
                        count -> texts.get("appointment.repeat.times", count),
                        model.times());
        times.visibleProperty().bind(model.everyWeeks().isNotEqualTo(0));
        return Boxes.row(8, weeks, times);
    }

    private static ComboBox<Integer> combo(
            String name,
            Texts texts,
            List<Integer> values,
            IntFunction<String> words,
            ObjectProperty<Integer> value) {
        var combo = new ComboBox<Integer>();
        combo.setId("appointment-book." + name);
        combo.setAccessibleText(texts.get("appointment.repeat"));
        combo.setConverter(Worded.by(words::apply));
        combo.getItems().setAll(values);
        combo.valueProperty().bindBidirectional(value);
        return combo;
    }
}
