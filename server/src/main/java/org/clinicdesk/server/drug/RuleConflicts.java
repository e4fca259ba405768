package org.clinicdesk.server.drug;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Refuses a rule that says another level than an equally specific rule for the same two ingredients by the same
/// mechanism: which of them holds would be a matter of chance.
final class RuleConflicts {
    private record Kind(String mechanism, int specificity) {}

    /// A rule, and the ingredients that its sides stand for.
    private record Known(DdiRule rule, BitSet a, BitSet b) {
        /// Whether they may speak of the same two ingredients: nearly all do not, and that is seen at once.
        private boolean meets(Known other) {
            return a.intersects(other.a) && b.intersects(other.b)
                    || a.intersects(other.b) && b.intersects(other.a);
        }
    }

    private final Map<Kind, List<Known>> byKind = new HashMap<>();

    /// The ingredients counted, and by the term of a side which of them it stands for.
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Map<String, BitSet> bits = new HashMap<>();

    void add(Table.Row row, DdiRule rule) {
        Set<String> a = rule.sides().a().inns();
        Set<String> b = rule.sides().b().inns();
        if (a.size() == 1 && a.equals(b)) {
            throw row.bad("matches no two ingredients");
        }
        Kind kind = new Kind(rule.mechanism(), rule.sides().specificity());
        Known added = new Known(rule, bits(rule.sides().a()), bits(rule.sides().b()));
        List<Known> known = byKind.computeIfAbsent(kind, k -> new ArrayList<>());
        for (Known one : known) {
            DdiRule other = one.rule();
            if (other.level() != rule.level()
                    && one.meets(added)
                    && other.sides().routesMeet(rule.sides())) {
                Side c = other.sides().a();
                Side d = other.sides().b();
                refuse(row, other, common(a, c.inns()), common(b, d.inns()));
                refuse(row, other, common(a, d.inns()), common(b, c.inns()));
            }
        }
        known.add(added);
    }

    private BitSet bits(Side side) {
        return bits.computeIfAbsent(
                side.term(),
                term -> {
                    BitSet set = new BitSet();
                    side.inns()
                            .forEach(inn ->
                                    set.set(numbers.computeIfAbsent(inn, i -> numbers.size())));
                    return set;
                });
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> fewer = one.size() < other.size() ? one : other;
        Set<String> more = fewer == one ? other : one;
        Set<String> common = new HashSet<>();
        for (String inn : fewer) {
            if (more.contains(inn)) {
                common.add(inn);
            }
        }
        return common;
    }

    private static void refuse(Table.Row row, DdiRule other, Set<String> xs, Set<String> ys) {
        for (String x : xs) {
            for (String y : ys) {
                if (!x.equals(y)) {
                    throw row.bad(
                            "is as specific as "
                                    + other.id()
                                    + " but of another level, for "
                                    + (x.compareTo(y) < 0 ? x + " and " + y : y + " and " + x));
                }
            }
        }
    }
}
