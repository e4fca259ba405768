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

    private final Map<Kind, List<DdiRule>> byKind = new HashMap<>();

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
        List<DdiRule> known = byKind.computeIfAbsent(kind, k -> new ArrayList<>());
        for (DdiRule other : known) {
            if (other.level() != rule.level()
                    && meet(other.sides(), rule.sides())
                    && other.sides().routesMeet(rule.sides())) {
                Side c = other.sides().a();
                Side d = other.sides().b();
                refuse(row, other, common(a, c.inns()), common(b, d.inns()));
                refuse(row, other, common(a, d.inns()), common(b, c.inns()));
            }
        }
        known.add(rule);
    }

    /// Whether they may speak of the same two ingredients: nearly all do not, and that is seen at once.
    private boolean meet(Sides one, Sides other) {
        BitSet a = bits(one.a());
        BitSet b = bits(one.b());
        BitSet c = bits(other.a());
        BitSet d = bits(other.b());
        return a.intersects(c) && b.intersects(d) || a.intersects(d) && b.intersects(c);
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
