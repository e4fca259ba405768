package org.clinicdesk.server.drug;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Understands what the checks said in one language, so that it can be said in another: what is stored of a prescription
/// is in the words of its doctor, and a pharmacist may read another language. What somebody told stays in his words.
final class Retelling {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{1,6})?");
    private static final String STOP = ". ";

    /// Of its own, by which a sentence is known.
    private static final int LETTERS = 6;

    /// @param bare of hardly more than signs: what it holds must be understood, for it fits nearly everything
    private record Shape(Sentence sentence, Pattern pattern, boolean bare) {}

    private final Translations spoken;
    private final Map<String, String> englishBySaid;
    private final Predicate<String> english;
    private final List<Shape> shapes;

    /// @param english what is known to be said in English
    Retelling(Translations spoken, Predicate<String> english) {
        this.spoken = spoken;
        this.englishBySaid = spoken.englishBySaid();
        this.english = english;
        this.shapes =
                Arrays.stream(Sentence.values())
                        .filter(it -> PLACE.matcher(it.english()).find())
                        .filter(it -> !splits(it))
                        .map(this::shape)
                        .toList();
    }

    /// These are found by where a sentence ends, or hold anything.
    private static boolean splits(Sentence sentence) {
        return switch (sentence) {
            case AND, STOP_AND, COMMA, PLUS, NUMBER, RESULT -> true;
            default -> false;
        };
    }

    private Shape shape(Sentence sentence) {
        String said = spoken.pattern(sentence).replace("''", "'");
        String[] words = PLACE.split(said, -1);
        StringBuilder regex = new StringBuilder();
        Matcher places = PLACE.matcher(said);
        for (String word : words) {
            regex.append(Pattern.quote(word));
            if (places.find()) {
                regex.append("(?<p").append(places.group().charAt(1)).append(">.+)");
            }
        }
        boolean bare = String.join("", words).chars().filter(Character::isLetter).count() < LETTERS;
        return new Shape(sentence, Pattern.compile(regex.toString()), bare);
    }

    /// What was meant; empty when it is not understood.
    Optional<Phrase> read(String said) {
        return whole(said)
                .or(() -> sentences(said))
                .or(() ->
                        shapes.stream()
                                .flatMap(shape -> read(shape, said).stream())
                                .min(Comparator.comparingInt(Retelling::raw)));
    }

    private Optional<Phrase> whole(String said) {
        return Optional.ofNullable(englishBySaid.get(said))
                .or(() -> spoken.names().english(said))
                .or(() ->
                        spoken == Translations.ENGLISH && english.test(said)
                                ? Optional.of(said)
                                : Optional.empty())
                .map(Phrase::text);
    }

    /// One after the other.
    private Optional<Phrase> sentences(String said) {
        for (int at = said.indexOf(STOP); at >= 0; at = said.indexOf(STOP, at + 1)) {
            Optional<Phrase> first = read(said.substring(0, at + 1));
            if (first.isPresent()) {
                Optional<Phrase> rest = read(said.substring(at + STOP.length()));
                if (rest.isPresent()) {
                    return Optional.of(Sentence.AND.of(first.get(), rest.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Phrase> read(Shape shape, String said) {
        Matcher found = shape.pattern().matcher(said);
        if (!found.matches()) {
            return Optional.empty();
        }
        List<Object> parts =
                IntStream.range(0, found.groupCount())
                        .mapToObj(i -> part(found.group("p" + i)))
                        .toList();
        boolean understood =
                shape.bare()
                        ? understood(parts.getFirst())
                                || understood(parts.getLast())
                                        && shape.sentence() == Sentence.TOGETHER
                        : parts.stream()
                                .noneMatch(it -> it instanceof String s && s.contains(STOP));
        return understood ? Optional.of(shape.sentence().of(parts.toArray())) : Optional.empty();
    }

    private Object part(String said) {
        return read(said)
                .<Object>map(it -> it)
                .or(() -> spoken.day(said))
                .or(() -> number(said))
                .orElseGet(() -> list(said));
    }

    private static Optional<BigDecimal> number(String said) {
        return NUMBER.matcher(said).matches()
                ? Optional.of(new BigDecimal(said.replace(',', '.')))
                : Optional.empty();
    }

    private Object list(String said) {
        int comma = said.lastIndexOf(", ");
        return comma < 0
                ? said
                : Sentence.COMMA.of(
                        list(said.substring(0, comma)), part(said.substring(comma + 2)));
    }

    private static boolean understood(Object part) {
        return switch (part) {
            case String _ -> false;
            case Phrase list when list.english().equals(Sentence.COMMA.english()) ->
                    list.parts().stream().anyMatch(Retelling::understood);
            default -> true;
        };
    }

    /// How much of it is not understood.
    private static int raw(Object part) {
        return switch (part) {
            case Phrase phrase -> phrase.parts().stream().mapToInt(Retelling::raw).sum();
            case String text -> text.length();
            default -> 0;
        };
    }
}
