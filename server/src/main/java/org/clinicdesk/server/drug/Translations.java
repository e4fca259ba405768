package org.clinicdesk.server.drug;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the knowledge says, in one language. What is not translated, as a practice's own rules may be, is said in the
/// words of its rule: better read in another language than not at all.
final class Translations {
    /// The languages the knowledge speaks beside its own, English.
    static final List<String> LANGUAGES = List.of("es", "vi");

    static final Translations ENGLISH =
            new Translations(Locale.ENGLISH, Map.of(), Nomenclature.INN);

    private record Text(String text, boolean reviewed) {}

    private final Locale locale;
    private final Map<String, Text> byEnglish;
    private final Nomenclature names;

    private Translations(Locale locale, Map<String, Text> byEnglish, Nomenclature names) {
        this.locale = locale;
        this.byEnglish = byEnglish;
        this.names = names;
    }

    static String file(String language) {
        return "texts_" + language + ".tsv";
    }

    static Translations read(String language, Table table, Nomenclature names) {
        Map<String, Text> texts = HashMap.newHashMap(table.rows().size());
        for (Table.Row row : table.rows()) {
            boolean reviewed = !row.get("reviewed").isEmpty();
            texts.put(row.required("en"), new Text(row.required("text"), reviewed));
        }
        return new Translations(Locale.of(language), texts, names);
    }

    /// What medicines are called.
    Nomenclature names() {
        return names;
    }

    String say(Phrase phrase) {
        String pattern = pattern(phrase);
        if (phrase.parts().isEmpty()) {
            return pattern;
        }
        Object[] parts = phrase.parts().stream().map(this::say).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(parts);
    }

    /// What an agent is called.
    String name(Agent agent) {
        return say(Phrase.text(agent.name()));
    }

    /// Whether it can be said in the language, with all its parts.
    boolean knows(Phrase phrase) {
        return phrase.all().map(Phrase::english).allMatch(this::knows);
    }

    /// Whether a named clinician has signed how it is said.
    boolean reviewed(Phrase phrase) {
        return phrase.all()
                .map(part -> byEnglish.get(part.english()))
                .allMatch(text -> text == null || text.reviewed());
    }

    private boolean knows(String english) {
        return english.isEmpty()
                || this == ENGLISH
                || byEnglish.containsKey(english)
                || names.knows(english);
    }

    private String pattern(Phrase phrase) {
        Text text = byEnglish.get(phrase.english());
        return text == null ? names.say(phrase.english()) : text.text();
    }

    private String say(Object part) {
        return switch (part) {
            case Phrase phrase -> say(phrase);
            case BigDecimal number -> number(number);
            case LocalDate day -> days().format(day);
            case YearMonth month -> months().format(month);
            default -> part.toString();
        };
    }

    /// Month and day are numbers only where nobody doubts their order.
    private DateTimeFormatter days() {
        return DateTimeFormatter.ofPattern(vietnamese() ? "dd/MM/yyyy" : "d MMM yyyy", locale);
    }

    private DateTimeFormatter months() {
        return DateTimeFormatter.ofPattern(vietnamese() ? "MM/yyyy" : "MMM yyyy", locale);
    }

    private boolean vietnamese() {
        return locale.getLanguage().equals("vi");
    }

    /// A day that was said in the language.
    Optional<LocalDate> day(String said) {
        try {
            return Optional.of(LocalDate.parse(said, days()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// How a sentence is said, its parts in their places.
    String pattern(Sentence sentence) {
        return pattern(sentence.of());
    }

    /// The English of each text as it is said in the language.
    Map<String, String> englishBySaid() {
        return byEnglish.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                it -> it.getValue().text(),
                                Map.Entry::getKey,
                                (one, other) -> one));
    }

    /// Without signs between thousands, which one language reads as the decimal sign of another.
    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
