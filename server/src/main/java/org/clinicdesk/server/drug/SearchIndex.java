package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds things by the first letters of any of their words, in any order, without case and accents, and by their amounts
/// ([Amounts]). The names are few thousand, so looking at each is faster than it can be typed.
final class SearchIndex<T> {
    private record Entry<T>(
            T value,
            String sortName,
            List<String> names,
            List<String> words,
            List<String> kinds,
            Amounts amounts,
            int order) {}

    /// @param rank how well it is called so
    /// @param unlike how many of the numbers that were typed it is not written with
    private record Hit<T>(Entry<T> entry, int rank, long unlike) {}

    /// What was typed.
    ///
    /// @param name the words before the first number, else all of them
    private record Wanted(
            List<String> words, List<Amounts.Typed> amounts, String name, String whole) {
        static Wanted of(String text) {
            List<String> words = Names.words(Amounts.without(text));
            String before = Names.fold(Amounts.before(text));
            return new Wanted(
                    words,
                    Amounts.typed(text),
                    before.isEmpty() ? String.join(" ", words) : before,
                    Names.fold(Names.spaced(text)));
        }

        boolean empty() {
            return words.isEmpty() && amounts.isEmpty();
        }
    }

    private record Named<T>(
            T value, List<String> names, List<String> parts, List<String> kinds, String strength) {}

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
        add(value, names, parts, List.of(), "");
    }

    /// `kinds` are words for the kind of thing it is, by which alone nothing is found; `strength` is of a product.
    void add(T value, List<String> names, List<String> parts, List<String> kinds, String strength) {
        named.add(
                new Named<>(
                        value,
                        List.copyOf(names),
                        List.copyOf(parts),
                        List.copyOf(kinds),
                        strength));
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
                Amounts.of(named.names(), named.strength()),
                order.applyAsInt(named.value()));
    }

    /// All words by which something is found.
    Set<String> words() {
        return entries().stream()
                .flatMap(entry -> Stream.concat(entry.words().stream(), entry.kinds().stream()))
                .collect(Collectors.toSet());
    }

    /// At most `limit`: what is called so, then what begins so, then what has such a word; of these what has the very
    /// numbers that were typed, then what comes first in [#order], then in order of the names.
    List<T> find(String text, int limit) {
        Wanted wanted = Wanted.of(text);
        if (wanted.empty()) {
            return List.of();
        }
        return entries().stream()
                .filter(entry -> fits(entry, wanted))
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

    private static long unlike(Entry<?> entry, Wanted wanted) {
        return wanted.amounts().stream()
                .filter(amount -> !entry.amounts().show(amount.number()))
                .count();
    }

    private static boolean fits(Entry<?> entry, Wanted wanted) {
        boolean named = !wanted.amounts().isEmpty();
        for (String prefix : wanted.words()) {
            boolean word = hasWord(entry, prefix);
            if (!word && !isOfKind(entry, prefix)) {
                return false;
            }
            named |= word;
        }
        return named && wanted.amounts().stream().allMatch(entry.amounts()::have);
    }

    private static boolean isOfKind(Entry<?> entry, String prefix) {
        return prefix.length() >= KIND
                && entry.kinds().stream().anyMatch(word -> word.startsWith(prefix));
    }

    private static boolean hasWord(Entry<?> entry, String prefix) {
        return entry.words().stream().anyMatch(word -> word.startsWith(prefix));
    }

    private static int rank(Entry<?> entry, Wanted wanted) {
        if (entry.names().contains(wanted.name()) || entry.names().contains(wanted.whole())) {
            return 0;
        }
        if (entry.sortName().startsWith(wanted.name())) {
            return 1;
        }
        return entry.names().stream().anyMatch(name -> name.startsWith(wanted.name())) ? 2 : 3;
    }
}
