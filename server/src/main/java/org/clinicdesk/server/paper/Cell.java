package org.clinicdesk.server.paper;

import org.clinicdesk.server.paper.Table.Kind;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/// One typed value of a [Table].
public sealed interface Cell {
    DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    record Empty() implements Cell {}

    record Text(String value) implements Cell {}

    record Whole(long value) implements Cell {}

    record Minutes(long value) implements Cell {}

    /// Wall time of the clinic.
    record Time(LocalTime value) implements Cell {}

    /// 0 to 100.
    record Percent(int value) implements Cell {}

    /// A word of a fixed list, by its text key.
    record Word(String key) implements Cell {}

    /// How the contract carries it: numbers in digits, "09:30", the key of a word.
    default String wire() {
        return switch (this) {
            case Empty() -> "";
            case Text(var value) -> value;
            case Whole(var value) -> Long.toString(value);
            case Minutes(var value) -> Long.toString(value);
            case Time(var value) -> HOUR_AND_MINUTE.format(value);
            case Percent(var value) -> Integer.toString(value);
            case Word(var key) -> key;
        };
    }

    default boolean fits(Kind kind) {
        return switch (this) {
            case Empty() -> true;
            case Text(_) -> kind == Kind.TEXT;
            case Whole(_) -> kind == Kind.INTEGER;
            case Minutes(_) -> kind == Kind.MINUTES;
            case Time(_) -> kind == Kind.TIME;
            case Percent(_) -> kind == Kind.PERCENT;
            case Word(_) -> kind == Kind.WORD;
        };
    }

    /// How paper shows it.
    default String printed(Words words) {
        return switch (this) {
            case Whole(var value) -> words.text("paper.report.whole", value);
            case Minutes(var value) -> words.text("paper.report.minutes", value);
            case Percent(var value) -> words.text("paper.report.percent", value);
            case Word(var key) -> words.text(key);
            default -> wire();
        };
    }
}
