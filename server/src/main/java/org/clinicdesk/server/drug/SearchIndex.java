package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Finds things by the first letters of any of their words, in any order, without case and accents. The names are few
/// thousand, so looking at each is faster than it can be typed.
final class SearchIndex<T> {
    private record Entry<T>(
            T value,
            String sortName,
            List<String> names,
            List<String> words,
            List<String> kinds,
            int order) {}

    /// @param rank how well it is called so
    /// @param unlike how many of the numbers that were typed it only begins with
    private record Hit<T>(Entry<T> entry, int rank, long unlike) {}

    /// What was typed.
    ///
    /// @param name the words before the first number, else all of them
    private record Wanted(List<String> words, List<String> numbers, String name) {
        static Wanted of(String text) {
            List<String> words = Names.words(Names.spaced(text));
            List<String> before = words.stream().takeWhile(word -> !isNumber(word)).toList();
            return new Wanted(
                    words,
                    words.stream().filter(SearchIndex::isNumber).toList(),
                    String.join(" ", before.isEmpty() ? words : before));
        }
    }

    private record Named<T>(T value, List<String> names, List<String> parts, List<String> kinds) {}

    /// From so many letters on a word may be one of the kind.
    private static final int KIND = 3;

    private final List<Named<T>> named = new ArrayList<>();
    private final ToIntFunction<T> order;

    SearchIndex() {
        this(value -> 0);
    }

    /// @param order of what is called so equally well, the smaller first
    SearchIndex(ToIntFunction<T> order) {
        this.order = order;
    }

    /// Made when something is looked for the first time, so that it costs the start nothing.
    private volatile @Nullable List<Entry<T>> entries;

    /// `names` are the names and synonyms, the one it is shown by first.
    void add(T value, List<String> names) {
        add(value, names, List.of());
    }

    /// `parts` are names of what it holds: it is found by their words, but it is not called so.
    void add(T value, List<String> names, List<String> parts) {
        add(value, names, parts, List.of());
    }

    /// `kinds` are words for the kind of thing it is, by which alone nothing is found.
    void add(T value, List<String> names, List<String> parts, List<String> kinds) {
        named.add(new Named<>(value, List.copyOf(names), List.copyOf(parts), List.copyOf(kinds)));
    }

    private List<Entry<T>> entries() {
        List<Entry<T>> made = entries;
        if (made == null) {
            made = named.stream().map(this::entry).toList();
            entries = made;
        }
        return made;
    }

    private Entry<T> entry(Named<T> named) {
        List<String> folded = named.names().stream().map(Names::fold).toList();
        List<String> words =
                Stream.concat(folded.stream(), named.parts().stream().map(Names::fold))
                        .flatMap(name -> Stream.of(name.split(" ")))
                        .distinct()
                        .toList();
        return new Entry<>(
                named.value(),
                folded.getFirst(),
                folded,
                words,
                named.kinds().stream().map(Names::fold).toList(),
                order.applyAsInt(named.value()));
    }

    /// At most `limit`: what is called so, then what begins so, then what has such a word; of these what has the very
    /// numbers that were typed, then what comes first in [#order], then in order of the names.
    List<T> find(String text, int limit) {
        Wanted wanted = Wanted.of(text);
        if (wanted.words().isEmpty()) {
            return List.of();
        }
        return entries().stream()
                .filter(entry -> fits(entry, wanted.words()))
                .map(entry -> new Hit<>(entry, rank(entry, wanted), unlike(entry, wanted)))
                .sorted(
                        Comparator.<Hit<T>>comparingInt(Hit::rank)
                                .thenComparingLong(Hit::unlike)
                                .thenComparingInt(hit -> hit.entry().order())
                                .thenComparing(hit -> hit.entry().sortName()))
                .limit(limit)
                .map(hit -> hit.entry().value())
                .toList();
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    private static long unlike(Entry<?> entry, Wanted wanted) {
        return wanted.numbers().stream().filter(number -> !entry.words().contains(number)).count();
    }

    private static boolean fits(Entry<?> entry, List<String> words) {
        boolean named = false;
        for (String prefix : words) {
            boolean word = hasWord(entry, prefix);
            if (!word && !isOfKind(entry, prefix)) {
                return false;
            }
            named |= word;
        }
        return named;
    }

    private static boolean isOfKind(Entry<?> entry, String prefix) {
        return prefix.length() >= KIND
                && entry.kinds().stream().anyMatch(word -> word.startsWith(prefix));
    }

    private static boolean hasWord(Entry<?> entry, String prefix) {
        return entry.words().stream().anyMatch(word -> word.startsWith(prefix));
    }

    private static int rank(Entry<?> entry, Wanted wanted) {
        String whole = String.join(" ", wanted.words());
        if (entry.names().contains(wanted.name()) || entry.names().contains(whole)) {
            return 0;
        }
        if (entry.sortName().startsWith(wanted.name())) {
            return 1;
        }
        return entry.names().stream().anyMatch(name -> name.startsWith(wanted.name())) ? 2 : 3;
    }
}
