package org.clinicdesk.client.platform;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

import java.util.Locale;
import java.util.function.Function;

/// What a model says. It keeps the way to say it, not the words, so that it changes its language with the desk.
public final class Phrase {

    private static final Function<Texts, String> NOTHING = texts -> "";

    private final Texts texts;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ChangeListener<Locale> translated = (property, before, now) -> write();
    private Function<Texts, String> words = NOTHING;

    public Phrase(Texts texts) {
        this.texts = texts;
        // Weak, because the texts outlive every screen.
        texts.language().addListener(new WeakChangeListener<>(translated));
    }

    public void say(Function<Texts, String> words) {
        this.words = words;
        write();
    }

    public void say(String key, Object... arguments) {
        say(it -> it.get(key, arguments));
    }

    public void say(Problem problem) {
        say(problem::text);
    }

    public void clear() {
        say(NOTHING);
    }

    /// The words in the language of the moment; empty while there is nothing to say.
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    private void write() {
        text.set(words.apply(texts));
    }
}
