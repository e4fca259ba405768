package org.clinicdesk.server.drug;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages the knowledge speaks and understands; each is read when it is first spoken, so that the start does not
/// wait for it.
final class Languages {
    private final Map<String, Lazy<Translations>> spoken;
    private final Map<String, Lazy<Retelling>> understood;
    private final Lazy<Retelling> english;

    Languages(Tables tables) {
        spoken =
                Translations.LANGUAGES.stream()
                        .collect(Collectors.toUnmodifiableMap(it -> it, it -> read(it, tables)));
        understood =
                spoken.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        it ->
                                                new Lazy<>(() ->
                                                        new Retelling(
                                                                it.getValue().get(),
                                                                text -> false))));
        english = new Lazy<>(() -> new Retelling(Translations.ENGLISH, this::isEnglish));
    }

    private static Lazy<Translations> read(String language, Tables tables) {
        Lazy<Table> table = tables.later(Translations.file(language));
        return new Lazy<>(() -> Translations.read(language, table.get()));
    }

    private boolean isEnglish(String text) {
        return spoken.values().stream().anyMatch(words -> words.get().knows(Phrase.text(text)));
    }

    /// English where a language is not spoken.
    Translations in(Locale language) {
        Lazy<Translations> words = spoken.get(language.getLanguage());
        return words == null ? Translations.ENGLISH : words.get();
    }

    /// What the checks said in any of the languages, in this one; as it stands when it is not understood.
    String said(String text, Locale language) {
        Lazy<Retelling> own =
                Optional.ofNullable(understood.get(language.getLanguage())).orElse(english);
        if (text.isEmpty() || own.get().read(text).isPresent()) {
            return text;
        }
        return Stream.concat(understood.values().stream(), Stream.of(english))
                .flatMap(other -> other.get().read(text).stream())
                .map(in(language)::say)
                .findFirst()
                .orElse(text);
    }
}
