package org.clinicdesk.client.kit;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import org.clinicdesk.client.platform.Texts;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Which day a screen is about: the day before, today, the day after, or any day typed or chosen from a calendar.
public final class DayPick {

    /// Day, month and year can be read.
    private static final double WHOLE = 128;

    private DayPick() {}

    /// @param room the texts are `room.day.previous`, `room.day.today`, `room.day.next`, `room.day`, `room.day.none`
    /// @param screen prefix of the ids of the nodes: `report-day`
    /// @param date `null` when the screen is about no day in particular
    public static HBox of(
            Texts texts,
            String room,
            String screen,
            ObjectProperty<@Nullable LocalDate> date,
            LocalDate today) {
        var picker = picker(texts, screen + ".date", texts.get(room + ".day"), date);
        picker.setPromptText(texts.get(room + ".day.none"));
        return Boxes.row(
                4,
                Buttons.small(
                        Buttons.icon(
                                screen + ".previous",
                                "mdi2c-chevron-left",
                                texts.get(room + ".day.previous"),
                                () -> go(date, today, -1))),
                Buttons.small(
                        Buttons.plain(
                                screen + ".today",
                                texts.get(room + ".day.today"),
                                () -> date.set(today))),
                Buttons.small(
                        Buttons.icon(
                                screen + ".next",
                                "mdi2c-chevron-right",
                                texts.get(room + ".day.next"),
                                () -> go(date, today, 1))),
                picker);
    }

    /// The day alone, typed or chosen from a calendar.
    ///
    /// @param name what the day is, for screen readers
    public static DatePicker picker(
            Texts texts, String id, String name, ObjectProperty<@Nullable LocalDate> date) {
        var picker = new DatePicker();
        picker.setId(id);
        picker.setConverter(converter(texts, date));
        picker.getEditor().setAccessibleText(name);
        picker.setPrefWidth(150);
        picker.setMinWidth(WHOLE);
        picker.valueProperty().bindBidirectional(date);
        return picker;
    }

    /// Goes so many days on; from no day in particular, to today.
    public static void go(ObjectProperty<@Nullable LocalDate> date, LocalDate today, int days) {
        var now = date.get();
        date.set(now == null ? today : now.plusDays(days));
    }

    /// Months are words, so that what was understood is never in doubt. What is no date leaves the one before.
    private static StringConverter<LocalDate> converter(
            Texts texts, ObjectProperty<@Nullable LocalDate> date) {
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
                var now = date.get();
                return DateText.read(typed)
                        .filter(iso -> iso.length() == 10)
                        .map(LocalDate::parse)
                        .orElse(now);
            }
        };
    }
}
