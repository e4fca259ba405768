package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Finds things by the first letters of any of their words, in any order, without case and accents. The names are few
/// thousand, so looking at each is faster than it can be typed.
final class SearchIndex<T> {
    private record Entry<T>(T value, String sortName, List<String> names, List<String> words) {}

    private record Hit<T>(Entry<T> entry, int rank) {}

    private record Named<T>(T value, List<String> names, List<String> parts) {}

    private final List<Named<T>> named = new ArrayList<>();

    /// Made when something is looked for the first time, so that it costs the start nothing.
    private volatile @Nullable List<Entry<T>> entries;

    /// `names` are the names and synonyms, the one it is shown by first.
    void add(T value, List<String> names) {
        add(value, names, List.of());
    }

    /// `parts` are names of what it holds: it is found by their words, but it is not called so.
    void add(T value, List<String> names, List<String> parts) {
        named.add(new Named<>(value, List.copyOf(names), List.copyOf(parts)));
    }

    private List<Entry<T>> entries() {
        List<Entry<T>> made = entries;
        if (made == null) {
            made = named.stream().map(SearchIndex::entry).toList();
            entries = made;
        }
        return made;
    }

    private static <T> Entry<T> entry(Named<T> named) {
        List<String> folded = named.names().stream().map(Names::fold).toList();
        List<String> words =
                Stream.concat(folded.stream(), named.parts().stream().map(Names::fold))
                        .flatMap(name -> Stream.of(name.split(" ")))
                        .distinct()
                        .toList();
        return new Entry<>(named.value(), folded.getFirst(), folded, words);
    }

    /// At most `limit`: what is called so, then what begins so, then what has such a word; each in order of the names.
    List<T> find(String text, int limit) {
        List<String> wanted = Names.words(text);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String whole = String.join(" ", wanted);
        return entries().stream()
                .filter(entry -> wanted.stream().allMatch(prefix -> hasWord(entry, prefix)))
                .map(entry -> new Hit<>(entry, rank(entry, whole)))
                .sorted(
                        Comparator.<Hit<T>>comparingInt(Hit::rank)
                                .thenComparing(hit -> hit.entry().sortName()))
                .limit(limit)
                .map(hit -> hit.entry().value())
                .toList();
    }

    private static boolean hasWord(Entry<?> entry, String prefix) {
        return entry.words().stream().anyMatch(word -> word.startsWith(prefix));
    }

    private static int rank(Entry<?> entry, String whole) {
        if (entry.names().contains(whole)) {
            return 0;
        }
        if (entry.sortName().startsWith(whole)) {
            return 1;
        }
        return entry.names().stream().anyMatch(name -> name.startsWith(whole)) ? 2 : 3;
    }
}
