package org.clinicdesk.client.appointment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The words by which a time is asked for, in every language of the program at once.
final class FindWords {

    /// What a phrase stands for: a concept such as MORNING, or a thing that goes by several words.
    ///
    /// @param same words for the same thing, itself among them; empty for a concept
    record Meaning(String concept, List<String> same) {}

    private static final String SAME = "SAME.";

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final int longest;

    private FindWords(Properties words) {
        words.stringPropertyNames().forEach(key -> add(key, words.getProperty(key)));
        longest = meanings.keySet().stream().mapToInt(it -> it.split(" ").length).max().orElse(1);
    }

    static FindWords read() {
        try (var file =
                Objects.requireNonNull(
                        FindWords.class.getResourceAsStream("find-words.txt"), "find-words.txt")) {
            var words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new FindWords(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String key, String phrases) {
        var all = Arrays.stream(phrases.split(",")).map(FindWords::plain).toList();
        if (key.startsWith(SAME)) {
            var same = new ArrayList<>(all);
            same.addFirst(plain(key.substring(SAME.length())));
            all.forEach(phrase -> meanings.put(phrase, new Meaning("", same)));
        } else {
            all.forEach(phrase -> meanings.put(phrase, new Meaning(key, List.of())));
        }
    }

    Optional<Meaning> of(String phrase) {
        return Optional.ofNullable(meanings.get(phrase));
    }

    /// How many words the longest phrase has.
    int longest() {
        return longest;
    }

    /// Without capitals and accents, words apart by one space.
    static String plain(String text) {
        var bare =
                Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('đ', 'd');
        return bare.replaceAll("[^\\p{L}\\p{N}/:.'-]+", " ").strip();
    }
}
