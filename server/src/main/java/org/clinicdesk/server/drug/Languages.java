package org.clinicdesk.server.drug;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages the knowledge speaks and understands; each is read when it is first spoken, so that the start does not
/// wait for it.
final class Languages {
    private final Map<String, Lazy<Nomenclature>> names;
    private final Map<String, Lazy<Translations>> spoken;
    private final Map<String, Lazy<Retelling>> understood;
    private final Lazy<Retelling> english;

    /// @param products of the formulary
    Languages(Tables tables, Collection<Medicine> products) {
        names = byLanguage(it -> names(it, tables, products));
        spoken = byLanguage(it -> texts(it, tables));
        understood = byLanguage(it -> new Lazy<>(() -> retelling(it)));
        english = new Lazy<>(() -> new Retelling(Translations.ENGLISH, this::isEnglish));
    }

    private static <T> Map<String, Lazy<T>> byLanguage(Function<String, Lazy<T>> made) {
        return Translations.LANGUAGES.stream()
                .collect(Collectors.toUnmodifiableMap(it -> it, made));
    }

    private static Lazy<Nomenclature> names(
            String language, Tables tables, Collection<Medicine> products) {
        Lazy<Table> table = tables.later(Nomenclature.file(language));
        return new Lazy<>(() -> Nomenclature.read(language, table.get(), products));
    }

    private Lazy<Translations> texts(String language, Tables tables) {
        Lazy<Table> table = tables.later(Translations.file(language));
        return new Lazy<>(() -> Translations.read(language, table.get(), names(language)));
    }

    private Retelling retelling(String language) {
        return new Retelling(in(Locale.of(language)), text -> false);
    }

    /// What medicines are called; by their INN where a language is not spoken.
    Nomenclature names(Locale language) {
        return names(language.getLanguage());
    }

    private Nomenclature names(String language) {
        Lazy<Nomenclature> known = names.get(language);
        return known == null ? Nomenclature.INN : known.get();
    }

    /// In every language but English.
    Stream<Nomenclature> names() {
        return names.values().stream().map(Lazy::get);
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
