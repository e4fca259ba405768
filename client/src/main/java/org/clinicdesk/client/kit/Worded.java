package org.clinicdesk.client.kit;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Says the values of a choice in words. One way only: nothing is typed into a closed choice.
public final class Worded<T> extends StringConverter<T> {

    private final Function<T, String> words;

    private Worded(Function<T, String> words) {
        this.words = words;
    }

    /// @param words of a value; nothing is said of none
    public static <T> StringConverter<T> by(Function<T, String> words) {
        return new Worded<>(words);
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException();
    }
}
