package org.clinicdesk.server.exchange;

import org.clinicdesk.server.exchange.ImportReport.Listed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what became of the entries: of one bundle, which may yet be taken back, or of all.
final class Tally {

    /// Entries listed one by one; beyond that they are only counted.
    static final int MOST_LISTED = 50_000;

    /// The entries of one kind.
    private static final class Kind {
        private long stored;
        private long linked;
        private final Map<Why, Long> listed = new EnumMap<>(Why.class);
    }

    private final Map<String, Kind> kinds = new TreeMap<>();
    private final List<Listed> listed = new ArrayList<>();
    private final Map<String, Long> notes = new TreeMap<>();

    void count(Source.Item item, BundleEntry entry, Outcome outcome) {
        var kind = kind(entry.type());
        switch (outcome) {
            case Outcome.Stored _ -> kind.stored++;
            case Outcome.Linked linked -> {
                kind.linked++;
                if (linked.updated()) {
                    note("updated with what changed at the source");
                }
            }
            case Outcome.Listed out -> {
                kind.listed.merge(out.why(), 1L, Long::sum);
                list(
                        new Listed(
                                item.label(),
                                entry.index(),
                                entry.position(),
                                entry.type(),
                                entry.id(),
                                out.why()));
            }
        }
    }

    /// An entry of a bundle that was refused.
    void refused(Source.Item item, FhirImport.Seen entry) {
        kind(entry.type()).listed.merge(Why.BUNDLE_REFUSED, 1L, Long::sum);
        list(
                new Listed(
                        item.label(),
                        entry.index(),
                        entry.position(),
                        entry.type(),
                        entry.id(),
                        Why.BUNDLE_REFUSED));
    }

    private void list(Listed entry) {
        if (listed.size() < MOST_LISTED) {
            listed.add(entry);
        }
    }

    private Kind kind(String type) {
        return kinds.computeIfAbsent(type.isEmpty() ? "(none)" : type, _ -> new Kind());
    }

    void note(String what) {
        note(what, 1);
    }

    void note(String what, long count) {
        notes.merge(what, count, Long::sum);
    }

    void add(Tally other) {
        other.kinds.forEach((type, kind) -> {
            var sum = kind(type);
            sum.stored += kind.stored;
            sum.linked += kind.linked;
            kind.listed.forEach((why, count) -> sum.listed.merge(why, count, Long::sum));
        });
        other.listed.forEach(this::list);
        other.notes.forEach(this::note);
    }

    List<ImportReport.Line> lines(Map<String, Long> read) {
        return kinds.entrySet().stream()
                .map(entry ->
                        new ImportReport.Line(
                                entry.getKey(),
                                read.getOrDefault(entry.getKey(), 0L),
                                entry.getValue().stored,
                                entry.getValue().linked,
                                new EnumMap<>(entry.getValue().listed)))
                .toList();
    }

    List<Listed> listed() {
        return List.copyOf(listed);
    }

    Map<String, Long> notes() {
        return new TreeMap<>(notes);
    }
}
