package org.clinicdesk.server.drug;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// How long medicines act on after they were ended. What no line speaks of is gone with its last day.
final class Washouts {
    /// Who comes late for more of a lasting medicine mostly has some left.
    private static final int STILL_TAKEN_DAYS = 14;

    private static final String ANYTHING = "any";

    /// @param with null: together with anything
    private record Washout(Side target, @Nullable Side with, int days) {
        boolean concerns(Use ended, Use ordered) {
            return target.matches(ended) && (with == null || with.matches(ordered));
        }
    }

    private final List<Washout> all = new ArrayList<>();

    static Washouts read(Table table, Vocabulary words) {
        Washouts result = new Washouts();
        for (Table.Row row : table.rows()) {
            words.provenance(row);
            row.required("why");
            String with = row.required("with");
            result.all.add(
                    new Washout(
                            words.side(row, "target", RouteGroup.SYSTEMIC),
                            with.equals(ANYTHING)
                                    ? null
                                    : words.side(row, "with", RouteGroup.UNKNOWN),
                            (int) row.number("days", row.required("days"))));
        }
        return result;
    }

    /// The most days anything acts on, or may be taken from what is left.
    int longest() {
        return all.stream().mapToInt(Washout::days).reduce(STILL_TAKEN_DAYS, Math::max);
    }

    /// How many days it acts on when this is ordered after it; 0: not at all.
    int days(Use ended, Use ordered) {
        return all.stream()
                .filter(washout -> washout.concerns(ended, ordered))
                .mapToInt(Washout::days)
                .max()
                .orElse(0);
    }

    /// Whether it may be taken still.
    static boolean maybeTaken(EndedMedicine ended) {
        return ended.ranOut() && ended.daysAgo() <= STILL_TAKEN_DAYS;
    }
}
